// smi2linkerd: Apache-2.0; the licences of the libraries in this file are in THIRD-PARTY-NOTICES
"use strict";var $=Object.defineProperty;var A=Object.getOwnPropertyDescriptor;var N=Object.getOwnPropertyNames;var P=Object.prototype.hasOwnProperty;var C=(n,e)=>{for(var t in e)$(n,t,{get:e[t],enumerable:!0})},D=(n,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let o of N(e))!P.call(n,o)&&o!==t&&$(n,o,{get:()=>e[o],enumerable:!(r=A(e,o))||r.enumerable});return n};var M=n=>D($({},"__esModule",{value:!0}),n);var I={};C(I,{markdownForm:()=>K});module.exports=M(I);function d(n){return n.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`)}function l({kind:n,name:e,namespace:t}){return t===void 0||n==="ServiceProfile"&&e.split(".")[1]===t?`${n} ${e}`:`${n} ${t}/${e}`}function O({resource:n,message:e,field:t}){return`${n===void 0?"":`${l(n)}: `}${e}${t===void 0?"":` (${t})`}`}function b({path:n,origin:e,line:t,column:r}){return n==="-"?e===void 0?{}:{path:e}:{path:n,...t!==void 0&&r!==void 0&&{line:t,column:r}}}function R(n,e){return`${n} ${e}${n===1?"":"s"}`}function h({mode:n,summary:e}){return n==="write"||["print","function","library"].includes(n)&&!e.failed}function x({converted:n,upToDate:e,leftAlone:t,refused:r},o){let s=[[n,o?"converted":"would be converted"],[e,"up to date"],[t,"left alone"],[r,"refused"]].filter(([u])=>u>0);return s.length===0?"no TrafficSplit":s.map(([u,f])=>`${u} ${f}`).join(", ")}var T=6e4;function K(n){let e=[`### smi2linkerd: ${x(n.summary,h(n))}`,_(n)],t=[J(n),z(n),E(n),...n.files.map(H)],r=[...e],o=r.join("").length;for(let i of t.filter(s=>s!=="")){if(o+=i.length,o>T)return`${r.join(`

`)}

…and more: this report is cut where a comment would end.
`;r.push(i)}return`${r.join(`

`)}
`}function _({summary:n,command:e,mode:t,atRunTime:r}){let o=`${R(n.errors,"error")}, ${R(n.warnings,"warning")}`,i=r===void 0?o:`${o}; ${g(r)}`;return n.failed?e===void 0?`${i}.`:`${i}. To write what is missing:

${k("sh",e)}`:t==="check"?`Nothing is left to write (${i}).`:`Done (${i}).`}function J({problems:n}){return n.map(({path:e,message:t})=>`- ${y(e)}: ${g(t)}`).join(`
`)}var q={converted:"to convert","up-to-date":"up to date","left-alone":"left alone",refused:"refused"};function z(n){if(n.splits.length===0)return"";let e=["refused","converted","left-alone","up-to-date"],t=[...n.splits].sort((s,u)=>e.indexOf(s.outcome)-e.indexOf(u.outcome)),r=t.slice(0,c),o=t.length>c?[`| …and ${t.length-c} more | | | | |`]:[];return[`| TrafficSplit | outcome | apex | backends | file |
| --- | --- | --- | --- | --- |`,...r.map(s=>B(s,h(n))),...o].join(`
`)}var c=100;function B(n,e){let{backends:t,apex:r="",outcome:o,repository:i}=n,s=t.slice(0,10).map(({service:F,weight:j,share:w})=>`${a(F)} ${w===void 0?a(j):`${w} %`}`),{path:u="standard input",line:f}=b(n),p=`${i===void 0?"":`${i}: `}${u}${f===void 0?"":`:${f}`}`,m=o==="converted"&&e?"converted":q[o];return`| ${a(l(n).replace("TrafficSplit ",""))} | ${m} | ${a(r)} | ${s.join("<br>")} | ${a(p)} |`}function E({diagnostics:n}){if(n.length===0)return"";let e={error:0,warning:1,info:2},t=[...n].sort((o,i)=>e[o.severity]-e[i.severity]),r=t.length>c?[`- …and ${t.length-c} more`]:[];return["#### Findings","",...t.slice(0,c).map(G),...r].join(`
`)}function G(n){let{severity:e,code:t,fix:r,path:o,origin:i,line:s,repository:u}=n,f=o==="-"?i??"standard input":`${o}${s===void 0?"":`:${s}`}`,p=`${u===void 0?"":`${u}: `}${f}`,m=p===""?"":` ${y(p)}`;return`- **${e}** \`${t}\`${m}: ${g(O(n))}<br>fix: ${g(r)}`}function H({path:n,diff:e,repository:t}){return e===void 0||e===""?"":`<details><summary><code>${v(`${t===void 0?"":`${t}: `}${n}`)}</code></summary>

${k("diff",e.replace(/\n$/,""))}

</details>`}function k(n,e){let t=S(e,3);return`${t}${n}
${e.split(`
`).map(d).join(`
`)}
${t}`}function y(n){let e=d(n),t=S(e,1),r=/^[` ]|[` ]$/.test(e)?" ":"";return`${t}${r}${e===""?" ":e}${r}${t}`}function a(n){return y(n).replaceAll("|",String.raw`\|`)}function S(n,e){let t=Array.from(n.matchAll(/`+/g),([r])=>r.length);return"`".repeat(Math.max(e,...t.map(r=>r+1)))}function g(n){return d(n).replace(/[\\`*_{}[\]()#!|~]|:(?=\/\/)|(?<=www)\./gi,e=>`\\${e}`).replace(/[<>&]/g,v).replace(/@[\w-]+/g,"`$&`")}function v(n){return d(n).replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}0&&(module.exports={markdownForm});
