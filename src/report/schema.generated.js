// Made from docs/report.schema.json by scripts/config.js. Do not edit.

export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://smi2linkerd.dev/report.schema.json","type":"object","required":["schemaVersion","version","mode","files","splits","diagnostics","problems","summary"],"additionalProperties":false,"properties":{"schemaVersion":{"const":2},"version":{"type":"string","minLength":1},"mode":{"$ref":"#/definitions/mode"},"options":{"$ref":"#/definitions/options"},"command":{"type":"string","minLength":1},"tools":{"type":"array","items":{"enum":["argocd","flux","kustomize","helm"]}},"atRunTime":{"type":"string","minLength":1},"repositories":{"type":"array","items":{"type":"object","required":["name","version","mode","failed"],"additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","minLength":1},"mode":{"$ref":"#/definitions/mode"},"options":{"$ref":"#/definitions/options"},"command":{"type":"string","minLength":1},"atRunTime":{"type":"string","minLength":1},"failed":{"type":"boolean"},"summary":{"$ref":"#/definitions/summary"}}}},"files":{"type":"array","items":{"type":"object","required":["path","changes"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"changes":{"type":"boolean"},"diff":{"type":"string"}}}},"splits":{"type":"array","items":{"type":"object","required":["kind","name","path","backends","outcome","codes"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"kind":{"enum":["TrafficSplit","ServiceProfile"]},"name":{"type":"string","minLength":1},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"origin":{"$ref":"#/definitions/origin"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1},"apex":{"type":"string","minLength":1},"backends":{"type":"array","items":{"type":"object","required":["service","weight"],"additionalProperties":false,"properties":{"service":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100},"becomes":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string","minLength":1},"weight":{"type":"string","minLength":1}}}}}},"outcome":{"enum":["converted","up-to-date","left-alone","refused"]},"target":{"$ref":"#/definitions/target"},"routes":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/target"}},"codes":{"type":"array","items":{"$ref":"#/definitions/code"}}},"dependencies":{"line":["column"],"column":["line"]}}},"diagnostics":{"type":"array","items":{"type":"object","required":["code","severity","message","fix","path"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"code":{"$ref":"#/definitions/code"},"severity":{"enum":["error","warning","info"]},"message":{"type":"string","minLength":1},"fix":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"origin":{"$ref":"#/definitions/origin"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1},"field":{"type":"string","minLength":1},"resource":{"type":"object","required":["kind","name"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string","minLength":1},"namespace":{"type":"string","minLength":1}}},"excerpt":{"type":"string","minLength":1}},"dependencies":{"line":["column"],"column":["line"]}}},"problems":{"type":"array","items":{"type":"object","required":["path","message"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"path":{"type":"string"},"message":{"type":"string","minLength":1}}}},"summary":{"$ref":"#/definitions/summary"}},"definitions":{"summary":{"type":"object","required":["converted","upToDate","leftAlone","refused","errors","warnings","infos","filesChanged","filesUnchanged","failed"],"additionalProperties":false,"properties":{"converted":{"type":"integer","minimum":0},"upToDate":{"type":"integer","minimum":0},"leftAlone":{"type":"integer","minimum":0},"refused":{"type":"integer","minimum":0},"errors":{"type":"integer","minimum":0},"warnings":{"type":"integer","minimum":0},"infos":{"type":"integer","minimum":0},"filesChanged":{"type":"integer","minimum":0},"filesUnchanged":{"type":"integer","minimum":0},"failed":{"type":"boolean"}}},"target":{"type":"object","required":["kind","name","path","state"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string"},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"line":{"type":"integer","minimum":1},"state":{"enum":["missing","different","equal"]},"mark":{"type":"string"},"before":{"type":"array","items":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100}}}}}},"path":{"type":"string","minLength":1},"origin":{"type":"string","minLength":1},"code":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"mode":{"enum":["print","function","write","list","diff","check","library"]},"options":{"type":"object"}}};
const schema12 = {"enum":["print","function","write","list","diff","check","library"]};
const schema13 = {"type":"object"};
const schema16 = {"type":"object","required":["converted","upToDate","leftAlone","refused","errors","warnings","infos","filesChanged","filesUnchanged","failed"],"additionalProperties":false,"properties":{"converted":{"type":"integer","minimum":0},"upToDate":{"type":"integer","minimum":0},"leftAlone":{"type":"integer","minimum":0},"refused":{"type":"integer","minimum":0},"errors":{"type":"integer","minimum":0},"warnings":{"type":"integer","minimum":0},"infos":{"type":"integer","minimum":0},"filesChanged":{"type":"integer","minimum":0},"filesUnchanged":{"type":"integer","minimum":0},"failed":{"type":"boolean"}}};
const schema17 = {"type":"string","minLength":1};
const schema19 = {"type":"string","minLength":1};
const schema22 = {"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"};
const func2 = Object.prototype.hasOwnProperty;
const schema20 = {"type":"object","required":["kind","name","path","state"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string"},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"line":{"type":"integer","minimum":1},"state":{"enum":["missing","different","equal"]},"mark":{"type":"string"},"before":{"type":"array","items":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100}}}}}};

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
validate11.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema20.properties.state.enum},message:"must be equal to one of the allowed values"}];
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
if(!((((((((key1 === "name") || (key1 === "version")) || (key1 === "mode")) || (key1 === "options")) || (key1 === "command")) || (key1 === "atRunTime")) || (key1 === "failed")) || (key1 === "summary"))){
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
if(valid5){
if(data9.summary !== undefined){
let data17 = data9.summary;
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing2;
if(((((((((((data17.converted === undefined) && (missing2 = "converted")) || ((data17.upToDate === undefined) && (missing2 = "upToDate"))) || ((data17.leftAlone === undefined) && (missing2 = "leftAlone"))) || ((data17.refused === undefined) && (missing2 = "refused"))) || ((data17.errors === undefined) && (missing2 = "errors"))) || ((data17.warnings === undefined) && (missing2 = "warnings"))) || ((data17.infos === undefined) && (missing2 = "infos"))) || ((data17.filesChanged === undefined) && (missing2 = "filesChanged"))) || ((data17.filesUnchanged === undefined) && (missing2 = "filesUnchanged"))) || ((data17.failed === undefined) && (missing2 = "failed"))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary",schemaPath:"#/definitions/summary/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs40 = errors;
for(const key2 in data17){
if(!(func2.call(schema16.properties, key2))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary",schemaPath:"#/definitions/summary/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs40 === errors){
if(data17.converted !== undefined){
let data18 = data17.converted;
const _errs41 = errors;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/converted",schemaPath:"#/definitions/summary/properties/converted/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs41){
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/converted",schemaPath:"#/definitions/summary/properties/converted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs41 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.upToDate !== undefined){
let data19 = data17.upToDate;
const _errs43 = errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/upToDate",schemaPath:"#/definitions/summary/properties/upToDate/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs43){
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/upToDate",schemaPath:"#/definitions/summary/properties/upToDate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs43 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.leftAlone !== undefined){
let data20 = data17.leftAlone;
const _errs45 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/leftAlone",schemaPath:"#/definitions/summary/properties/leftAlone/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs45){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/leftAlone",schemaPath:"#/definitions/summary/properties/leftAlone/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs45 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.refused !== undefined){
let data21 = data17.refused;
const _errs47 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/refused",schemaPath:"#/definitions/summary/properties/refused/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs47){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/refused",schemaPath:"#/definitions/summary/properties/refused/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs47 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.errors !== undefined){
let data22 = data17.errors;
const _errs49 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/errors",schemaPath:"#/definitions/summary/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs49){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/errors",schemaPath:"#/definitions/summary/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs49 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.warnings !== undefined){
let data23 = data17.warnings;
const _errs51 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/warnings",schemaPath:"#/definitions/summary/properties/warnings/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs51){
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/warnings",schemaPath:"#/definitions/summary/properties/warnings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs51 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.infos !== undefined){
let data24 = data17.infos;
const _errs53 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/infos",schemaPath:"#/definitions/summary/properties/infos/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs53){
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/infos",schemaPath:"#/definitions/summary/properties/infos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs53 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.filesChanged !== undefined){
let data25 = data17.filesChanged;
const _errs55 = errors;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/filesChanged",schemaPath:"#/definitions/summary/properties/filesChanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs55){
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 0 || isNaN(data25)){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/filesChanged",schemaPath:"#/definitions/summary/properties/filesChanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs55 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.filesUnchanged !== undefined){
let data26 = data17.filesUnchanged;
const _errs57 = errors;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/filesUnchanged",schemaPath:"#/definitions/summary/properties/filesUnchanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs57){
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/filesUnchanged",schemaPath:"#/definitions/summary/properties/filesUnchanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs57 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.failed !== undefined){
const _errs59 = errors;
if(typeof data17.failed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary/failed",schemaPath:"#/definitions/summary/properties/failed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid9 = _errs59 === errors;
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
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/summary",schemaPath:"#/definitions/summary/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs37 === errors;
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
let data28 = data.files;
const _errs61 = errors;
if(errors === _errs61){
if(Array.isArray(data28)){
var valid10 = true;
const len2 = data28.length;
for(let i2=0; i2<len2; i2++){
let data29 = data28[i2];
const _errs63 = errors;
if(errors === _errs63){
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
let missing3;
if(((data29.path === undefined) && (missing3 = "path")) || ((data29.changes === undefined) && (missing3 = "changes"))){
validate10.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs65 = errors;
for(const key3 in data29){
if(!((((key3 === "repository") || (key3 === "path")) || (key3 === "changes")) || (key3 === "diff"))){
validate10.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs65 === errors){
if(data29.repository !== undefined){
let data30 = data29.repository;
const _errs66 = errors;
if(errors === _errs66){
if(typeof data30 === "string"){
if(data30.length < 1){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/repository",schemaPath:"#/properties/files/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/repository",schemaPath:"#/properties/files/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs66 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data29.path !== undefined){
let data31 = data29.path;
const _errs68 = errors;
const _errs69 = errors;
if(errors === _errs69){
if(typeof data31 === "string"){
if(data31.length < 1){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs68 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data29.changes !== undefined){
const _errs71 = errors;
if(typeof data29.changes !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/changes",schemaPath:"#/properties/files/items/properties/changes/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid11 = _errs71 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data29.diff !== undefined){
const _errs73 = errors;
if(typeof data29.diff !== "string"){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/diff",schemaPath:"#/properties/files/items/properties/diff/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid11 = _errs73 === errors;
}
else {
var valid11 = true;
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
var valid10 = _errs63 === errors;
if(!valid10){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs61 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.splits !== undefined){
let data34 = data.splits;
const _errs75 = errors;
if(errors === _errs75){
if(Array.isArray(data34)){
var valid13 = true;
const len3 = data34.length;
for(let i3=0; i3<len3; i3++){
let data35 = data34[i3];
const _errs77 = errors;
if(errors === _errs77){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
let missing4;
if(((((((data35.kind === undefined) && (missing4 = "kind")) || ((data35.name === undefined) && (missing4 = "name"))) || ((data35.path === undefined) && (missing4 = "path"))) || ((data35.backends === undefined) && (missing4 = "backends"))) || ((data35.outcome === undefined) && (missing4 = "outcome"))) || ((data35.codes === undefined) && (missing4 = "codes"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs79 = errors;
for(const key4 in data35){
if(!(func2.call(schema11.properties.splits.items.properties, key4))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs79 === errors){
let missing5;
if(data35.line !== undefined && ((data35.column === undefined) && (missing5 = "column"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/dependencies",keyword:"dependencies",params:{property: "line",
    missingProperty: missing5,
    depsCount: 1,
    deps: "column"},message:"must have property column when property line is present"}];
return false;
}
else {
if(data35.column !== undefined && ((data35.line === undefined) && (missing5 = "line"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/dependencies",keyword:"dependencies",params:{property: "column",
    missingProperty: missing5,
    depsCount: 1,
    deps: "line"},message:"must have property line when property column is present"}];
return false;
}
else {
if(data35.repository !== undefined){
let data36 = data35.repository;
const _errs80 = errors;
if(errors === _errs80){
if(typeof data36 === "string"){
if(data36.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/repository",schemaPath:"#/properties/splits/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/repository",schemaPath:"#/properties/splits/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid15 = _errs80 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.kind !== undefined){
let data37 = data35.kind;
const _errs82 = errors;
if(!((data37 === "TrafficSplit") || (data37 === "ServiceProfile"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/kind",schemaPath:"#/properties/splits/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.splits.items.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid15 = _errs82 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.name !== undefined){
let data38 = data35.name;
const _errs83 = errors;
if(errors === _errs83){
if(typeof data38 === "string"){
if(data38.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/name",schemaPath:"#/properties/splits/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/name",schemaPath:"#/properties/splits/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid15 = _errs83 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.namespace !== undefined){
let data39 = data35.namespace;
const _errs85 = errors;
if(errors === _errs85){
if(typeof data39 === "string"){
if(data39.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/namespace",schemaPath:"#/properties/splits/items/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/namespace",schemaPath:"#/properties/splits/items/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid15 = _errs85 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.path !== undefined){
let data40 = data35.path;
const _errs87 = errors;
const _errs88 = errors;
if(errors === _errs88){
if(typeof data40 === "string"){
if(data40.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid15 = _errs87 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.origin !== undefined){
let data41 = data35.origin;
const _errs90 = errors;
const _errs91 = errors;
if(errors === _errs91){
if(typeof data41 === "string"){
if(data41.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/origin",schemaPath:"#/definitions/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/origin",schemaPath:"#/definitions/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid15 = _errs90 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.line !== undefined){
let data42 = data35.line;
const _errs93 = errors;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/line",schemaPath:"#/properties/splits/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs93){
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 < 1 || isNaN(data42)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/line",schemaPath:"#/properties/splits/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid15 = _errs93 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.column !== undefined){
let data43 = data35.column;
const _errs95 = errors;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/column",schemaPath:"#/properties/splits/items/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs95){
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 1 || isNaN(data43)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/column",schemaPath:"#/properties/splits/items/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid15 = _errs95 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.apex !== undefined){
let data44 = data35.apex;
const _errs97 = errors;
if(errors === _errs97){
if(typeof data44 === "string"){
if(data44.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/apex",schemaPath:"#/properties/splits/items/properties/apex/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/apex",schemaPath:"#/properties/splits/items/properties/apex/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid15 = _errs97 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.backends !== undefined){
let data45 = data35.backends;
const _errs99 = errors;
if(errors === _errs99){
if(Array.isArray(data45)){
var valid18 = true;
const len4 = data45.length;
for(let i4=0; i4<len4; i4++){
let data46 = data45[i4];
const _errs101 = errors;
if(errors === _errs101){
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
let missing6;
if(((data46.service === undefined) && (missing6 = "service")) || ((data46.weight === undefined) && (missing6 = "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4,schemaPath:"#/properties/splits/items/properties/backends/items/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs103 = errors;
for(const key5 in data46){
if(!((((key5 === "service") || (key5 === "weight")) || (key5 === "share")) || (key5 === "becomes"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4,schemaPath:"#/properties/splits/items/properties/backends/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs103 === errors){
if(data46.service !== undefined){
const _errs104 = errors;
if(typeof data46.service !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/service",schemaPath:"#/properties/splits/items/properties/backends/items/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid19 = _errs104 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data46.weight !== undefined){
const _errs106 = errors;
if(typeof data46.weight !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid19 = _errs106 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data46.share !== undefined){
let data49 = data46.share;
const _errs108 = errors;
if(errors === _errs108){
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 100 || isNaN(data49)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/share",schemaPath:"#/properties/splits/items/properties/backends/items/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"}];
return false;
}
else {
if(data49 < 0 || isNaN(data49)){
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
var valid19 = _errs108 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data46.becomes !== undefined){
let data50 = data46.becomes;
const _errs110 = errors;
if(errors === _errs110){
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
let missing7;
if(((data50.authority === undefined) && (missing7 = "authority")) || ((data50.weight === undefined) && (missing7 = "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs112 = errors;
for(const key6 in data50){
if(!((key6 === "authority") || (key6 === "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs112 === errors){
if(data50.authority !== undefined){
let data51 = data50.authority;
const _errs113 = errors;
if(errors === _errs113){
if(typeof data51 === "string"){
if(data51.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/authority",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/authority/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/authority",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/authority/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid20 = _errs113 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data50.weight !== undefined){
let data52 = data50.weight;
const _errs115 = errors;
if(errors === _errs115){
if(typeof data52 === "string"){
if(data52.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/weight/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid20 = _errs115 === errors;
}
else {
var valid20 = true;
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
var valid19 = _errs110 === errors;
}
else {
var valid19 = true;
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
var valid18 = _errs101 === errors;
if(!valid18){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends",schemaPath:"#/properties/splits/items/properties/backends/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid15 = _errs99 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.outcome !== undefined){
let data53 = data35.outcome;
const _errs117 = errors;
if(!((((data53 === "converted") || (data53 === "up-to-date")) || (data53 === "left-alone")) || (data53 === "refused"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/outcome",schemaPath:"#/properties/splits/items/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema11.properties.splits.items.properties.outcome.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid15 = _errs117 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.target !== undefined){
const _errs118 = errors;
if(!(validate11(data35.target, {instancePath:instancePath+"/splits/" + i3+"/target",parentData:data35,parentDataProperty:"target",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid15 = _errs118 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.routes !== undefined){
let data55 = data35.routes;
const _errs119 = errors;
if(errors === _errs119){
if(Array.isArray(data55)){
if(data55.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/routes",schemaPath:"#/properties/splits/items/properties/routes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid21 = true;
const len5 = data55.length;
for(let i5=0; i5<len5; i5++){
const _errs121 = errors;
if(!(validate11(data55[i5], {instancePath:instancePath+"/splits/" + i3+"/routes/" + i5,parentData:data55,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid21 = _errs121 === errors;
if(!valid21){
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
var valid15 = _errs119 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.codes !== undefined){
let data57 = data35.codes;
const _errs122 = errors;
if(errors === _errs122){
if(Array.isArray(data57)){
var valid22 = true;
const len6 = data57.length;
for(let i6=0; i6<len6; i6++){
let data58 = data57[i6];
const _errs124 = errors;
const _errs125 = errors;
if(errors === _errs125){
if(typeof data58 === "string"){
if(!pattern0.test(data58)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes/" + i6,schemaPath:"#/definitions/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes/" + i6,schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid22 = _errs124 === errors;
if(!valid22){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes",schemaPath:"#/properties/splits/items/properties/codes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid15 = _errs122 === errors;
}
else {
var valid15 = true;
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
var valid13 = _errs77 === errors;
if(!valid13){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits",schemaPath:"#/properties/splits/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs75 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diagnostics !== undefined){
let data59 = data.diagnostics;
const _errs127 = errors;
if(errors === _errs127){
if(Array.isArray(data59)){
var valid24 = true;
const len7 = data59.length;
for(let i7=0; i7<len7; i7++){
let data60 = data59[i7];
const _errs129 = errors;
if(errors === _errs129){
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
let missing8;
if((((((data60.code === undefined) && (missing8 = "code")) || ((data60.severity === undefined) && (missing8 = "severity"))) || ((data60.message === undefined) && (missing8 = "message"))) || ((data60.fix === undefined) && (missing8 = "fix"))) || ((data60.path === undefined) && (missing8 = "path"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs131 = errors;
for(const key7 in data60){
if(!(func2.call(schema11.properties.diagnostics.items.properties, key7))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs131 === errors){
let missing9;
if(data60.line !== undefined && ((data60.column === undefined) && (missing9 = "column"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/dependencies",keyword:"dependencies",params:{property: "line",
    missingProperty: missing9,
    depsCount: 1,
    deps: "column"},message:"must have property column when property line is present"}];
return false;
}
else {
if(data60.column !== undefined && ((data60.line === undefined) && (missing9 = "line"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/dependencies",keyword:"dependencies",params:{property: "column",
    missingProperty: missing9,
    depsCount: 1,
    deps: "line"},message:"must have property line when property column is present"}];
return false;
}
else {
if(data60.repository !== undefined){
let data61 = data60.repository;
const _errs132 = errors;
if(errors === _errs132){
if(typeof data61 === "string"){
if(data61.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/repository",schemaPath:"#/properties/diagnostics/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/repository",schemaPath:"#/properties/diagnostics/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid26 = _errs132 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.code !== undefined){
let data62 = data60.code;
const _errs134 = errors;
const _errs135 = errors;
if(errors === _errs135){
if(typeof data62 === "string"){
if(!pattern0.test(data62)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/code",schemaPath:"#/definitions/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/code",schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid26 = _errs134 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.severity !== undefined){
let data63 = data60.severity;
const _errs137 = errors;
if(!(((data63 === "error") || (data63 === "warning")) || (data63 === "info"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/severity",schemaPath:"#/properties/diagnostics/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.diagnostics.items.properties.severity.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid26 = _errs137 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.message !== undefined){
let data64 = data60.message;
const _errs138 = errors;
if(errors === _errs138){
if(typeof data64 === "string"){
if(data64.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/message",schemaPath:"#/properties/diagnostics/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/message",schemaPath:"#/properties/diagnostics/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid26 = _errs138 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.fix !== undefined){
let data65 = data60.fix;
const _errs140 = errors;
if(errors === _errs140){
if(typeof data65 === "string"){
if(data65.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/fix",schemaPath:"#/properties/diagnostics/items/properties/fix/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/fix",schemaPath:"#/properties/diagnostics/items/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid26 = _errs140 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.path !== undefined){
let data66 = data60.path;
const _errs142 = errors;
const _errs143 = errors;
if(errors === _errs143){
if(typeof data66 === "string"){
if(data66.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid26 = _errs142 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.origin !== undefined){
let data67 = data60.origin;
const _errs145 = errors;
const _errs146 = errors;
if(errors === _errs146){
if(typeof data67 === "string"){
if(data67.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/origin",schemaPath:"#/definitions/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/origin",schemaPath:"#/definitions/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid26 = _errs145 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.line !== undefined){
let data68 = data60.line;
const _errs148 = errors;
if(!(((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68))) && (isFinite(data68)))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/line",schemaPath:"#/properties/diagnostics/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs148){
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 < 1 || isNaN(data68)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/line",schemaPath:"#/properties/diagnostics/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid26 = _errs148 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.column !== undefined){
let data69 = data60.column;
const _errs150 = errors;
if(!(((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69))) && (isFinite(data69)))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/column",schemaPath:"#/properties/diagnostics/items/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs150){
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 < 1 || isNaN(data69)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/column",schemaPath:"#/properties/diagnostics/items/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid26 = _errs150 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.field !== undefined){
let data70 = data60.field;
const _errs152 = errors;
if(errors === _errs152){
if(typeof data70 === "string"){
if(data70.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/field",schemaPath:"#/properties/diagnostics/items/properties/field/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/field",schemaPath:"#/properties/diagnostics/items/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid26 = _errs152 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.resource !== undefined){
let data71 = data60.resource;
const _errs154 = errors;
if(errors === _errs154){
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
let missing10;
if(((data71.kind === undefined) && (missing10 = "kind")) || ((data71.name === undefined) && (missing10 = "name"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs156 = errors;
for(const key8 in data71){
if(!(((key8 === "kind") || (key8 === "name")) || (key8 === "namespace"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs156 === errors){
if(data71.kind !== undefined){
let data72 = data71.kind;
const _errs157 = errors;
if(errors === _errs157){
if(typeof data72 === "string"){
if(data72.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/kind",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/kind",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid30 = _errs157 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data71.name !== undefined){
let data73 = data71.name;
const _errs159 = errors;
if(errors === _errs159){
if(typeof data73 === "string"){
if(data73.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/name",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/name",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid30 = _errs159 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data71.namespace !== undefined){
let data74 = data71.namespace;
const _errs161 = errors;
if(errors === _errs161){
if(typeof data74 === "string"){
if(data74.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/namespace",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/namespace",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid30 = _errs161 === errors;
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
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid26 = _errs154 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.excerpt !== undefined){
let data75 = data60.excerpt;
const _errs163 = errors;
if(errors === _errs163){
if(typeof data75 === "string"){
if(data75.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/excerpt",schemaPath:"#/properties/diagnostics/items/properties/excerpt/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/excerpt",schemaPath:"#/properties/diagnostics/items/properties/excerpt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid26 = _errs163 === errors;
}
else {
var valid26 = true;
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
var valid24 = _errs129 === errors;
if(!valid24){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics",schemaPath:"#/properties/diagnostics/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs127 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.problems !== undefined){
let data76 = data.problems;
const _errs165 = errors;
if(errors === _errs165){
if(Array.isArray(data76)){
var valid31 = true;
const len8 = data76.length;
for(let i8=0; i8<len8; i8++){
let data77 = data76[i8];
const _errs167 = errors;
if(errors === _errs167){
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
let missing11;
if(((data77.path === undefined) && (missing11 = "path")) || ((data77.message === undefined) && (missing11 = "message"))){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8,schemaPath:"#/properties/problems/items/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"}];
return false;
}
else {
const _errs169 = errors;
for(const key9 in data77){
if(!(((key9 === "repository") || (key9 === "path")) || (key9 === "message"))){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8,schemaPath:"#/properties/problems/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs169 === errors){
if(data77.repository !== undefined){
let data78 = data77.repository;
const _errs170 = errors;
if(errors === _errs170){
if(typeof data78 === "string"){
if(data78.length < 1){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/repository",schemaPath:"#/properties/problems/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/repository",schemaPath:"#/properties/problems/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid32 = _errs170 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data77.path !== undefined){
const _errs172 = errors;
if(typeof data77.path !== "string"){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/path",schemaPath:"#/properties/problems/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid32 = _errs172 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data77.message !== undefined){
let data80 = data77.message;
const _errs174 = errors;
if(errors === _errs174){
if(typeof data80 === "string"){
if(data80.length < 1){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/message",schemaPath:"#/properties/problems/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/message",schemaPath:"#/properties/problems/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid32 = _errs174 === errors;
}
else {
var valid32 = true;
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
var valid31 = _errs167 === errors;
if(!valid31){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems",schemaPath:"#/properties/problems/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs165 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data81 = data.summary;
const _errs176 = errors;
const _errs177 = errors;
if(errors === _errs177){
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
let missing12;
if(((((((((((data81.converted === undefined) && (missing12 = "converted")) || ((data81.upToDate === undefined) && (missing12 = "upToDate"))) || ((data81.leftAlone === undefined) && (missing12 = "leftAlone"))) || ((data81.refused === undefined) && (missing12 = "refused"))) || ((data81.errors === undefined) && (missing12 = "errors"))) || ((data81.warnings === undefined) && (missing12 = "warnings"))) || ((data81.infos === undefined) && (missing12 = "infos"))) || ((data81.filesChanged === undefined) && (missing12 = "filesChanged"))) || ((data81.filesUnchanged === undefined) && (missing12 = "filesUnchanged"))) || ((data81.failed === undefined) && (missing12 = "failed"))){
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/definitions/summary/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'"}];
return false;
}
else {
const _errs179 = errors;
for(const key10 in data81){
if(!(func2.call(schema16.properties, key10))){
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/definitions/summary/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs179 === errors){
if(data81.converted !== undefined){
let data82 = data81.converted;
const _errs180 = errors;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
validate10.errors = [{instancePath:instancePath+"/summary/converted",schemaPath:"#/definitions/summary/properties/converted/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs180){
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 < 0 || isNaN(data82)){
validate10.errors = [{instancePath:instancePath+"/summary/converted",schemaPath:"#/definitions/summary/properties/converted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs180 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data81.upToDate !== undefined){
let data83 = data81.upToDate;
const _errs182 = errors;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
validate10.errors = [{instancePath:instancePath+"/summary/upToDate",schemaPath:"#/definitions/summary/properties/upToDate/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs182){
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 < 0 || isNaN(data83)){
validate10.errors = [{instancePath:instancePath+"/summary/upToDate",schemaPath:"#/definitions/summary/properties/upToDate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs182 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data81.leftAlone !== undefined){
let data84 = data81.leftAlone;
const _errs184 = errors;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
validate10.errors = [{instancePath:instancePath+"/summary/leftAlone",schemaPath:"#/definitions/summary/properties/leftAlone/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs184){
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 < 0 || isNaN(data84)){
validate10.errors = [{instancePath:instancePath+"/summary/leftAlone",schemaPath:"#/definitions/summary/properties/leftAlone/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs184 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data81.refused !== undefined){
let data85 = data81.refused;
const _errs186 = errors;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
validate10.errors = [{instancePath:instancePath+"/summary/refused",schemaPath:"#/definitions/summary/properties/refused/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs186){
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 < 0 || isNaN(data85)){
validate10.errors = [{instancePath:instancePath+"/summary/refused",schemaPath:"#/definitions/summary/properties/refused/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs186 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data81.errors !== undefined){
let data86 = data81.errors;
const _errs188 = errors;
if(!(((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86))) && (isFinite(data86)))){
validate10.errors = [{instancePath:instancePath+"/summary/errors",schemaPath:"#/definitions/summary/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs188){
if((typeof data86 == "number") && (isFinite(data86))){
if(data86 < 0 || isNaN(data86)){
validate10.errors = [{instancePath:instancePath+"/summary/errors",schemaPath:"#/definitions/summary/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs188 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data81.warnings !== undefined){
let data87 = data81.warnings;
const _errs190 = errors;
if(!(((typeof data87 == "number") && (!(data87 % 1) && !isNaN(data87))) && (isFinite(data87)))){
validate10.errors = [{instancePath:instancePath+"/summary/warnings",schemaPath:"#/definitions/summary/properties/warnings/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs190){
if((typeof data87 == "number") && (isFinite(data87))){
if(data87 < 0 || isNaN(data87)){
validate10.errors = [{instancePath:instancePath+"/summary/warnings",schemaPath:"#/definitions/summary/properties/warnings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs190 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data81.infos !== undefined){
let data88 = data81.infos;
const _errs192 = errors;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
validate10.errors = [{instancePath:instancePath+"/summary/infos",schemaPath:"#/definitions/summary/properties/infos/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs192){
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 < 0 || isNaN(data88)){
validate10.errors = [{instancePath:instancePath+"/summary/infos",schemaPath:"#/definitions/summary/properties/infos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs192 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data81.filesChanged !== undefined){
let data89 = data81.filesChanged;
const _errs194 = errors;
if(!(((typeof data89 == "number") && (!(data89 % 1) && !isNaN(data89))) && (isFinite(data89)))){
validate10.errors = [{instancePath:instancePath+"/summary/filesChanged",schemaPath:"#/definitions/summary/properties/filesChanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs194){
if((typeof data89 == "number") && (isFinite(data89))){
if(data89 < 0 || isNaN(data89)){
validate10.errors = [{instancePath:instancePath+"/summary/filesChanged",schemaPath:"#/definitions/summary/properties/filesChanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs194 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data81.filesUnchanged !== undefined){
let data90 = data81.filesUnchanged;
const _errs196 = errors;
if(!(((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90))) && (isFinite(data90)))){
validate10.errors = [{instancePath:instancePath+"/summary/filesUnchanged",schemaPath:"#/definitions/summary/properties/filesUnchanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs196){
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 < 0 || isNaN(data90)){
validate10.errors = [{instancePath:instancePath+"/summary/filesUnchanged",schemaPath:"#/definitions/summary/properties/filesUnchanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs196 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data81.failed !== undefined){
const _errs198 = errors;
if(typeof data81.failed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/summary/failed",schemaPath:"#/definitions/summary/properties/failed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid34 = _errs198 === errors;
}
else {
var valid34 = true;
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
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/definitions/summary/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs176 === errors;
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
