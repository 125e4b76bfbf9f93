// Made from docs/report.schema.json by scripts/config.js. Do not edit.

export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://smi2linkerd.dev/report.schema.json","type":"object","required":["schemaVersion","version","mode","files","splits","diagnostics","problems","summary"],"additionalProperties":false,"properties":{"schemaVersion":{"const":2},"version":{"type":"string","minLength":1},"mode":{"$ref":"#/definitions/mode"},"options":{"$ref":"#/definitions/options"},"command":{"type":"string","minLength":1},"tools":{"type":"array","items":{"enum":["argocd","flux","kustomize","helm"]}},"repositories":{"type":"array","items":{"type":"object","required":["name","version","mode","failed"],"additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","minLength":1},"mode":{"$ref":"#/definitions/mode"},"options":{"$ref":"#/definitions/options"},"command":{"type":"string","minLength":1},"failed":{"type":"boolean"}}}},"files":{"type":"array","items":{"type":"object","required":["path","changes"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"changes":{"type":"boolean"},"diff":{"type":"string"}}}},"splits":{"type":"array","items":{"type":"object","required":["kind","name","path","backends","outcome","codes"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"kind":{"const":"TrafficSplit"},"name":{"type":"string","minLength":1},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"origin":{"$ref":"#/definitions/origin"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1},"apex":{"type":"string","minLength":1},"backends":{"type":"array","items":{"type":"object","required":["service","weight"],"additionalProperties":false,"properties":{"service":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100},"becomes":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string","minLength":1},"weight":{"type":"string","minLength":1}}}}}},"outcome":{"enum":["converted","up-to-date","left-alone","refused"]},"target":{"type":"object","required":["kind","name","path","state"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string"},"namespace":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"line":{"type":"integer","minimum":1},"state":{"enum":["missing","different","equal"]},"mark":{"type":"string"},"before":{"type":"array","items":{"type":"object","required":["authority","weight"],"additionalProperties":false,"properties":{"authority":{"type":"string"},"weight":{"type":"string"},"share":{"type":"number","minimum":0,"maximum":100}}}}}},"codes":{"type":"array","items":{"$ref":"#/definitions/code"}}},"dependencies":{"line":["column"],"column":["line"]}}},"diagnostics":{"type":"array","items":{"type":"object","required":["code","severity","message","fix","path"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"code":{"$ref":"#/definitions/code"},"severity":{"enum":["error","warning","info"]},"message":{"type":"string","minLength":1},"fix":{"type":"string","minLength":1},"path":{"$ref":"#/definitions/path"},"origin":{"$ref":"#/definitions/origin"},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1},"field":{"type":"string","minLength":1},"resource":{"type":"object","required":["kind","name"],"additionalProperties":false,"properties":{"kind":{"type":"string","minLength":1},"name":{"type":"string","minLength":1},"namespace":{"type":"string","minLength":1}}},"excerpt":{"type":"string","minLength":1}},"dependencies":{"line":["column"],"column":["line"]}}},"problems":{"type":"array","items":{"type":"object","required":["path","message"],"additionalProperties":false,"properties":{"repository":{"type":"string","minLength":1},"path":{"type":"string"},"message":{"type":"string","minLength":1}}}},"summary":{"type":"object","required":["converted","upToDate","leftAlone","refused","errors","warnings","infos","filesChanged","filesUnchanged","failed"],"additionalProperties":false,"properties":{"converted":{"type":"integer","minimum":0},"upToDate":{"type":"integer","minimum":0},"leftAlone":{"type":"integer","minimum":0},"refused":{"type":"integer","minimum":0},"errors":{"type":"integer","minimum":0},"warnings":{"type":"integer","minimum":0},"infos":{"type":"integer","minimum":0},"filesChanged":{"type":"integer","minimum":0},"filesUnchanged":{"type":"integer","minimum":0},"failed":{"type":"boolean"}}}},"definitions":{"path":{"type":"string","minLength":1},"origin":{"type":"string","minLength":1},"code":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"mode":{"enum":["print","function","write","list","diff","check","library"]},"options":{"type":"object"}}};
const schema12 = {"enum":["print","function","write","list","diff","check","library"]};
const schema13 = {"type":"object"};
const schema16 = {"type":"string","minLength":1};
const schema18 = {"type":"string","minLength":1};
const schema20 = {"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"};
const func2 = Object.prototype.hasOwnProperty;
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
if(data.repositories !== undefined){
let data7 = data.repositories;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data7)){
var valid4 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
const _errs17 = errors;
if(errors === _errs17){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if(((((data8.name === undefined) && (missing1 = "name")) || ((data8.version === undefined) && (missing1 = "version"))) || ((data8.mode === undefined) && (missing1 = "mode"))) || ((data8.failed === undefined) && (missing1 = "failed"))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1,schemaPath:"#/properties/repositories/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs19 = errors;
for(const key1 in data8){
if(!((((((key1 === "name") || (key1 === "version")) || (key1 === "mode")) || (key1 === "options")) || (key1 === "command")) || (key1 === "failed"))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1,schemaPath:"#/properties/repositories/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs19 === errors){
if(data8.name !== undefined){
let data9 = data8.name;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data9 === "string"){
if(data9.length < 1){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/name",schemaPath:"#/properties/repositories/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/name",schemaPath:"#/properties/repositories/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs20 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data8.version !== undefined){
let data10 = data8.version;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data10 === "string"){
if(data10.length < 1){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/version",schemaPath:"#/properties/repositories/items/properties/version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/version",schemaPath:"#/properties/repositories/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs22 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data8.mode !== undefined){
let data11 = data8.mode;
const _errs24 = errors;
if(!(((((((data11 === "print") || (data11 === "function")) || (data11 === "write")) || (data11 === "list")) || (data11 === "diff")) || (data11 === "check")) || (data11 === "library"))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/mode",schemaPath:"#/definitions/mode/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid5 = _errs24 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data8.options !== undefined){
let data12 = data8.options;
const _errs26 = errors;
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/options",schemaPath:"#/definitions/options/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid5 = _errs26 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data8.command !== undefined){
let data13 = data8.command;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data13 === "string"){
if(data13.length < 1){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/command",schemaPath:"#/properties/repositories/items/properties/command/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/command",schemaPath:"#/properties/repositories/items/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data8.failed !== undefined){
const _errs31 = errors;
if(typeof data8.failed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/repositories/" + i1+"/failed",schemaPath:"#/properties/repositories/items/properties/failed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid5 = _errs31 === errors;
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
var valid4 = _errs17 === errors;
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
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.files !== undefined){
let data15 = data.files;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data15)){
var valid8 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
const _errs35 = errors;
if(errors === _errs35){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing2;
if(((data16.path === undefined) && (missing2 = "path")) || ((data16.changes === undefined) && (missing2 = "changes"))){
validate10.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs37 = errors;
for(const key2 in data16){
if(!((((key2 === "repository") || (key2 === "path")) || (key2 === "changes")) || (key2 === "diff"))){
validate10.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs37 === errors){
if(data16.repository !== undefined){
let data17 = data16.repository;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data17 === "string"){
if(data17.length < 1){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/repository",schemaPath:"#/properties/files/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/repository",schemaPath:"#/properties/files/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid9 = _errs38 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data16.path !== undefined){
let data18 = data16.path;
const _errs40 = errors;
const _errs41 = errors;
if(errors === _errs41){
if(typeof data18 === "string"){
if(data18.length < 1){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid9 = _errs40 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data16.changes !== undefined){
const _errs43 = errors;
if(typeof data16.changes !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/changes",schemaPath:"#/properties/files/items/properties/changes/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid9 = _errs43 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data16.diff !== undefined){
const _errs45 = errors;
if(typeof data16.diff !== "string"){
validate10.errors = [{instancePath:instancePath+"/files/" + i2+"/diff",schemaPath:"#/properties/files/items/properties/diff/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid9 = _errs45 === errors;
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
var valid8 = _errs35 === errors;
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
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.splits !== undefined){
let data21 = data.splits;
const _errs47 = errors;
if(errors === _errs47){
if(Array.isArray(data21)){
var valid11 = true;
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
let data22 = data21[i3];
const _errs49 = errors;
if(errors === _errs49){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing3;
if(((((((data22.kind === undefined) && (missing3 = "kind")) || ((data22.name === undefined) && (missing3 = "name"))) || ((data22.path === undefined) && (missing3 = "path"))) || ((data22.backends === undefined) && (missing3 = "backends"))) || ((data22.outcome === undefined) && (missing3 = "outcome"))) || ((data22.codes === undefined) && (missing3 = "codes"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs51 = errors;
for(const key3 in data22){
if(!(func2.call(schema11.properties.splits.items.properties, key3))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs51 === errors){
let missing4;
if(data22.line !== undefined && ((data22.column === undefined) && (missing4 = "column"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/dependencies",keyword:"dependencies",params:{property: "line",
    missingProperty: missing4,
    depsCount: 1,
    deps: "column"},message:"must have property column when property line is present"}];
return false;
}
else {
if(data22.column !== undefined && ((data22.line === undefined) && (missing4 = "line"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/dependencies",keyword:"dependencies",params:{property: "column",
    missingProperty: missing4,
    depsCount: 1,
    deps: "line"},message:"must have property line when property column is present"}];
return false;
}
else {
if(data22.repository !== undefined){
let data23 = data22.repository;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data23 === "string"){
if(data23.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/repository",schemaPath:"#/properties/splits/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/repository",schemaPath:"#/properties/splits/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs52 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.kind !== undefined){
const _errs54 = errors;
if("TrafficSplit" !== data22.kind){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/kind",schemaPath:"#/properties/splits/items/properties/kind/const",keyword:"const",params:{allowedValue: "TrafficSplit"},message:"must be equal to constant"}];
return false;
}
var valid13 = _errs54 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.name !== undefined){
let data25 = data22.name;
const _errs55 = errors;
if(errors === _errs55){
if(typeof data25 === "string"){
if(data25.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/name",schemaPath:"#/properties/splits/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/name",schemaPath:"#/properties/splits/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs55 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.namespace !== undefined){
let data26 = data22.namespace;
const _errs57 = errors;
if(errors === _errs57){
if(typeof data26 === "string"){
if(data26.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/namespace",schemaPath:"#/properties/splits/items/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/namespace",schemaPath:"#/properties/splits/items/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs57 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.path !== undefined){
let data27 = data22.path;
const _errs59 = errors;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data27 === "string"){
if(data27.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs59 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.origin !== undefined){
let data28 = data22.origin;
const _errs62 = errors;
const _errs63 = errors;
if(errors === _errs63){
if(typeof data28 === "string"){
if(data28.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/origin",schemaPath:"#/definitions/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/origin",schemaPath:"#/definitions/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs62 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.line !== undefined){
let data29 = data22.line;
const _errs65 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/line",schemaPath:"#/properties/splits/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs65){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 1 || isNaN(data29)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/line",schemaPath:"#/properties/splits/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid13 = _errs65 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.column !== undefined){
let data30 = data22.column;
const _errs67 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/column",schemaPath:"#/properties/splits/items/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs67){
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 1 || isNaN(data30)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/column",schemaPath:"#/properties/splits/items/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
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
if(data22.apex !== undefined){
let data31 = data22.apex;
const _errs69 = errors;
if(errors === _errs69){
if(typeof data31 === "string"){
if(data31.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/apex",schemaPath:"#/properties/splits/items/properties/apex/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/apex",schemaPath:"#/properties/splits/items/properties/apex/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid13 = _errs69 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.backends !== undefined){
let data32 = data22.backends;
const _errs71 = errors;
if(errors === _errs71){
if(Array.isArray(data32)){
var valid16 = true;
const len4 = data32.length;
for(let i4=0; i4<len4; i4++){
let data33 = data32[i4];
const _errs73 = errors;
if(errors === _errs73){
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing5;
if(((data33.service === undefined) && (missing5 = "service")) || ((data33.weight === undefined) && (missing5 = "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4,schemaPath:"#/properties/splits/items/properties/backends/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs75 = errors;
for(const key4 in data33){
if(!((((key4 === "service") || (key4 === "weight")) || (key4 === "share")) || (key4 === "becomes"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4,schemaPath:"#/properties/splits/items/properties/backends/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs75 === errors){
if(data33.service !== undefined){
const _errs76 = errors;
if(typeof data33.service !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/service",schemaPath:"#/properties/splits/items/properties/backends/items/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid17 = _errs76 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data33.weight !== undefined){
const _errs78 = errors;
if(typeof data33.weight !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid17 = _errs78 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data33.share !== undefined){
let data36 = data33.share;
const _errs80 = errors;
if(errors === _errs80){
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 100 || isNaN(data36)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/share",schemaPath:"#/properties/splits/items/properties/backends/items/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"}];
return false;
}
else {
if(data36 < 0 || isNaN(data36)){
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
var valid17 = _errs80 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data33.becomes !== undefined){
let data37 = data33.becomes;
const _errs82 = errors;
if(errors === _errs82){
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
let missing6;
if(((data37.authority === undefined) && (missing6 = "authority")) || ((data37.weight === undefined) && (missing6 = "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs84 = errors;
for(const key5 in data37){
if(!((key5 === "authority") || (key5 === "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs84 === errors){
if(data37.authority !== undefined){
let data38 = data37.authority;
const _errs85 = errors;
if(errors === _errs85){
if(typeof data38 === "string"){
if(data38.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/authority",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/authority/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/authority",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/authority/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid18 = _errs85 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data37.weight !== undefined){
let data39 = data37.weight;
const _errs87 = errors;
if(errors === _errs87){
if(typeof data39 === "string"){
if(data39.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/weight/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/backends/" + i4+"/becomes/weight",schemaPath:"#/properties/splits/items/properties/backends/items/properties/becomes/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid18 = _errs87 === errors;
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
var valid17 = _errs82 === errors;
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
var valid16 = _errs73 === errors;
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
var valid13 = _errs71 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.outcome !== undefined){
let data40 = data22.outcome;
const _errs89 = errors;
if(!((((data40 === "converted") || (data40 === "up-to-date")) || (data40 === "left-alone")) || (data40 === "refused"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/outcome",schemaPath:"#/properties/splits/items/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema11.properties.splits.items.properties.outcome.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid13 = _errs89 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.target !== undefined){
let data41 = data22.target;
const _errs90 = errors;
if(errors === _errs90){
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
let missing7;
if(((((data41.kind === undefined) && (missing7 = "kind")) || ((data41.name === undefined) && (missing7 = "name"))) || ((data41.path === undefined) && (missing7 = "path"))) || ((data41.state === undefined) && (missing7 = "state"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target",schemaPath:"#/properties/splits/items/properties/target/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs92 = errors;
for(const key6 in data41){
if(!((((((((key6 === "kind") || (key6 === "name")) || (key6 === "namespace")) || (key6 === "path")) || (key6 === "line")) || (key6 === "state")) || (key6 === "mark")) || (key6 === "before"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target",schemaPath:"#/properties/splits/items/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs92 === errors){
if(data41.kind !== undefined){
let data42 = data41.kind;
const _errs93 = errors;
if(errors === _errs93){
if(typeof data42 === "string"){
if(data42.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/kind",schemaPath:"#/properties/splits/items/properties/target/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/kind",schemaPath:"#/properties/splits/items/properties/target/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs93 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.name !== undefined){
const _errs95 = errors;
if(typeof data41.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/name",schemaPath:"#/properties/splits/items/properties/target/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid19 = _errs95 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.namespace !== undefined){
let data44 = data41.namespace;
const _errs97 = errors;
if(errors === _errs97){
if(typeof data44 === "string"){
if(data44.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/namespace",schemaPath:"#/properties/splits/items/properties/target/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/namespace",schemaPath:"#/properties/splits/items/properties/target/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs97 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.path !== undefined){
let data45 = data41.path;
const _errs99 = errors;
const _errs100 = errors;
if(errors === _errs100){
if(typeof data45 === "string"){
if(data45.length < 1){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs99 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.line !== undefined){
let data46 = data41.line;
const _errs102 = errors;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/line",schemaPath:"#/properties/splits/items/properties/target/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs102){
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 < 1 || isNaN(data46)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/line",schemaPath:"#/properties/splits/items/properties/target/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid19 = _errs102 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.state !== undefined){
let data47 = data41.state;
const _errs104 = errors;
if(!(((data47 === "missing") || (data47 === "different")) || (data47 === "equal"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/state",schemaPath:"#/properties/splits/items/properties/target/properties/state/enum",keyword:"enum",params:{allowedValues: schema11.properties.splits.items.properties.target.properties.state.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid19 = _errs104 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.mark !== undefined){
const _errs105 = errors;
if(typeof data41.mark !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/mark",schemaPath:"#/properties/splits/items/properties/target/properties/mark/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid19 = _errs105 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.before !== undefined){
let data49 = data41.before;
const _errs107 = errors;
if(errors === _errs107){
if(Array.isArray(data49)){
var valid21 = true;
const len5 = data49.length;
for(let i5=0; i5<len5; i5++){
let data50 = data49[i5];
const _errs109 = errors;
if(errors === _errs109){
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
let missing8;
if(((data50.authority === undefined) && (missing8 = "authority")) || ((data50.weight === undefined) && (missing8 = "weight"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/before/" + i5,schemaPath:"#/properties/splits/items/properties/target/properties/before/items/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs111 = errors;
for(const key7 in data50){
if(!(((key7 === "authority") || (key7 === "weight")) || (key7 === "share"))){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/before/" + i5,schemaPath:"#/properties/splits/items/properties/target/properties/before/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs111 === errors){
if(data50.authority !== undefined){
const _errs112 = errors;
if(typeof data50.authority !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/before/" + i5+"/authority",schemaPath:"#/properties/splits/items/properties/target/properties/before/items/properties/authority/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid22 = _errs112 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data50.weight !== undefined){
const _errs114 = errors;
if(typeof data50.weight !== "string"){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/before/" + i5+"/weight",schemaPath:"#/properties/splits/items/properties/target/properties/before/items/properties/weight/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid22 = _errs114 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data50.share !== undefined){
let data53 = data50.share;
const _errs116 = errors;
if(errors === _errs116){
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 100 || isNaN(data53)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/before/" + i5+"/share",schemaPath:"#/properties/splits/items/properties/target/properties/before/items/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"}];
return false;
}
else {
if(data53 < 0 || isNaN(data53)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/before/" + i5+"/share",schemaPath:"#/properties/splits/items/properties/target/properties/before/items/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/before/" + i5+"/share",schemaPath:"#/properties/splits/items/properties/target/properties/before/items/properties/share/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid22 = _errs116 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/before/" + i5,schemaPath:"#/properties/splits/items/properties/target/properties/before/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid21 = _errs109 === errors;
if(!valid21){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target/before",schemaPath:"#/properties/splits/items/properties/target/properties/before/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid19 = _errs107 === errors;
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
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/target",schemaPath:"#/properties/splits/items/properties/target/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid13 = _errs90 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.codes !== undefined){
let data54 = data22.codes;
const _errs118 = errors;
if(errors === _errs118){
if(Array.isArray(data54)){
var valid23 = true;
const len6 = data54.length;
for(let i6=0; i6<len6; i6++){
let data55 = data54[i6];
const _errs120 = errors;
const _errs121 = errors;
if(errors === _errs121){
if(typeof data55 === "string"){
if(!pattern0.test(data55)){
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes/" + i6,schemaPath:"#/definitions/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes/" + i6,schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid23 = _errs120 === errors;
if(!valid23){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3+"/codes",schemaPath:"#/properties/splits/items/properties/codes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid13 = _errs118 === errors;
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
else {
validate10.errors = [{instancePath:instancePath+"/splits/" + i3,schemaPath:"#/properties/splits/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid11 = _errs49 === errors;
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
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diagnostics !== undefined){
let data56 = data.diagnostics;
const _errs123 = errors;
if(errors === _errs123){
if(Array.isArray(data56)){
var valid25 = true;
const len7 = data56.length;
for(let i7=0; i7<len7; i7++){
let data57 = data56[i7];
const _errs125 = errors;
if(errors === _errs125){
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
let missing9;
if((((((data57.code === undefined) && (missing9 = "code")) || ((data57.severity === undefined) && (missing9 = "severity"))) || ((data57.message === undefined) && (missing9 = "message"))) || ((data57.fix === undefined) && (missing9 = "fix"))) || ((data57.path === undefined) && (missing9 = "path"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs127 = errors;
for(const key8 in data57){
if(!(func2.call(schema11.properties.diagnostics.items.properties, key8))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs127 === errors){
let missing10;
if(data57.line !== undefined && ((data57.column === undefined) && (missing10 = "column"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/dependencies",keyword:"dependencies",params:{property: "line",
    missingProperty: missing10,
    depsCount: 1,
    deps: "column"},message:"must have property column when property line is present"}];
return false;
}
else {
if(data57.column !== undefined && ((data57.line === undefined) && (missing10 = "line"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7,schemaPath:"#/properties/diagnostics/items/dependencies",keyword:"dependencies",params:{property: "column",
    missingProperty: missing10,
    depsCount: 1,
    deps: "line"},message:"must have property line when property column is present"}];
return false;
}
else {
if(data57.repository !== undefined){
let data58 = data57.repository;
const _errs128 = errors;
if(errors === _errs128){
if(typeof data58 === "string"){
if(data58.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/repository",schemaPath:"#/properties/diagnostics/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/repository",schemaPath:"#/properties/diagnostics/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid27 = _errs128 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.code !== undefined){
let data59 = data57.code;
const _errs130 = errors;
const _errs131 = errors;
if(errors === _errs131){
if(typeof data59 === "string"){
if(!pattern0.test(data59)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/code",schemaPath:"#/definitions/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/code",schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid27 = _errs130 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.severity !== undefined){
let data60 = data57.severity;
const _errs133 = errors;
if(!(((data60 === "error") || (data60 === "warning")) || (data60 === "info"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/severity",schemaPath:"#/properties/diagnostics/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.diagnostics.items.properties.severity.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid27 = _errs133 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.message !== undefined){
let data61 = data57.message;
const _errs134 = errors;
if(errors === _errs134){
if(typeof data61 === "string"){
if(data61.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/message",schemaPath:"#/properties/diagnostics/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/message",schemaPath:"#/properties/diagnostics/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid27 = _errs134 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.fix !== undefined){
let data62 = data57.fix;
const _errs136 = errors;
if(errors === _errs136){
if(typeof data62 === "string"){
if(data62.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/fix",schemaPath:"#/properties/diagnostics/items/properties/fix/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/fix",schemaPath:"#/properties/diagnostics/items/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid27 = _errs136 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.path !== undefined){
let data63 = data57.path;
const _errs138 = errors;
const _errs139 = errors;
if(errors === _errs139){
if(typeof data63 === "string"){
if(data63.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid27 = _errs138 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.origin !== undefined){
let data64 = data57.origin;
const _errs141 = errors;
const _errs142 = errors;
if(errors === _errs142){
if(typeof data64 === "string"){
if(data64.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/origin",schemaPath:"#/definitions/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/origin",schemaPath:"#/definitions/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid27 = _errs141 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.line !== undefined){
let data65 = data57.line;
const _errs144 = errors;
if(!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/line",schemaPath:"#/properties/diagnostics/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs144){
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 < 1 || isNaN(data65)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/line",schemaPath:"#/properties/diagnostics/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid27 = _errs144 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.column !== undefined){
let data66 = data57.column;
const _errs146 = errors;
if(!(((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66))) && (isFinite(data66)))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/column",schemaPath:"#/properties/diagnostics/items/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs146){
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 < 1 || isNaN(data66)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/column",schemaPath:"#/properties/diagnostics/items/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid27 = _errs146 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.field !== undefined){
let data67 = data57.field;
const _errs148 = errors;
if(errors === _errs148){
if(typeof data67 === "string"){
if(data67.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/field",schemaPath:"#/properties/diagnostics/items/properties/field/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/field",schemaPath:"#/properties/diagnostics/items/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid27 = _errs148 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.resource !== undefined){
let data68 = data57.resource;
const _errs150 = errors;
if(errors === _errs150){
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
let missing11;
if(((data68.kind === undefined) && (missing11 = "kind")) || ((data68.name === undefined) && (missing11 = "name"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"}];
return false;
}
else {
const _errs152 = errors;
for(const key9 in data68){
if(!(((key9 === "kind") || (key9 === "name")) || (key9 === "namespace"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource",schemaPath:"#/properties/diagnostics/items/properties/resource/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs152 === errors){
if(data68.kind !== undefined){
let data69 = data68.kind;
const _errs153 = errors;
if(errors === _errs153){
if(typeof data69 === "string"){
if(data69.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/kind",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/kind",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid31 = _errs153 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data68.name !== undefined){
let data70 = data68.name;
const _errs155 = errors;
if(errors === _errs155){
if(typeof data70 === "string"){
if(data70.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/name",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/name",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid31 = _errs155 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data68.namespace !== undefined){
let data71 = data68.namespace;
const _errs157 = errors;
if(errors === _errs157){
if(typeof data71 === "string"){
if(data71.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/namespace",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/resource/namespace",schemaPath:"#/properties/diagnostics/items/properties/resource/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid31 = _errs157 === errors;
}
else {
var valid31 = true;
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
var valid27 = _errs150 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data57.excerpt !== undefined){
let data72 = data57.excerpt;
const _errs159 = errors;
if(errors === _errs159){
if(typeof data72 === "string"){
if(data72.length < 1){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/excerpt",schemaPath:"#/properties/diagnostics/items/properties/excerpt/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i7+"/excerpt",schemaPath:"#/properties/diagnostics/items/properties/excerpt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid27 = _errs159 === errors;
}
else {
var valid27 = true;
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
var valid25 = _errs125 === errors;
if(!valid25){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics",schemaPath:"#/properties/diagnostics/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs123 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.problems !== undefined){
let data73 = data.problems;
const _errs161 = errors;
if(errors === _errs161){
if(Array.isArray(data73)){
var valid32 = true;
const len8 = data73.length;
for(let i8=0; i8<len8; i8++){
let data74 = data73[i8];
const _errs163 = errors;
if(errors === _errs163){
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
let missing12;
if(((data74.path === undefined) && (missing12 = "path")) || ((data74.message === undefined) && (missing12 = "message"))){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8,schemaPath:"#/properties/problems/items/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'"}];
return false;
}
else {
const _errs165 = errors;
for(const key10 in data74){
if(!(((key10 === "repository") || (key10 === "path")) || (key10 === "message"))){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8,schemaPath:"#/properties/problems/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs165 === errors){
if(data74.repository !== undefined){
let data75 = data74.repository;
const _errs166 = errors;
if(errors === _errs166){
if(typeof data75 === "string"){
if(data75.length < 1){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/repository",schemaPath:"#/properties/problems/items/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/repository",schemaPath:"#/properties/problems/items/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid33 = _errs166 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data74.path !== undefined){
const _errs168 = errors;
if(typeof data74.path !== "string"){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/path",schemaPath:"#/properties/problems/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid33 = _errs168 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data74.message !== undefined){
let data77 = data74.message;
const _errs170 = errors;
if(errors === _errs170){
if(typeof data77 === "string"){
if(data77.length < 1){
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/message",schemaPath:"#/properties/problems/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems/" + i8+"/message",schemaPath:"#/properties/problems/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid33 = _errs170 === errors;
}
else {
var valid33 = true;
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
var valid32 = _errs163 === errors;
if(!valid32){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/problems",schemaPath:"#/properties/problems/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs161 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data78 = data.summary;
const _errs172 = errors;
if(errors === _errs172){
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
let missing13;
if(((((((((((data78.converted === undefined) && (missing13 = "converted")) || ((data78.upToDate === undefined) && (missing13 = "upToDate"))) || ((data78.leftAlone === undefined) && (missing13 = "leftAlone"))) || ((data78.refused === undefined) && (missing13 = "refused"))) || ((data78.errors === undefined) && (missing13 = "errors"))) || ((data78.warnings === undefined) && (missing13 = "warnings"))) || ((data78.infos === undefined) && (missing13 = "infos"))) || ((data78.filesChanged === undefined) && (missing13 = "filesChanged"))) || ((data78.filesUnchanged === undefined) && (missing13 = "filesUnchanged"))) || ((data78.failed === undefined) && (missing13 = "failed"))){
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/required",keyword:"required",params:{missingProperty: missing13},message:"must have required property '"+missing13+"'"}];
return false;
}
else {
const _errs174 = errors;
for(const key11 in data78){
if(!(func2.call(schema11.properties.summary.properties, key11))){
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs174 === errors){
if(data78.converted !== undefined){
let data79 = data78.converted;
const _errs175 = errors;
if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){
validate10.errors = [{instancePath:instancePath+"/summary/converted",schemaPath:"#/properties/summary/properties/converted/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs175){
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 < 0 || isNaN(data79)){
validate10.errors = [{instancePath:instancePath+"/summary/converted",schemaPath:"#/properties/summary/properties/converted/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs175 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data78.upToDate !== undefined){
let data80 = data78.upToDate;
const _errs177 = errors;
if(!(((typeof data80 == "number") && (!(data80 % 1) && !isNaN(data80))) && (isFinite(data80)))){
validate10.errors = [{instancePath:instancePath+"/summary/upToDate",schemaPath:"#/properties/summary/properties/upToDate/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs177){
if((typeof data80 == "number") && (isFinite(data80))){
if(data80 < 0 || isNaN(data80)){
validate10.errors = [{instancePath:instancePath+"/summary/upToDate",schemaPath:"#/properties/summary/properties/upToDate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs177 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data78.leftAlone !== undefined){
let data81 = data78.leftAlone;
const _errs179 = errors;
if(!(((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81))) && (isFinite(data81)))){
validate10.errors = [{instancePath:instancePath+"/summary/leftAlone",schemaPath:"#/properties/summary/properties/leftAlone/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs179){
if((typeof data81 == "number") && (isFinite(data81))){
if(data81 < 0 || isNaN(data81)){
validate10.errors = [{instancePath:instancePath+"/summary/leftAlone",schemaPath:"#/properties/summary/properties/leftAlone/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs179 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data78.refused !== undefined){
let data82 = data78.refused;
const _errs181 = errors;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
validate10.errors = [{instancePath:instancePath+"/summary/refused",schemaPath:"#/properties/summary/properties/refused/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs181){
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 < 0 || isNaN(data82)){
validate10.errors = [{instancePath:instancePath+"/summary/refused",schemaPath:"#/properties/summary/properties/refused/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs181 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data78.errors !== undefined){
let data83 = data78.errors;
const _errs183 = errors;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
validate10.errors = [{instancePath:instancePath+"/summary/errors",schemaPath:"#/properties/summary/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs183){
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 < 0 || isNaN(data83)){
validate10.errors = [{instancePath:instancePath+"/summary/errors",schemaPath:"#/properties/summary/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs183 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data78.warnings !== undefined){
let data84 = data78.warnings;
const _errs185 = errors;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
validate10.errors = [{instancePath:instancePath+"/summary/warnings",schemaPath:"#/properties/summary/properties/warnings/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs185){
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 < 0 || isNaN(data84)){
validate10.errors = [{instancePath:instancePath+"/summary/warnings",schemaPath:"#/properties/summary/properties/warnings/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs185 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data78.infos !== undefined){
let data85 = data78.infos;
const _errs187 = errors;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
validate10.errors = [{instancePath:instancePath+"/summary/infos",schemaPath:"#/properties/summary/properties/infos/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs187){
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 < 0 || isNaN(data85)){
validate10.errors = [{instancePath:instancePath+"/summary/infos",schemaPath:"#/properties/summary/properties/infos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs187 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data78.filesChanged !== undefined){
let data86 = data78.filesChanged;
const _errs189 = errors;
if(!(((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86))) && (isFinite(data86)))){
validate10.errors = [{instancePath:instancePath+"/summary/filesChanged",schemaPath:"#/properties/summary/properties/filesChanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs189){
if((typeof data86 == "number") && (isFinite(data86))){
if(data86 < 0 || isNaN(data86)){
validate10.errors = [{instancePath:instancePath+"/summary/filesChanged",schemaPath:"#/properties/summary/properties/filesChanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs189 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data78.filesUnchanged !== undefined){
let data87 = data78.filesUnchanged;
const _errs191 = errors;
if(!(((typeof data87 == "number") && (!(data87 % 1) && !isNaN(data87))) && (isFinite(data87)))){
validate10.errors = [{instancePath:instancePath+"/summary/filesUnchanged",schemaPath:"#/properties/summary/properties/filesUnchanged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs191){
if((typeof data87 == "number") && (isFinite(data87))){
if(data87 < 0 || isNaN(data87)){
validate10.errors = [{instancePath:instancePath+"/summary/filesUnchanged",schemaPath:"#/properties/summary/properties/filesUnchanged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid34 = _errs191 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data78.failed !== undefined){
const _errs193 = errors;
if(typeof data78.failed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/summary/failed",schemaPath:"#/properties/summary/properties/failed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid34 = _errs193 === errors;
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
validate10.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs172 === errors;
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
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
