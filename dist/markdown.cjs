// smi2linkerd: Apache-2.0; the licences of the libraries in this file are in THIRD-PARTY-NOTICES
"use strict";var $=Object.defineProperty;var A=Object.getOwnPropertyDescriptor;var N=Object.getOwnPropertyNames;var M=Object.prototype.hasOwnProperty;var D=(n,e)=>{for(var t in e)$(n,t,{get:e[t],enumerable:!0})},P=(n,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let o of N(e))!M.call(n,o)&&o!==t&&$(n,o,{get:()=>e[o],enumerable:!(r=A(e,o))||r.enumerable});return n};var T=n=>P($({},"__esModule",{value:!0}),n);var z={};D(z,{markdownForm:()=>K});module.exports=T(z);function f(n){return n.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`)}function p({kind:n,name:e,namespace:t}){return t===void 0||n==="ServiceProfile"&&e.split(".")[1]===t?`${n} ${e}`:`${n} ${t}/${e}`}function b({resource:n,message:e,field:t}){return`${n===void 0?"":`${p(n)}: `}${e}${t===void 0?"":` (${t})`}`}function x({path:n,origin:e,line:t,column:r}){return n==="-"?e===void 0?{}:{path:e}:{path:n,...t!==void 0&&r!==void 0&&{line:t,column:r}}}function R(n,e){return`${n} ${e}${n===1?"":"s"}`}function h({mode:n,summary:e}){return n==="write"||["print","function","library"].includes(n)&&!e.failed}function k({converted:n,upToDate:e,leftAlone:t,refused:r},o){let s=[[n,o?"converted":"would be converted"],[e,"up to date"],[t,"left alone"],[r,"refused"]].filter(([u])=>u>0);return s.length===0?"no TrafficSplit":s.map(([u,c])=>`${u} ${c}`).join(", ")}var C=6e4;function K(n){let e=[`### smi2linkerd: ${k(n.summary,h(n))}`,L(n)],t=[_(n),I(n),V(n),...n.files.map(q)],r=[...e],o=r.join("").length;for(let i of t.filter(s=>s!=="")){if(o+=i.length,o>C)return`${r.join(`

`)}

…and more: this report is cut where a comment would end.
`;r.push(i)}return`${r.join(`

`)}
`}function L({summary:n,command:e,mode:t,atRunTime:r}){let o=`${R(n.errors,"error")}, ${R(n.warnings,"warning")}`,i=r===void 0?o:`${o}; ${g(r)}`;return n.failed?e===void 0?`${i}.`:`${i}. To write what is missing:

${O("sh",e)}`:t==="check"?`Nothing is left to write (${i}).`:`Done (${i}).`}function _({problems:n}){return n.map(({path:e,message:t})=>`- ${w(e)}: ${g(t)}`).join(`
`)}var H={converted:"to convert","up-to-date":"up to date","left-alone":"left alone",refused:"refused"};function I(n){if(n.splits.length===0)return"";let e=["refused","converted","left-alone","up-to-date"],t=[...n.splits].sort((s,u)=>e.indexOf(s.outcome)-e.indexOf(u.outcome)),r=t.slice(0,d),o=t.length>d?[`| …and ${t.length-d} more | | | | |`]:[];return[`| TrafficSplit | outcome | apex | backends | file |
| --- | --- | --- | --- | --- |`,...r.map(s=>J(s,h(n))),...o].join(`
`)}var d=100;function J(n,e){let{backends:t,apex:r="",outcome:o,repository:i}=n,s=t.slice(0,10).map(({service:v,weight:j,share:y})=>`${a(v)} ${y===void 0?a(j):`${y} %`}`),{path:u="standard input",line:c}=x(n),l=`${i===void 0?"":`${i}: `}${u}${c===void 0?"":`:${c}`}`,m=o==="converted"&&e?"converted":H[o];return`| ${a(p(n).replace("TrafficSplit ",""))} | ${m} | ${a(r)} | ${s.join("<br>")} | ${a(l)} |`}function V({diagnostics:n}){if(n.length===0)return"";let e={error:0,warning:1,info:2},t=[...n].sort((o,i)=>e[o.severity]-e[i.severity]),r=t.length>d?[`- …and ${t.length-d} more`]:[];return["#### Findings","",...t.slice(0,d).map(W),...r].join(`
`)}function W(n){let{severity:e,code:t,fix:r,path:o,origin:i,line:s,repository:u}=n,c=o==="-"?i??"standard input":`${o}${s===void 0?"":`:${s}`}`,l=`${u===void 0?"":`${u}: `}${c}`,m=l===""?"":` ${w(l)}`;return`- **${e}** \`${t}\`${m}: ${g(b(n))}<br>fix: ${g(r)}`}function q({path:n,diff:e,repository:t}){return e===void 0||e===""?"":`<details><summary><code>${F(`${t===void 0?"":`${t}: `}${n}`)}</code></summary>

${O("diff",e.replace(/\n$/,""))}

</details>`}function O(n,e){let t=S(e,3);return`${t}${n}
${e.split(`
`).map(f).join(`
`)}
${t}`}function w(n){let e=f(n),t=S(e,1),r=/^[` ]|[` ]$/.test(e)?" ":"";return`${t}${r}${e===""?" ":e}${r}${t}`}function a(n){return w(n).replaceAll("|",String.raw`\|`)}function S(n,e){let t=Array.from(n.matchAll(/`+/g),([r])=>r.length);return"`".repeat(Math.max(e,...t.map(r=>r+1)))}function g(n){return f(n).replace(/[\\`*_{}[\]()#!|~]|:(?=\/\/)|(?<=www)\./gi,e=>`\\${e}`).replace(/[<>&]/g,F).replace(/@[\w-]+/g,"`$&`")}function F(n){return f(n).replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}0&&(module.exports={markdownForm});
