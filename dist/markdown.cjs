// smi2linkerd: Apache-2.0; the licences of the libraries in this file are in THIRD-PARTY-NOTICES
"use strict";var R=Object.defineProperty;var A=Object.getOwnPropertyDescriptor;var M=Object.getOwnPropertyNames;var N=Object.prototype.hasOwnProperty;var T=(n,e)=>{for(var t in e)R(n,t,{get:e[t],enumerable:!0})},D=(n,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let o of M(e))!N.call(n,o)&&o!==t&&R(n,o,{get:()=>e[o],enumerable:!(r=A(e,o))||r.enumerable});return n};var P=n=>D(R({},"__esModule",{value:!0}),n);var B={};T(B,{markdownForm:()=>K});module.exports=P(B);function f(n){return n.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`)}function m({kind:n,name:e,namespace:t}){return t===void 0||n==="ServiceProfile"&&e.split(".")[1]===t?`${n} ${e}`:`${n} ${t}/${e}`}function b({resource:n,message:e,field:t}){return`${n===void 0?"":`${m(n)}: `}${e}${t===void 0?"":` (${t})`}`}function x({path:n,origin:e,line:t,column:r}){return n==="-"?e===void 0?{}:{path:e}:{path:n,...t!==void 0&&r!==void 0&&{line:t,column:r}}}function h(n,e){return`${n} ${e}${n===1?"":"s"}`}function w({mode:n,summary:e}){return n==="write"||["print","function","library"].includes(n)&&!e.failed}function k({converted:n,upToDate:e,leftAlone:t,refused:r},o){let i=[[n,o?"converted":"would be converted"],[e,"up to date"],[t,"left alone"],[r,"refused"]].filter(([u])=>u>0);return i.length===0?"no TrafficSplit":i.map(([u,c])=>`${u} ${c}`).join(", ")}var C=6e4;function K(n){let e=[`### smi2linkerd: ${k(n.summary,w(n))}`,L(n)],t=[H(n),_(n),J(n),W(n),...n.files.map(z)],r=[...e],o=r.join("").length;for(let s of t.filter(i=>i!=="")){if(o+=s.length,o>C)return`${r.join(`

`)}

…and more: this report is cut where a comment would end.
`;r.push(s)}return`${r.join(`

`)}
`}function L({summary:n,command:e,mode:t}){let r=`${h(n.errors,"error")}, ${h(n.warnings,"warning")}`;return n.failed?e===void 0?`${r}.`:`${r}. To write what is missing:

${O("sh",e)}`:t==="check"?`Nothing is left to write (${r}).`:`Done (${r}).`}function _({atRunTime:n,repositories:e=[]}){let t=n===void 0?[]:[`${p(n)}.`],r=e.flatMap(o=>o.atRunTime===void 0?[]:[`${g(o.name)}: ${p(o.atRunTime)}.`]);return[...t,...r].map(o=>`- ${o}`).join(`
`)}function H({problems:n}){return n.map(({path:e,message:t})=>`- ${g(e)}: ${p(t)}`).join(`
`)}var I={converted:"to convert","up-to-date":"up to date","left-alone":"left alone",refused:"refused"};function J(n){if(n.splits.length===0)return"";let e=["refused","converted","left-alone","up-to-date"],t=[...n.splits].sort((i,u)=>e.indexOf(i.outcome)-e.indexOf(u.outcome)),r=t.slice(0,d),o=t.length>d?[`| …and ${t.length-d} more | | | | |`]:[];return[`| TrafficSplit | outcome | apex | backends | file |
| --- | --- | --- | --- | --- |`,...r.map(i=>V(i,w(n))),...o].join(`
`)}var d=100;function V(n,e){let{backends:t,apex:r="",outcome:o,repository:s}=n,i=t.slice(0,10).map(({service:v,weight:j,share:y})=>`${a(v)} ${y===void 0?a(j):`${y} %`}`),{path:u="standard input",line:c}=x(n),l=`${s===void 0?"":`${s}: `}${u}${c===void 0?"":`:${c}`}`,$=o==="converted"&&e?"converted":I[o];return`| ${a(m(n).replace("TrafficSplit ",""))} | ${$} | ${a(r)} | ${i.join("<br>")} | ${a(l)} |`}function W({diagnostics:n}){if(n.length===0)return"";let e={error:0,warning:1,info:2},t=[...n].sort((o,s)=>e[o.severity]-e[s.severity]),r=t.length>d?[`- …and ${t.length-d} more`]:[];return["#### Findings","",...t.slice(0,d).map(q),...r].join(`
`)}function q(n){let{severity:e,code:t,fix:r,path:o,origin:s,line:i,repository:u}=n,c=o==="-"?s??"standard input":`${o}${i===void 0?"":`:${i}`}`,l=`${u===void 0?"":`${u}: `}${c}`,$=l===""?"":` ${g(l)}`;return`- **${e}** \`${t}\`${$}: ${p(b(n))}<br>fix: ${p(r)}`}function z({path:n,diff:e,repository:t}){return e===void 0||e===""?"":`<details><summary><code>${F(`${t===void 0?"":`${t}: `}${n}`)}</code></summary>

${O("diff",e.replace(/\n$/,""))}

</details>`}function O(n,e){let t=S(e,3);return`${t}${n}
${e.split(`
`).map(f).join(`
`)}
${t}`}function g(n){let e=f(n),t=S(e,1),r=/^[` ]|[` ]$/.test(e)?" ":"";return`${t}${r}${e===""?" ":e}${r}${t}`}function a(n){return g(n).replaceAll("|",String.raw`\|`)}function S(n,e){let t=Array.from(n.matchAll(/`+/g),([r])=>r.length);return"`".repeat(Math.max(e,...t.map(r=>r+1)))}function p(n){return f(n).replace(/[\\`*_{}[\]()#!|~]|:(?=\/\/)|(?<=www)\./gi,e=>`\\${e}`).replace(/[<>&]/g,F).replace(/@[\w-]+/g,"`$&`")}function F(n){return f(n).replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}0&&(module.exports={markdownForm});
