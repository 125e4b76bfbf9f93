// Made from docs/report.schema.json by scripts/config.js. Do not edit.

export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://smi2linkerd.dev/report.schema.json","type":"object","required":["schemaVersion","version","mode","files","splits","diagnostics","problems","summary"],"additionalProperties":false,"properties":{"schemaVersion":{"const":2},"version":{"type":"string","minLength":1},"mode":{"$ref":"#/definitions/mode"},"options":{"$ref":"#/definitions/options"},"command":{"type":"string","minLength":1},"tools":{"type":"array","items":{"enum":["argocd","flux","kustomize","helm"]}},"atRunTime":{"type":"string","minLength":1},"repositories":{"type":"array","items":{"type":"object","required":["name","version","mode","failed"],"additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","minLength":1},"mode":{"$ref":"#/definitions/mode"},"options":{"$ref":"#/definitions/options"},"command":{"type":"string","minLength":1},"failed":{"type":"boolean"}}}},"files":{"type":"array","items":{"type":"object","required":["path","changes"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"changes":{"type":"boolean"},"diff":{"type":"string"}}}},"splits":{"type":"array","items":{"type":"object","required":["kind","name","path","backends","outcome","codes"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"kind":{"enum":["TrafficSplit","ServiceProfile"]},"name":{"type":"string","minLength":1},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"origin":{"$ref":"#/definitions/origin"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1},"apex":{"type":"string","minLength":1},"backends":{"type":"array","items":{"type":"object","required":["service","weight"],"additionalProperties":false,"properties":{"service":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100},"becomes":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string","minLength":1},"weight":{"type":"string","minLength":1}}}}}},"outcome":{"enum":["converted","up-to-date","left-alone","refused"]},"target":{"$ref":"#/definitions/target"},"routes":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/target"}},"codes":{"type":"array","items":{"$ref":"#/definitions/code"}}},"dependencies":{"line":["column"],"column":["line"]}}},"diagnostics":{"type":"array","items":{"type":"object","required":["code","severity","message","fix","path"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"code":{"$ref":"#/definitions/code"},"severity":{"enum":["error","warning","info"]},"message":{"type":"string","minLength":1},"fix":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"origin":{"$ref":"#/definitions/origin"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1},"field":{"type":"string","minLength":1},"resource":{"type":"object","required":["kind","name"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string","minLength":1},"namespace":{"type":"string","minLength":1}}},"excerpt":{"type":"string","minLength":1}},"dependencies":{"line":["column"],"column":["line"]}}},"problems":{"type":"array","items":{"type":"object","required":["path","message"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"path":{"type":"string"},"message":{"type":"string","minLength":1}}}},"summary":{"type":"object","required":["converted","upToDate","leftAlone","refused","errors","warnings","infos","filesChanged","filesUnchanged","failed"],"additionalProperties":false,"properties":{"converted":{"type":"integer","minimum":0},"upToDate":{"type":"integer","minimum":0},"leftAlone":{"type":"integer","minimum":0},"refused":{"type":"integer","minimum":0},"errors":{"type":"integer","minimum":0},"warnings":{"type":"integer","minimum":0},"infos":{"type":"integer","minimum":0},"filesChanged":{"type":"integer","minimum":0},"filesUnchanged":{"type":"integer","minimum":0},"failed":{"type":"boolean"}}}},"definitions":{"target":{"type":"object","required":["kind","name","path","state"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string"},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"line":{"type":"integer","minimum":1},"state":{"enum":["missing","different","equal"]},"mark":{"type":"string"},"before":{"type":"array","items":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100}}}}}},"path":{"type":"string","minLength":1},"origin":{"type":"string","minLength":1},"code":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"mode":{"enum":["print","function","write","list","diff","check","library"]},"options":{"type":"object"}}};
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
if(!((((((key1 === "name") || (key1 === "version")) || (key1 === "mode")) || (key1 === "options")) || (key1 === "command")) || (key1 === "failed"))){
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
if(data9.failed !== undefined){
const _errs33 = errors;
if(typeof data9.failed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/failed",schemaPath:"#/properties/repositories/items/properties/failed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid5 = _errs33 === errors;
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
let data16 = data.files;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data16)){
var valid8 = true;
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
let data17 = data16[i2];
const _errs37 = errors;
if(errors === _errs37){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing2;
if(((data17.path === undefined) && (missing2 = "path")) || ((data17.changes === undefined) && (missing2 = "changes"))){
validate10.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs39 = errors;
for(const key2 in data17){
if(!((((key2 === "repository") || (key2 === "path")) || (key2 === "changes")) || (key2 === "diff"))){
validate10.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs39 === errors){
if(data17.repository !== undefined){
let data18 = data17.repository;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data18 === "string"){
if(data18.length < 1){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/repository",schemaPath:"#/properties/files/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/repository",schemaPath:"#/properties/files/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid9 = _errs40 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.path !== undefined){
let data19 = data17.path;
const _errs42 = errors;
const _errs43 = errors;
if(errors === _errs43){
if(typeof data19 === "string"){
if(data19.length < 1){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid9 = _errs42 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.changes !== undefined){
const _errs45 = errors;
if(typeof data17.changes !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/changes",schemaPath:"#/properties/files/items/properties/changes/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid9 = _errs45 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.diff !== undefined){
const _errs47 = errors;
if(typeof data17.diff !== "string"){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/diff",schemaPath:"#/properties/files/items/properties/diff/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid9 = _errs47 === errors;
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
var valid8 = _errs37 === errors;
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
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.splits !== undefined){
let data22 = data.splits;
const _errs49 = errors;
if(errors === _errs49){
if(Array.isArray(data22)){
var valid11 = true;
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
const _errs51 = errors;
if(errors === _errs51){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing3;
if(((((((data23.kind === undefined) && (missing3 = "kind")) || ((data23.name === undefined) && (missing3 = "name"))) || ((data23.path === undefined) && (missing3 = "path"))) || ((data23.backends === undefined) && (missing3 = "backends"))) || ((data23.outcome === undefined) && (missing3 = "outcome"))) || ((data23.codes === undefined) && (missing3 = "codes"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs53 = errors;
for(const key3 in data23){
if(!(func2.call(schema11.properties.splits.items.properties, key3))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs53 === errors){
let missing4;
if(data23.line !== undefined && ((data23.column === undefined) && (missing4 = "column"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/dependencies",keyword:"dependencies",params:{property: "line",
    missingProperty: missing4,
    depsCount: 1,
    deps: "column"},message:"must have property column when property line is present"}];
return false;
}
else {
if(data23.column !== undefined && ((data23.line === undefined) && (missing4 = "line"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/dependencies",keyword:"dependencies",params:{property: "column",
    missingProperty: missing4,
    depsCount: 1,
    deps: "line"},message:"must have property line when property column is present"}];
return false;
}
else {
if(data23.repository !== undefined){
let data24 = data23.repository;
const _errs54 = errors;
if(errors === _errs54){
if(typeof data24 === "string"){
if(data24.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/repository",schemaPath:"#/properties/splits/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/repository",schemaPath:"#/properties/splits/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs54 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.kind !== undefined){
let data25 = data23.kind;
const _errs56 = errors;
if(!((data25 === "TrafficSplit") || (data25 === "ServiceProfile"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/kind",schemaPath:"#/properties/splits/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.splits.items.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid13 = _errs56 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.name !== undefined){
let data26 = data23.name;
const _errs57 = errors;
if(errors === _errs57){
if(typeof data26 === "string"){
if(data26.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/name",schemaPath:"#/properties/splits/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/name",schemaPath:"#/properties/splits/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs57 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.namespace !== undefined){
let data27 = data23.namespace;
const _errs59 = errors;
if(errors === _errs59){
if(typeof data27 === "string"){
if(data27.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/namespace",schemaPath:"#/properties/splits/items/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/namespace",schemaPath:"#/properties/splits/items/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs59 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.path !== undefined){
let data28 = data23.path;
const _errs61 = errors;
const _errs62 = errors;
if(errors === _errs62){
if(typeof data28 === "string"){
if(data28.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs61 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.origin !== undefined){
let data29 = data23.origin;
const _errs64 = errors;
const _errs65 = errors;
if(errors === _errs65){
if(typeof data29 === "string"){
if(data29.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/origin",schemaPath:"#/definitions/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/origin",schemaPath:"#/definitions/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs64 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.line !== undefined){
let data30 = data23.line;
const _errs67 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/line",schemaPath:"#/properties/splits/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs67){
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 1 || isNaN(data30)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/line",schemaPath:"#/properties/splits/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid13 = _errs67 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.column !== undefined){
let data31 = data23.column;
const _errs69 = errors;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/column",schemaPath:"#/properties/splits/items/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs69){
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 1 || isNaN(data31)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/column",schemaPath:"#/properties/splits/items/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
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
if(data23.apex !== undefined){
let data32 = data23.apex;
const _errs71 = errors;
if(errors === _errs71){
if(typeof data32 === "string"){
if(data32.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/apex",schemaPath:"#/properties/splits/items/properties/apex/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/apex",schemaPath:"#/properties/splits/items/properties/apex/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs71 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.backends !== undefined){
let data33 = data23.backends;
const _errs73 = errors;
if(errors === _errs73){
if(Array.isArray(data33)){
var valid16 = true;
const len4 = data33.length;
for(let i4=0; i4<len4; i4++){
let data34 = data33[i4];
const _errs75 = errors;
if(errors === _errs75){
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
let missing5;
if(((data34.service === undefined) && (missing5 = "service")) || ((data34.weight === undefined) && (missing5 = "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4,schemaPath:"#/properties/splits/items/properties/backends/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs77 = errors;
for(const key4 in data34){
if(!((((key4 === "service") || (key4 === "weight")) || (key4 === "share")) || (key4 === "becomes"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4,schemaPath:"#/properties/splits/items/properties/backends/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs77 === errors){
if(data34.service !== undefined){
const _errs78 = errors;
if(typeof data34.service !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/service",schemaPath:"#/properties/splits/items/properties/backends/items/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid17 = _errs78 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data34.weight !== undefined){
const _errs80 = errors;
if(typeof data34.weight !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid17 = _errs80 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data34.share !== undefined){
let data37 = data34.share;
const _errs82 = errors;
if(errors === _errs82){
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 100 || isNaN(data37)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/share",schemaPath:"#/properties/splits/items/properties/backends/items/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"}];
return false;
}
else {
if(data37 < 0 || isNaN(data37)){
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
var valid17 = _errs82 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data34.becomes !== undefined){
let data38 = data34.becomes;
const _errs84 = errors;
if(errors === _errs84){
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
let missing6;
if(((data38.authority === undefined) && (missing6 = "authority")) || ((data38.weight === undefined) && (missing6 = "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs86 = errors;
for(const key5 in data38){
if(!((key5 === "authority") || (key5 === "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs86 === errors){
if(data38.authority !== undefined){
let data39 = data38.authority;
const _errs87 = errors;
if(errors === _errs87){
if(typeof data39 === "string"){
if(data39.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/authority",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/authority/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/authority",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/authority/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid18 = _errs87 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data38.weight !== undefined){
let data40 = data38.weight;
const _errs89 = errors;
if(errors === _errs89){
if(typeof data40 === "string"){
if(data40.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/weight/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid18 = _errs89 === errors;
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
var valid17 = _errs84 === errors;
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
var valid16 = _errs75 === errors;
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
var valid13 = _errs73 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.outcome !== undefined){
let data41 = data23.outcome;
const _errs91 = errors;
if(!((((data41 === "converted") || (data41 === "up-to-date")) || (data41 === "left-alone")) || (data41 === "refused"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/outcome",schemaPath:"#/properties/splits/items/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema11.properties.splits.items.properties.outcome.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid13 = _errs91 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.target !== undefined){
const _errs92 = errors;
if(!(validate11(data23.target, {instancePath:instancePath+"/splits/" + i3+"/target",parentData:data23,parentDataProperty:"target",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid13 = _errs92 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.routes !== undefined){
let data43 = data23.routes;
const _errs93 = errors;
if(errors === _errs93){
if(Array.isArray(data43)){
if(data43.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/routes",schemaPath:"#/properties/splits/items/properties/routes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid19 = true;
const len5 = data43.length;
for(let i5=0; i5<len5; i5++){
const _errs95 = errors;
if(!(validate11(data43[i5], {instancePath:instancePath+"/splits/" + i3+"/routes/" + i5,parentData:data43,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid19 = _errs95 === errors;
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
var valid13 = _errs93 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.codes !== undefined){
let data45 = data23.codes;
const _errs96 = errors;
if(errors === _errs96){
if(Array.isArray(data45)){
var valid20 = true;
const len6 = data45.length;
for(let i6=0; i6<len6; i6++){
let data46 = data45[i6];
const _errs98 = errors;
const _errs99 = errors;
if(errors === _errs99){
if(typeof data46 === "string"){
if(!pattern0.test(data46)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes/" + i6,schemaPath:"#/definitions/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes/" + i6,schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid20 = _errs98 === errors;
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
var valid13 = _errs96 === errors;
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
var valid11 = _errs51 === errors;
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
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diagnostics !== undefined){
let data47 = data.diagnostics;
const _errs101 = errors;
if(errors === _errs101){
if(Array.isArray(data47)){
var valid22 = true;
const len7 = data47.length;
for(let i7=0; i7<len7; i7++){
let data48 = data47[i7];
const _errs103 = errors;
if(errors === _errs103){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
let missing7;
if((((((data48.code === undefined) && (missing7 = "code")) || ((data48.severity === undefined) && (missing7 = "severity"))) || ((data48.message === undefined) && (missing7 = "message"))) || ((data48.fix === undefined) && (missing7 = "fix"))) || ((data48.path === undefined) && (missing7 = "path"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs105 = errors;
for(const key6 in data48){
if(!(func2.call(schema11.properties.diagnostics.items.properties, key6))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs105 === errors){
let missing8;
if(data48.line !== undefined && ((data48.column === undefined) && (missing8 = "column"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/dependencies",keyword:"dependencies",params:{property: "line",
    missingProperty: missing8,
    depsCount: 1,
    deps: "column"},message:"must have property column when property line is present"}];
return false;
}
else {
if(data48.column !== undefined && ((data48.line === undefined) && (missing8 = "line"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/dependencies",keyword:"dependencies",params:{property: "column",
    missingProperty: missing8,
    depsCount: 1,
    deps: "line"},message:"must have property line when property column is present"}];
return false;
}
else {
if(data48.repository !== undefined){
let data49 = data48.repository;
const _errs106 = errors;
if(errors === _errs106){
if(typeof data49 === "string"){
if(data49.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/repository",schemaPath:"#/properties/diagnostics/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/repository",schemaPath:"#/properties/diagnostics/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs106 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.code !== undefined){
let data50 = data48.code;
const _errs108 = errors;
const _errs109 = errors;
if(errors === _errs109){
if(typeof data50 === "string"){
if(!pattern0.test(data50)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/code",schemaPath:"#/definitions/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/code",schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs108 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.severity !== undefined){
let data51 = data48.severity;
const _errs111 = errors;
if(!(((data51 === "error") || (data51 === "warning")) || (data51 === "info"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/severity",schemaPath:"#/properties/diagnostics/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.diagnostics.items.properties.severity.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid24 = _errs111 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.message !== undefined){
let data52 = data48.message;
const _errs112 = errors;
if(errors === _errs112){
if(typeof data52 === "string"){
if(data52.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/message",schemaPath:"#/properties/diagnostics/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/message",schemaPath:"#/properties/diagnostics/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs112 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.fix !== undefined){
let data53 = data48.fix;
const _errs114 = errors;
if(errors === _errs114){
if(typeof data53 === "string"){
if(data53.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/fix",schemaPath:"#/properties/diagnostics/items/properties/fix/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/fix",schemaPath:"#/properties/diagnostics/items/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs114 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.path !== undefined){
let data54 = data48.path;
const _errs116 = errors;
const _errs117 = errors;
if(errors === _errs117){
if(typeof data54 === "string"){
if(data54.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs116 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.origin !== undefined){
let data55 = data48.origin;
const _errs119 = errors;
const _errs120 = errors;
if(errors === _errs120){
if(typeof data55 === "string"){
if(data55.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/origin",schemaPath:"#/definitions/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/origin",schemaPath:"#/definitions/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs119 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.line !== undefined){
let data56 = data48.line;
const _errs122 = errors;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/line",schemaPath:"#/properties/diagnostics/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs122){
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 < 1 || isNaN(data56)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/line",schemaPath:"#/properties/diagnostics/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid24 = _errs122 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.column !== undefined){
let data57 = data48.column;
const _errs124 = errors;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/column",schemaPath:"#/properties/diagnostics/items/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs124){
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 < 1 || isNaN(data57)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/column",schemaPath:"#/properties/diagnostics/items/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
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
if(data48.field !== undefined){
let data58 = data48.field;
const _errs126 = errors;
if(errors === _errs126){
if(typeof data58 === "string"){
if(data58.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/field",schemaPath:"#/properties/diagnostics/items/properties/field/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/field",schemaPath:"#/properties/diagnostics/items/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs126 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.resource !== undefined){
let data59 = data48.resource;
const _errs128 = errors;
if(errors === _errs128){
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
let missing9;
if(((data59.kind === undefined) && (missing9 = "kind")) || ((data59.name === undefined) && (missing9 = "name"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs130 = errors;
for(const key7 in data59){
if(!(((key7 === "kind") || (key7 === "name")) || (key7 === "namespace"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs130 === errors){
if(data59.kind !== undefined){
let data60 = data59.kind;
const _errs131 = errors;
if(errors === _errs131){
if(typeof data60 === "string"){
if(data60.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/kind",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/kind",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid28 = _errs131 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data59.name !== undefined){
let data61 = data59.name;
const _errs133 = errors;
if(errors === _errs133){
if(typeof data61 === "string"){
if(data61.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/name",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/name",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid28 = _errs133 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data59.namespace !== undefined){
let data62 = data59.namespace;
const _errs135 = errors;
if(errors === _errs135){
if(typeof data62 === "string"){
if(data62.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/namespace",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/namespace",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid28 = _errs135 === errors;
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
var valid24 = _errs128 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data48.excerpt !== undefined){
let data63 = data48.excerpt;
const _errs137 = errors;
if(errors === _errs137){
if(typeof data63 === "string"){
if(data63.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/excerpt",schemaPath:"#/properties/diagnostics/items/properties/excerpt/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/excerpt",schemaPath:"#/properties/diagnostics/items/properties/excerpt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid24 = _errs137 === errors;
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
var valid22 = _errs103 === errors;
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
var valid0 = _errs101 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.problems !== undefined){
let data64 = data.problems;
const _errs139 = errors;
if(errors === _errs139){
if(Array.isArray(data64)){
var valid29 = true;
const len8 = data64.length;
for(let i8=0; i8<len8; i8++){
let data65 = data64[i8];
const _errs141 = errors;
if(errors === _errs141){
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
let missing10;
if(((data65.path === undefined) && (missing10 = "path")) || ((data65.message === undefined) && (missing10 = "message"))){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8,schemaPath:"#/properties/problems/items/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs143 = errors;
for(const key8 in data65){
if(!(((key8 === "repository") || (key8 === "path")) || (key8 === "message"))){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8,schemaPath:"#/properties/problems/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs143 === errors){
if(data65.repository !== undefined){
let data66 = data65.repository;
const _errs144 = errors;
if(errors === _errs144){
if(typeof data66 === "string"){
if(data66.length < 1){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/repository",schemaPath:"#/properties/problems/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/repository",schemaPath:"#/properties/problems/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid30 = _errs144 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data65.path !== undefined){
const _errs146 = errors;
if(typeof data65.path !== "string"){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/path",schemaPath:"#/properties/problems/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid30 = _errs146 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data65.message !== undefined){
let data68 = data65.message;
const _errs148 = errors;
if(errors === _errs148){
if(typeof data68 === "string"){
if(data68.length < 1){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/message",schemaPath:"#/properties/problems/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/message",schemaPath:"#/properties/problems/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid30 = _errs148 === errors;
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
var valid29 = _errs141 === errors;
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
var valid0 = _errs139 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data69 = data.summary;
const _errs150 = errors;
if(errors === _errs150){
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
let missing11;
if(((((((((((data69.converted === undefined) && (missing11 = "converted")) || ((data69.upToDate === undefined) && (missing11 = "upToDate"))) || ((data69.leftAlone === undefined) && (missing11 = "leftAlone"))) || ((data69.refused === undefined) && (missing11 = "refused"))) || ((data69.errors === undefined) && (missing11 = "errors"))) || ((data69.warnings === undefined) && (missing11 = "warnings"))) || ((data69.infos === undefined) && (missing11 = "infos"))) || ((data69.filesChanged === undefined) && (missing11 = "filesChanged"))) || ((data69.filesUnchanged === undefined) && (missing11 = "filesUnchanged"))) || ((data69.failed === undefined) && (missing11 = "failed"))){
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"}];
return false;
}
else {
const _errs152 = errors;
for(const key9 in data69){
if(!(func2.call(schema11.properties.summary.properties, key9))){
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs152 === errors){
if(data69.converted !== undefined){
let data70 = data69.converted;
const _errs153 = errors;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
validate10.errors = [{instancePath:instancePath+"/summary/converted",schemaPath:"#/properties/summary/properties/converted/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs153){
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 < 0 || isNaN(data70)){
validate10.errors = [{instancePath:instancePath+"/summary/converted",schemaPath:"#/properties/summary/properties/converted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid31 = _errs153 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data69.upToDate !== undefined){
let data71 = data69.upToDate;
const _errs155 = errors;
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
validate10.errors = [{instancePath:instancePath+"/summary/upToDate",schemaPath:"#/properties/summary/properties/upToDate/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs155){
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 < 0 || isNaN(data71)){
validate10.errors = [{instancePath:instancePath+"/summary/upToDate",schemaPath:"#/properties/summary/properties/upToDate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
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
if(data69.leftAlone !== undefined){
let data72 = data69.leftAlone;
const _errs157 = errors;
if(!(((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72))) && (isFinite(data72)))){
validate10.errors = [{instancePath:instancePath+"/summary/leftAlone",schemaPath:"#/properties/summary/properties/leftAlone/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs157){
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 < 0 || isNaN(data72)){
validate10.errors = [{instancePath:instancePath+"/summary/leftAlone",schemaPath:"#/properties/summary/properties/leftAlone/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
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
if(data69.refused !== undefined){
let data73 = data69.refused;
const _errs159 = errors;
if(!(((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73))) && (isFinite(data73)))){
validate10.errors = [{instancePath:instancePath+"/summary/refused",schemaPath:"#/properties/summary/properties/refused/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs159){
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 < 0 || isNaN(data73)){
validate10.errors = [{instancePath:instancePath+"/summary/refused",schemaPath:"#/properties/summary/properties/refused/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
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
if(data69.errors !== undefined){
let data74 = data69.errors;
const _errs161 = errors;
if(!(((typeof data74 == "number") && (!(data74 % 1) && !isNaN(data74))) && (isFinite(data74)))){
validate10.errors = [{instancePath:instancePath+"/summary/errors",schemaPath:"#/properties/summary/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs161){
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 < 0 || isNaN(data74)){
validate10.errors = [{instancePath:instancePath+"/summary/errors",schemaPath:"#/properties/summary/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
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
if(data69.warnings !== undefined){
let data75 = data69.warnings;
const _errs163 = errors;
if(!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))){
validate10.errors = [{instancePath:instancePath+"/summary/warnings",schemaPath:"#/properties/summary/properties/warnings/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs163){
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 < 0 || isNaN(data75)){
validate10.errors = [{instancePath:instancePath+"/summary/warnings",schemaPath:"#/properties/summary/properties/warnings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
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
if(data69.infos !== undefined){
let data76 = data69.infos;
const _errs165 = errors;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
validate10.errors = [{instancePath:instancePath+"/summary/infos",schemaPath:"#/properties/summary/properties/infos/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs165){
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 < 0 || isNaN(data76)){
validate10.errors = [{instancePath:instancePath+"/summary/infos",schemaPath:"#/properties/summary/properties/infos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
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
if(data69.filesChanged !== undefined){
let data77 = data69.filesChanged;
const _errs167 = errors;
if(!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){
validate10.errors = [{instancePath:instancePath+"/summary/filesChanged",schemaPath:"#/properties/summary/properties/filesChanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs167){
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 < 0 || isNaN(data77)){
validate10.errors = [{instancePath:instancePath+"/summary/filesChanged",schemaPath:"#/properties/summary/properties/filesChanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
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
if(data69.filesUnchanged !== undefined){
let data78 = data69.filesUnchanged;
const _errs169 = errors;
if(!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))){
validate10.errors = [{instancePath:instancePath+"/summary/filesUnchanged",schemaPath:"#/properties/summary/properties/filesUnchanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs169){
if((typeof data78 == "number") && (isFinite(data78))){
if(data78 < 0 || isNaN(data78)){
validate10.errors = [{instancePath:instancePath+"/summary/filesUnchanged",schemaPath:"#/properties/summary/properties/filesUnchanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
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
if(data69.failed !== undefined){
const _errs171 = errors;
if(typeof data69.failed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/summary/failed",schemaPath:"#/properties/summary/properties/failed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid31 = _errs171 === errors;
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
var valid0 = _errs150 === errors;
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
