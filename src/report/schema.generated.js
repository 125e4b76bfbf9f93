// Made from docs/report.schema.json by scripts/config.js. Do not edit.

export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://smi2linkerd.dev/report.schema.json","type":"object","required":["schemaVersion","version","mode","files","splits","diagnostics","problems","summary"],"additionalProperties":false,"properties":{"schemaVersion":{"const":2},"version":{"type":"string","minLength":1},"mode":{"$ref":"#/definitions/mode"},"options":{"$ref":"#/definitions/options"},"command":{"type":"string","minLength":1},"tools":{"type":"array","items":{"enum":["argocd","flux","kustomize","helm"]}},"atRunTime":{"type":"string","minLength":1},"repositories":{"type":"array","items":{"type":"object","required":["name","version","mode","failed"],"additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","minLength":1},"mode":{"$ref":"#/definitions/mode"},"options":{"$ref":"#/definitions/options"},"command":{"type":"string","minLength":1},"atRunTime":{"type":"string","minLength":1},"failed":{"type":"boolean"}}}},"files":{"type":"array","items":{"type":"object","required":["path","changes"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"changes":{"type":"boolean"},"diff":{"type":"string"}}}},"splits":{"type":"array","items":{"type":"object","required":["kind","name","path","backends","outcome","codes"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"kind":{"enum":["TrafficSplit","ServiceProfile"]},"name":{"type":"string","minLength":1},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"origin":{"$ref":"#/definitions/origin"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1},"apex":{"type":"string","minLength":1},"backends":{"type":"array","items":{"type":"object","required":["service","weight"],"additionalProperties":false,"properties":{"service":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100},"becomes":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string","minLength":1},"weight":{"type":"string","minLength":1}}}}}},"outcome":{"enum":["converted","up-to-date","left-alone","refused"]},"target":{"$ref":"#/definitions/target"},"routes":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/target"}},"codes":{"type":"array","items":{"$ref":"#/definitions/code"}}},"dependencies":{"line":["column"],"column":["line"]}}},"diagnostics":{"type":"array","items":{"type":"object","required":["code","severity","message","fix","path"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"code":{"$ref":"#/definitions/code"},"severity":{"enum":["error","warning","info"]},"message":{"type":"string","minLength":1},"fix":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"origin":{"$ref":"#/definitions/origin"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1},"field":{"type":"string","minLength":1},"resource":{"type":"object","required":["kind","name"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string","minLength":1},"namespace":{"type":"string","minLength":1}}},"excerpt":{"type":"string","minLength":1}},"dependencies":{"line":["column"],"column":["line"]}}},"problems":{"type":"array","items":{"type":"object","required":["path","message"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"path":{"type":"string"},"message":{"type":"string","minLength":1}}}},"summary":{"type":"object","required":["converted","upToDate","leftAlone","refused","errors","warnings","infos","filesChanged","filesUnchanged","failed"],"additionalProperties":false,"properties":{"converted":{"type":"integer","minimum":0},"upToDate":{"type":"integer","minimum":0},"leftAlone":{"type":"integer","minimum":0},"refused":{"type":"integer","minimum":0},"errors":{"type":"integer","minimum":0},"warnings":{"type":"integer","minimum":0},"infos":{"type":"integer","minimum":0},"filesChanged":{"type":"integer","minimum":0},"filesUnchanged":{"type":"integer","minimum":0},"failed":{"type":"boolean"}}}},"definitions":{"target":{"type":"object","required":["kind","name","path","state"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string"},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"line":{"type":"integer","minimum":1},"state":{"enum":["missing","different","equal"]},"mark":{"type":"string"},"before":{"type":"array","items":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100}}}}}},"path":{"type":"string","minLength":1},"origin":{"type":"string","minLength":1},"code":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"mode":{"enum":["print","function","write","list","diff","check","library"]},"options":{"type":"object"}}};
const schema12 = {"enum":["print","function","write","list","diff","check","library"]};
const schema13 = {"type":"object"};
const schema16 = {"type":"string","minLength":1};
const schema18 = {"type":"string","minLength":1};
const schema21 = {"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"};
const func2 = Object.prototype.hasOwnProperty;
const schema19 = {"type":"object","required":["kind","name","path","state"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string"},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"line":{"type":"integer","minimum":1},"state":{"enum":["missing","different","equal"]},"mark":{"type":"string"},"before":{"type":"array","items":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100}}}}}};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kind === undefined) && (missing0 = "kind")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.path === undefined) && (missing0 = "path"))) || ((data.state === undefined) && (missing0 = "state"))){
validate11.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "kind") || (key0 === "name")) || (key0 === "namespace")) || (key0 === "path")) || (key0 === "line")) || (key0 === "state")) || (key0 === "mark")) || (key0 === "before"))){
validate11.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
let data0 = data.kind;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate11.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs4 = errors;
if(typeof data.name !== "string"){
validate11.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.namespace !== undefined){
let data2 = data.namespace;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate11.errors = [{instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.path !== undefined){
let data3 = data.path;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(data3.length < 1){
validate11.errors = [{instancePath:instancePath+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.line !== undefined){
let data4 = data.line;
const _errs11 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate11.errors = [{instancePath:instancePath+"/line",schemaPath:"#/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs11){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
validate11.errors = [{instancePath:instancePath+"/line",schemaPath:"#/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data5 = data.state;
const _errs13 = errors;
if(!(((data5 === "missing") || (data5 === "different")) || (data5 === "equal"))){
validate11.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema19.properties.state.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mark !== undefined){
const _errs14 = errors;
if(typeof data.mark !== "string"){
validate11.errors = [{instancePath:instancePath+"/mark",schemaPath:"#/properties/mark/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before !== undefined){
let data7 = data.before;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data7)){
var valid2 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs18 = errors;
if(errors === _errs18){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if(((data8.authority === undefined) && (missing1 = "authority")) || ((data8.weight === undefined) && (missing1 = "weight"))){
validate11.errors = [{instancePath:instancePath+"/before/" + i0,schemaPath:"#/properties/before/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key1 in data8){
if(!(((key1 === "authority") || (key1 === "weight")) || (key1 === "share"))){
validate11.errors = [{instancePath:instancePath+"/before/" + i0,schemaPath:"#/properties/before/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data8.authority !== undefined){
const _errs21 = errors;
if(typeof data8.authority !== "string"){
validate11.errors = [{instancePath:instancePath+"/before/" + i0+"/authority",schemaPath:"#/properties/before/items/properties/authority/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.weight !== undefined){
const _errs23 = errors;
if(typeof data8.weight !== "string"){
validate11.errors = [{instancePath:instancePath+"/before/" + i0+"/weight",schemaPath:"#/properties/before/items/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.share !== undefined){
let data11 = data8.share;
const _errs25 = errors;
if(errors === _errs25){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 100 || isNaN(data11)){
validate11.errors = [{instancePath:instancePath+"/before/" + i0+"/share",schemaPath:"#/properties/before/items/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate11.errors = [{instancePath:instancePath+"/before/" + i0+"/share",schemaPath:"#/properties/before/items/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/before/" + i0+"/share",schemaPath:"#/properties/before/items/properties/share/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/before/" + i0,schemaPath:"#/properties/before/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs18 === errors;
if(!valid2){
break;
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/before",schemaPath:"#/properties/before/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}

const pattern0 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://smi2linkerd.dev/report.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.schemaVersion === undefined) && (missing0 = "schemaVersion")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.mode === undefined) && (missing0 = "mode"))) || ((data.files === undefined) && (missing0 = "files"))) || ((data.splits === undefined) && (missing0 = "splits"))) || ((data.diagnostics === undefined) && (missing0 = "diagnostics"))) || ((data.problems === undefined) && (missing0 = "problems"))) || ((data.summary === undefined) && (missing0 = "summary"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.schemaVersion !== undefined){
const _errs2 = errors;
if(2 !== data.schemaVersion){
validate10.errors = [{instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/const",keyword:"const",params:{allowedValue: 2},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
let data1 = data.version;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate10.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mode !== undefined){
let data2 = data.mode;
const _errs5 = errors;
if(!(((((((data2 === "print") || (data2 === "function")) || (data2 === "write")) || (data2 === "list")) || (data2 === "diff")) || (data2 === "check")) || (data2 === "library"))){
validate10.errors = [{instancePath:instancePath+"/mode",schemaPath:"#/definitions/mode/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.options !== undefined){
let data3 = data.options;
const _errs7 = errors;
if(!(data3 && typeof data3 == "object" && !Array.isArray(data3))){
validate10.errors = [{instancePath:instancePath+"/options",schemaPath:"#/definitions/options/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined){
let data4 = data.command;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length < 1){
validate10.errors = [{instancePath:instancePath+"/command",schemaPath:"#/properties/command/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tools !== undefined){
let data5 = data.tools;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data5)){
var valid3 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs14 = errors;
if(!((((data6 === "argocd") || (data6 === "flux")) || (data6 === "kustomize")) || (data6 === "helm"))){
validate10.errors = [{instancePath:instancePath+"/tools/" + i0,schemaPath:"#/properties/tools/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.tools.items.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tools",schemaPath:"#/properties/tools/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.atRunTime !== undefined){
let data7 = data.atRunTime;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data7 === "string"){
if(data7.length < 1){
validate10.errors = [{instancePath:instancePath+"/atRunTime",schemaPath:"#/properties/atRunTime/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/atRunTime",schemaPath:"#/properties/atRunTime/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.repositories !== undefined){
let data8 = data.repositories;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data8)){
var valid4 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
const _errs19 = errors;
if(errors === _errs19){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if(((((data9.name === undefined) && (missing1 = "name")) || ((data9.version === undefined) && (missing1 = "version"))) || ((data9.mode === undefined) && (missing1 = "mode"))) || ((data9.failed === undefined) && (missing1 = "failed"))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1,schemaPath:"#/properties/repositories/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs21 = errors;
for(const key1 in data9){
if(!(((((((key1 === "name") || (key1 === "version")) || (key1 === "mode")) || (key1 === "options")) || (key1 === "command")) || (key1 === "atRunTime")) || (key1 === "failed"))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1,schemaPath:"#/properties/repositories/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs21 === errors){
if(data9.name !== undefined){
let data10 = data9.name;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data10 === "string"){
if(data10.length < 1){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/name",schemaPath:"#/properties/repositories/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/name",schemaPath:"#/properties/repositories/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs22 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.version !== undefined){
let data11 = data9.version;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data11 === "string"){
if(data11.length < 1){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/version",schemaPath:"#/properties/repositories/items/properties/version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/version",schemaPath:"#/properties/repositories/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs24 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.mode !== undefined){
let data12 = data9.mode;
const _errs26 = errors;
if(!(((((((data12 === "print") || (data12 === "function")) || (data12 === "write")) || (data12 === "list")) || (data12 === "diff")) || (data12 === "check")) || (data12 === "library"))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/mode",schemaPath:"#/definitions/mode/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid5 = _errs26 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.options !== undefined){
let data13 = data9.options;
const _errs28 = errors;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/options",schemaPath:"#/definitions/options/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid5 = _errs28 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.command !== undefined){
let data14 = data9.command;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data14 === "string"){
if(data14.length < 1){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/command",schemaPath:"#/properties/repositories/items/properties/command/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/command",schemaPath:"#/properties/repositories/items/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs31 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.atRunTime !== undefined){
let data15 = data9.atRunTime;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data15 === "string"){
if(data15.length < 1){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/atRunTime",schemaPath:"#/properties/repositories/items/properties/atRunTime/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/atRunTime",schemaPath:"#/properties/repositories/items/properties/atRunTime/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs33 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.failed !== undefined){
const _errs35 = errors;
if(typeof data9.failed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/failed",schemaPath:"#/properties/repositories/items/properties/failed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid5 = _errs35 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1,schemaPath:"#/properties/repositories/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs19 === errors;
if(!valid4){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories",schemaPath:"#/properties/repositories/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.files !== undefined){
let data17 = data.files;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data17)){
var valid8 = true;
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
const _errs39 = errors;
if(errors === _errs39){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing2;
if(((data18.path === undefined) && (missing2 = "path")) || ((data18.changes === undefined) && (missing2 = "changes"))){
validate10.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs41 = errors;
for(const key2 in data18){
if(!((((key2 === "repository") || (key2 === "path")) || (key2 === "changes")) || (key2 === "diff"))){
validate10.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs41 === errors){
if(data18.repository !== undefined){
let data19 = data18.repository;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data19 === "string"){
if(data19.length < 1){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/repository",schemaPath:"#/properties/files/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/repository",schemaPath:"#/properties/files/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid9 = _errs42 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data18.path !== undefined){
let data20 = data18.path;
const _errs44 = errors;
const _errs45 = errors;
if(errors === _errs45){
if(typeof data20 === "string"){
if(data20.length < 1){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid9 = _errs44 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data18.changes !== undefined){
const _errs47 = errors;
if(typeof data18.changes !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/changes",schemaPath:"#/properties/files/items/properties/changes/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid9 = _errs47 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data18.diff !== undefined){
const _errs49 = errors;
if(typeof data18.diff !== "string"){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/diff",schemaPath:"#/properties/files/items/properties/diff/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid9 = _errs49 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid8 = _errs39 === errors;
if(!valid8){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.splits !== undefined){
let data23 = data.splits;
const _errs51 = errors;
if(errors === _errs51){
if(Array.isArray(data23)){
var valid11 = true;
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
let data24 = data23[i3];
const _errs53 = errors;
if(errors === _errs53){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing3;
if(((((((data24.kind === undefined) && (missing3 = "kind")) || ((data24.name === undefined) && (missing3 = "name"))) || ((data24.path === undefined) && (missing3 = "path"))) || ((data24.backends === undefined) && (missing3 = "backends"))) || ((data24.outcome === undefined) && (missing3 = "outcome"))) || ((data24.codes === undefined) && (missing3 = "codes"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs55 = errors;
for(const key3 in data24){
if(!(func2.call(schema11.properties.splits.items.properties, key3))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs55 === errors){
let missing4;
if(data24.line !== undefined && ((data24.column === undefined) && (missing4 = "column"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/dependencies",keyword:"dependencies",params:{property: "line",
    missingProperty: missing4,
    depsCount: 1,
    deps: "column"},message:"must have property column when property line is present"}];
return false;
}
else {
if(data24.column !== undefined && ((data24.line === undefined) && (missing4 = "line"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/dependencies",keyword:"dependencies",params:{property: "column",
    missingProperty: missing4,
    depsCount: 1,
    deps: "line"},message:"must have property line when property column is present"}];
return false;
}
else {
if(data24.repository !== undefined){
let data25 = data24.repository;
const _errs56 = errors;
if(errors === _errs56){
if(typeof data25 === "string"){
if(data25.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/repository",schemaPath:"#/properties/splits/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/repository",schemaPath:"#/properties/splits/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs56 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.kind !== undefined){
let data26 = data24.kind;
const _errs58 = errors;
if(!((data26 === "TrafficSplit") || (data26 === "ServiceProfile"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/kind",schemaPath:"#/properties/splits/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.splits.items.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid13 = _errs58 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.name !== undefined){
let data27 = data24.name;
const _errs59 = errors;
if(errors === _errs59){
if(typeof data27 === "string"){
if(data27.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/name",schemaPath:"#/properties/splits/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/name",schemaPath:"#/properties/splits/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs59 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.namespace !== undefined){
let data28 = data24.namespace;
const _errs61 = errors;
if(errors === _errs61){
if(typeof data28 === "string"){
if(data28.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/namespace",schemaPath:"#/properties/splits/items/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/namespace",schemaPath:"#/properties/splits/items/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs61 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.path !== undefined){
let data29 = data24.path;
const _errs63 = errors;
const _errs64 = errors;
if(errors === _errs64){
if(typeof data29 === "string"){
if(data29.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs63 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.origin !== undefined){
let data30 = data24.origin;
const _errs66 = errors;
const _errs67 = errors;
if(errors === _errs67){
if(typeof data30 === "string"){
if(data30.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/origin",schemaPath:"#/definitions/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/origin",schemaPath:"#/definitions/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs66 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.line !== undefined){
let data31 = data24.line;
const _errs69 = errors;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/line",schemaPath:"#/properties/splits/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs69){
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 1 || isNaN(data31)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/line",schemaPath:"#/properties/splits/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid13 = _errs69 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.column !== undefined){
let data32 = data24.column;
const _errs71 = errors;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/column",schemaPath:"#/properties/splits/items/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs71){
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 1 || isNaN(data32)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/column",schemaPath:"#/properties/splits/items/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid13 = _errs71 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.apex !== undefined){
let data33 = data24.apex;
const _errs73 = errors;
if(errors === _errs73){
if(typeof data33 === "string"){
if(data33.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/apex",schemaPath:"#/properties/splits/items/properties/apex/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/apex",schemaPath:"#/properties/splits/items/properties/apex/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs73 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.backends !== undefined){
let data34 = data24.backends;
const _errs75 = errors;
if(errors === _errs75){
if(Array.isArray(data34)){
var valid16 = true;
const len4 = data34.length;
for(let i4=0; i4<len4; i4++){
let data35 = data34[i4];
const _errs77 = errors;
if(errors === _errs77){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
let missing5;
if(((data35.service === undefined) && (missing5 = "service")) || ((data35.weight === undefined) && (missing5 = "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4,schemaPath:"#/properties/splits/items/properties/backends/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs79 = errors;
for(const key4 in data35){
if(!((((key4 === "service") || (key4 === "weight")) || (key4 === "share")) || (key4 === "becomes"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4,schemaPath:"#/properties/splits/items/properties/backends/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs79 === errors){
if(data35.service !== undefined){
const _errs80 = errors;
if(typeof data35.service !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/service",schemaPath:"#/properties/splits/items/properties/backends/items/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid17 = _errs80 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data35.weight !== undefined){
const _errs82 = errors;
if(typeof data35.weight !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid17 = _errs82 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data35.share !== undefined){
let data38 = data35.share;
const _errs84 = errors;
if(errors === _errs84){
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 100 || isNaN(data38)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/share",schemaPath:"#/properties/splits/items/properties/backends/items/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"}];
return false;
}
else {
if(data38 < 0 || isNaN(data38)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/share",schemaPath:"#/properties/splits/items/properties/backends/items/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/share",schemaPath:"#/properties/splits/items/properties/backends/items/properties/share/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid17 = _errs84 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data35.becomes !== undefined){
let data39 = data35.becomes;
const _errs86 = errors;
if(errors === _errs86){
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing6;
if(((data39.authority === undefined) && (missing6 = "authority")) || ((data39.weight === undefined) && (missing6 = "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs88 = errors;
for(const key5 in data39){
if(!((key5 === "authority") || (key5 === "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs88 === errors){
if(data39.authority !== undefined){
let data40 = data39.authority;
const _errs89 = errors;
if(errors === _errs89){
if(typeof data40 === "string"){
if(data40.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/authority",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/authority/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/authority",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/authority/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid18 = _errs89 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data39.weight !== undefined){
let data41 = data39.weight;
const _errs91 = errors;
if(errors === _errs91){
if(typeof data41 === "string"){
if(data41.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/weight/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid18 = _errs91 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid17 = _errs86 === errors;
}
else {
var valid17 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4,schemaPath:"#/properties/splits/items/properties/backends/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid16 = _errs77 === errors;
if(!valid16){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends",schemaPath:"#/properties/splits/items/properties/backends/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid13 = _errs75 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.outcome !== undefined){
let data42 = data24.outcome;
const _errs93 = errors;
if(!((((data42 === "converted") || (data42 === "up-to-date")) || (data42 === "left-alone")) || (data42 === "refused"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/outcome",schemaPath:"#/properties/splits/items/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema11.properties.splits.items.properties.outcome.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid13 = _errs93 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.target !== undefined){
const _errs94 = errors;
if(!(validate11(data24.target, {instancePath:instancePath+"/splits/" + i3+"/target",parentData:data24,parentDataProperty:"target",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid13 = _errs94 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.routes !== undefined){
let data44 = data24.routes;
const _errs95 = errors;
if(errors === _errs95){
if(Array.isArray(data44)){
if(data44.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/routes",schemaPath:"#/properties/splits/items/properties/routes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid19 = true;
const len5 = data44.length;
for(let i5=0; i5<len5; i5++){
const _errs97 = errors;
if(!(validate11(data44[i5], {instancePath:instancePath+"/splits/" + i3+"/routes/" + i5,parentData:data44,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid19 = _errs97 === errors;
if(!valid19){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/routes",schemaPath:"#/properties/splits/items/properties/routes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid13 = _errs95 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data24.codes !== undefined){
let data46 = data24.codes;
const _errs98 = errors;
if(errors === _errs98){
if(Array.isArray(data46)){
var valid20 = true;
const len6 = data46.length;
for(let i6=0; i6<len6; i6++){
let data47 = data46[i6];
const _errs100 = errors;
const _errs101 = errors;
if(errors === _errs101){
if(typeof data47 === "string"){
if(!pattern0.test(data47)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes/" + i6,schemaPath:"#/definitions/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes/" + i6,schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid20 = _errs100 === errors;
if(!valid20){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes",schemaPath:"#/properties/splits/items/properties/codes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid13 = _errs98 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid11 = _errs53 === errors;
if(!valid11){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits",schemaPath:"#/properties/splits/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diagnostics !== undefined){
let data48 = data.diagnostics;
const _errs103 = errors;
if(errors === _errs103){
if(Array.isArray(data48)){
var valid22 = true;
const len7 = data48.length;
for(let i7=0; i7<len7; i7++){
let data49 = data48[i7];
const _errs105 = errors;
if(errors === _errs105){
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
let missing7;
if((((((data49.code === undefined) && (missing7 = "code")) || ((data49.severity === undefined) && (missing7 = "severity"))) || ((data49.message === undefined) && (missing7 = "message"))) || ((data49.fix === undefined) && (missing7 = "fix"))) || ((data49.path === undefined) && (missing7 = "path"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs107 = errors;
for(const key6 in data49){
if(!(func2.call(schema11.properties.diagnostics.items.properties, key6))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs107 === errors){
let missing8;
if(data49.line !== undefined && ((data49.column === undefined) && (missing8 = "column"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/dependencies",keyword:"dependencies",params:{property: "line",
    missingProperty: missing8,
    depsCount: 1,
    deps: "column"},message:"must have property column when property line is present"}];
return false;
}
else {
if(data49.column !== undefined && ((data49.line === undefined) && (missing8 = "line"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/dependencies",keyword:"dependencies",params:{property: "column",
    missingProperty: missing8,
    depsCount: 1,
    deps: "line"},message:"must have property line when property column is present"}];
return false;
}
else {
if(data49.repository !== undefined){
let data50 = data49.repository;
const _errs108 = errors;
if(errors === _errs108){
if(typeof data50 === "string"){
if(data50.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/repository",schemaPath:"#/properties/diagnostics/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/repository",schemaPath:"#/properties/diagnostics/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs108 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.code !== undefined){
let data51 = data49.code;
const _errs110 = errors;
const _errs111 = errors;
if(errors === _errs111){
if(typeof data51 === "string"){
if(!pattern0.test(data51)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/code",schemaPath:"#/definitions/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/code",schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs110 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.severity !== undefined){
let data52 = data49.severity;
const _errs113 = errors;
if(!(((data52 === "error") || (data52 === "warning")) || (data52 === "info"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/severity",schemaPath:"#/properties/diagnostics/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.diagnostics.items.properties.severity.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid24 = _errs113 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.message !== undefined){
let data53 = data49.message;
const _errs114 = errors;
if(errors === _errs114){
if(typeof data53 === "string"){
if(data53.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/message",schemaPath:"#/properties/diagnostics/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/message",schemaPath:"#/properties/diagnostics/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs114 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.fix !== undefined){
let data54 = data49.fix;
const _errs116 = errors;
if(errors === _errs116){
if(typeof data54 === "string"){
if(data54.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/fix",schemaPath:"#/properties/diagnostics/items/properties/fix/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/fix",schemaPath:"#/properties/diagnostics/items/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs116 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.path !== undefined){
let data55 = data49.path;
const _errs118 = errors;
const _errs119 = errors;
if(errors === _errs119){
if(typeof data55 === "string"){
if(data55.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs118 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.origin !== undefined){
let data56 = data49.origin;
const _errs121 = errors;
const _errs122 = errors;
if(errors === _errs122){
if(typeof data56 === "string"){
if(data56.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/origin",schemaPath:"#/definitions/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/origin",schemaPath:"#/definitions/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs121 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.line !== undefined){
let data57 = data49.line;
const _errs124 = errors;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/line",schemaPath:"#/properties/diagnostics/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs124){
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 < 1 || isNaN(data57)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/line",schemaPath:"#/properties/diagnostics/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid24 = _errs124 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.column !== undefined){
let data58 = data49.column;
const _errs126 = errors;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/column",schemaPath:"#/properties/diagnostics/items/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs126){
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 < 1 || isNaN(data58)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/column",schemaPath:"#/properties/diagnostics/items/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid24 = _errs126 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.field !== undefined){
let data59 = data49.field;
const _errs128 = errors;
if(errors === _errs128){
if(typeof data59 === "string"){
if(data59.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/field",schemaPath:"#/properties/diagnostics/items/properties/field/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/field",schemaPath:"#/properties/diagnostics/items/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs128 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.resource !== undefined){
let data60 = data49.resource;
const _errs130 = errors;
if(errors === _errs130){
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
let missing9;
if(((data60.kind === undefined) && (missing9 = "kind")) || ((data60.name === undefined) && (missing9 = "name"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs132 = errors;
for(const key7 in data60){
if(!(((key7 === "kind") || (key7 === "name")) || (key7 === "namespace"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs132 === errors){
if(data60.kind !== undefined){
let data61 = data60.kind;
const _errs133 = errors;
if(errors === _errs133){
if(typeof data61 === "string"){
if(data61.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/kind",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/kind",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid28 = _errs133 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data60.name !== undefined){
let data62 = data60.name;
const _errs135 = errors;
if(errors === _errs135){
if(typeof data62 === "string"){
if(data62.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/name",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/name",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid28 = _errs135 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data60.namespace !== undefined){
let data63 = data60.namespace;
const _errs137 = errors;
if(errors === _errs137){
if(typeof data63 === "string"){
if(data63.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/namespace",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/namespace",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid28 = _errs137 === errors;
}
else {
var valid28 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid24 = _errs130 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data49.excerpt !== undefined){
let data64 = data49.excerpt;
const _errs139 = errors;
if(errors === _errs139){
if(typeof data64 === "string"){
if(data64.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/excerpt",schemaPath:"#/properties/diagnostics/items/properties/excerpt/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/excerpt",schemaPath:"#/properties/diagnostics/items/properties/excerpt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs139 === errors;
}
else {
var valid24 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid22 = _errs105 === errors;
if(!valid22){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics",schemaPath:"#/properties/diagnostics/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs103 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.problems !== undefined){
let data65 = data.problems;
const _errs141 = errors;
if(errors === _errs141){
if(Array.isArray(data65)){
var valid29 = true;
const len8 = data65.length;
for(let i8=0; i8<len8; i8++){
let data66 = data65[i8];
const _errs143 = errors;
if(errors === _errs143){
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
let missing10;
if(((data66.path === undefined) && (missing10 = "path")) || ((data66.message === undefined) && (missing10 = "message"))){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8,schemaPath:"#/properties/problems/items/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs145 = errors;
for(const key8 in data66){
if(!(((key8 === "repository") || (key8 === "path")) || (key8 === "message"))){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8,schemaPath:"#/properties/problems/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs145 === errors){
if(data66.repository !== undefined){
let data67 = data66.repository;
const _errs146 = errors;
if(errors === _errs146){
if(typeof data67 === "string"){
if(data67.length < 1){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/repository",schemaPath:"#/properties/problems/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/repository",schemaPath:"#/properties/problems/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid30 = _errs146 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data66.path !== undefined){
const _errs148 = errors;
if(typeof data66.path !== "string"){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/path",schemaPath:"#/properties/problems/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid30 = _errs148 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data66.message !== undefined){
let data69 = data66.message;
const _errs150 = errors;
if(errors === _errs150){
if(typeof data69 === "string"){
if(data69.length < 1){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/message",schemaPath:"#/properties/problems/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/message",schemaPath:"#/properties/problems/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid30 = _errs150 === errors;
}
else {
var valid30 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems/" + i8,schemaPath:"#/properties/problems/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid29 = _errs143 === errors;
if(!valid29){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems",schemaPath:"#/properties/problems/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs141 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data70 = data.summary;
const _errs152 = errors;
if(errors === _errs152){
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
let missing11;
if(((((((((((data70.converted === undefined) && (missing11 = "converted")) || ((data70.upToDate === undefined) && (missing11 = "upToDate"))) || ((data70.leftAlone === undefined) && (missing11 = "leftAlone"))) || ((data70.refused === undefined) && (missing11 = "refused"))) || ((data70.errors === undefined) && (missing11 = "errors"))) || ((data70.warnings === undefined) && (missing11 = "warnings"))) || ((data70.infos === undefined) && (missing11 = "infos"))) || ((data70.filesChanged === undefined) && (missing11 = "filesChanged"))) || ((data70.filesUnchanged === undefined) && (missing11 = "filesUnchanged"))) || ((data70.failed === undefined) && (missing11 = "failed"))){
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"}];
return false;
}
else {
const _errs154 = errors;
for(const key9 in data70){
if(!(func2.call(schema11.properties.summary.properties, key9))){
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs154 === errors){
if(data70.converted !== undefined){
let data71 = data70.converted;
const _errs155 = errors;
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
validate10.errors = [{instancePath:instancePath+"/summary/converted",schemaPath:"#/properties/summary/properties/converted/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs155){
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 < 0 || isNaN(data71)){
validate10.errors = [{instancePath:instancePath+"/summary/converted",schemaPath:"#/properties/summary/properties/converted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs155 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data70.upToDate !== undefined){
let data72 = data70.upToDate;
const _errs157 = errors;
if(!(((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72))) && (isFinite(data72)))){
validate10.errors = [{instancePath:instancePath+"/summary/upToDate",schemaPath:"#/properties/summary/properties/upToDate/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs157){
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 < 0 || isNaN(data72)){
validate10.errors = [{instancePath:instancePath+"/summary/upToDate",schemaPath:"#/properties/summary/properties/upToDate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs157 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data70.leftAlone !== undefined){
let data73 = data70.leftAlone;
const _errs159 = errors;
if(!(((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73))) && (isFinite(data73)))){
validate10.errors = [{instancePath:instancePath+"/summary/leftAlone",schemaPath:"#/properties/summary/properties/leftAlone/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs159){
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 < 0 || isNaN(data73)){
validate10.errors = [{instancePath:instancePath+"/summary/leftAlone",schemaPath:"#/properties/summary/properties/leftAlone/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs159 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data70.refused !== undefined){
let data74 = data70.refused;
const _errs161 = errors;
if(!(((typeof data74 == "number") && (!(data74 % 1) && !isNaN(data74))) && (isFinite(data74)))){
validate10.errors = [{instancePath:instancePath+"/summary/refused",schemaPath:"#/properties/summary/properties/refused/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs161){
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 < 0 || isNaN(data74)){
validate10.errors = [{instancePath:instancePath+"/summary/refused",schemaPath:"#/properties/summary/properties/refused/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs161 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data70.errors !== undefined){
let data75 = data70.errors;
const _errs163 = errors;
if(!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))){
validate10.errors = [{instancePath:instancePath+"/summary/errors",schemaPath:"#/properties/summary/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs163){
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 < 0 || isNaN(data75)){
validate10.errors = [{instancePath:instancePath+"/summary/errors",schemaPath:"#/properties/summary/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs163 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data70.warnings !== undefined){
let data76 = data70.warnings;
const _errs165 = errors;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
validate10.errors = [{instancePath:instancePath+"/summary/warnings",schemaPath:"#/properties/summary/properties/warnings/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs165){
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 < 0 || isNaN(data76)){
validate10.errors = [{instancePath:instancePath+"/summary/warnings",schemaPath:"#/properties/summary/properties/warnings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs165 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data70.infos !== undefined){
let data77 = data70.infos;
const _errs167 = errors;
if(!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){
validate10.errors = [{instancePath:instancePath+"/summary/infos",schemaPath:"#/properties/summary/properties/infos/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs167){
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 < 0 || isNaN(data77)){
validate10.errors = [{instancePath:instancePath+"/summary/infos",schemaPath:"#/properties/summary/properties/infos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs167 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data70.filesChanged !== undefined){
let data78 = data70.filesChanged;
const _errs169 = errors;
if(!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))){
validate10.errors = [{instancePath:instancePath+"/summary/filesChanged",schemaPath:"#/properties/summary/properties/filesChanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs169){
if((typeof data78 == "number") && (isFinite(data78))){
if(data78 < 0 || isNaN(data78)){
validate10.errors = [{instancePath:instancePath+"/summary/filesChanged",schemaPath:"#/properties/summary/properties/filesChanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs169 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data70.filesUnchanged !== undefined){
let data79 = data70.filesUnchanged;
const _errs171 = errors;
if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){
validate10.errors = [{instancePath:instancePath+"/summary/filesUnchanged",schemaPath:"#/properties/summary/properties/filesUnchanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs171){
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 < 0 || isNaN(data79)){
validate10.errors = [{instancePath:instancePath+"/summary/filesUnchanged",schemaPath:"#/properties/summary/properties/filesUnchanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs171 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data70.failed !== undefined){
const _errs173 = errors;
if(typeof data70.failed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/summary/failed",schemaPath:"#/properties/summary/properties/failed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid31 = _errs173 === errors;
}
else {
var valid31 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs152 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
