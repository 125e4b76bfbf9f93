// smi2linkerd: Apache-2.0; the licences of the libraries in this file are in THIRD-PARTY-NOTICES
"use strict";var $=Object.defineProperty;var T=Object.getOwnPropertyDescriptor;var I=Object.getOwnPropertyNames;var M=Object.prototype.hasOwnProperty;var N=(n,e)=>{for(var t in e)$(n,t,{get:e[t],enumerable:!0})},P=(n,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let o of I(e))!M.call(n,o)&&o!==t&&$(n,o,{get:()=>e[o],enumerable:!(r=T(e,o))||r.enumerable});return n};var D=n=>P($({},"__esModule",{value:!0}),n);var G={};N(G,{markdownForm:()=>C});module.exports=D(G);function d(n){return n.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`)}function l({kind:n,name:e,namespace:t}){return t===void 0||n==="ServiceProfile"&&e.split(".")[1]===t?`${n} ${e}`:`${n} ${t}/${e}`}function w({resource:n,message:e,field:t}){return`${n===void 0?"":`${l(n)}: `}${e}${t===void 0?"":` (${t})`}`}function b({path:n,origin:e,line:t,column:r}){return n==="-"?e===void 0?{}:{path:e}:{path:n,...t!==void 0&&r!==void 0&&{line:t,column:r}}}function a(n,{repository:e}){return e===void 0?n:`${e}: ${n}`}function R(n,e){return`${n} ${e}${n===1?"":"s"}`}function h({mode:n,summary:e}){return n==="write"||["print","function","library"].includes(n)&&!e.failed}function x({converted:n,upToDate:e,leftAlone:t,refused:r},o){let i=[[n,o?"converted":"would be converted"],[e,"up to date"],[t,"left alone"],[r,"refused"]].filter(([u])=>u>0);return i.length===0?"no TrafficSplit":i.map(([u,f])=>`${u} ${f}`).join(", ")}function k({atRunTime:n,repositories:e=[]}){let t=e.flatMap(r=>r.atRunTime===void 0?[]:[{repository:r.name,says:r.atRunTime}]);return n===void 0?t:[{says:n},...t]}var L=6e4;function C(n){let e=[`### smi2linkerd: ${x(n.summary,h(n))}`,_(n)],t=[J(n),H(n),W(n),z(n)],r=[...e],o=L-e.join("").length;for(let s of[...t,...n.files.map(E)].filter(i=>i!=="")){let i=s.length<=o?s:t.includes(s)?K(s,o):"";if(i!==""&&r.push(i),i!==s)return`${r.join(`

`)}

\u2026and more: this report is cut where a comment would end.
`;o-=s.length}return`${r.join(`

`)}
`}function K(n,e){let t=n.lastIndexOf(`
`,e);return t<0?"":n.slice(0,t)}function _({summary:n,command:e,mode:t}){let r=`${R(n.errors,"error")}, ${R(n.warnings,"warning")}`;return n.failed?e===void 0?`${r}.`:`${r}. To write what is missing:

${O("sh",e)}`:t==="check"?`Nothing is left to write (${r}).`:`Done (${r}).`}function H(n){return k(n).map(({repository:e,says:t})=>`- ${e===void 0?"":`${m(e)}: `}${g(t)}.`).join(`
`)}function J({problems:n}){return n.map(e=>`- ${m(a(e.path,e))}: ${g(e.message)}`).join(`
`)}var V={converted:"to convert","up-to-date":"up to date","left-alone":"left alone",refused:"refused"};function W(n){if(n.splits.length===0)return"";let e=["refused","converted","left-alone","up-to-date"],t=[...n.splits].sort((i,u)=>e.indexOf(i.outcome)-e.indexOf(u.outcome)),r=t.slice(0,c),o=t.length>c?[`| \u2026and ${t.length-c} more | | | | |`]:[];return[`| TrafficSplit | outcome | apex | backends | file |
| --- | --- | --- | --- | --- |`,...r.map(i=>q(i,h(n))),...o].join(`
`)}var c=100;function q(n,e){let{backends:t,apex:r="",outcome:o}=n,s=t.slice(0,10).map(({service:j,weight:A,share:y})=>`${p(j)} ${y===void 0?p(A):`${y} %`}`),{path:i="standard input",line:u}=b(n),f=a(`${i}${u===void 0?"":`:${u}`}`,n),v=o==="converted"&&e?"converted":V[o];return`| ${p(l(n).replace("TrafficSplit ",""))} | ${v} | ${p(r)} | ${s.join("<br>")} | ${p(f)} |`}function z({diagnostics:n}){if(n.length===0)return"";let e={error:0,warning:1,info:2},t=[...n].sort((o,s)=>e[o.severity]-e[s.severity]),r=t.length>c?[`- \u2026and ${t.length-c} more`]:[];return["#### Findings","",...t.slice(0,c).map(B),...r].join(`
`)}function B(n){let{severity:e,code:t,fix:r,path:o,origin:s,line:i}=n,u=o==="-"?s??"standard input":`${o}${i===void 0?"":`:${i}`}`,f=a(u,n);return`- **${e}** \`${t}\` ${m(f)}: ${g(w(n))}<br>fix: ${g(r)}`}function E(n){let{path:e,diff:t}=n;return t===void 0||t===""?"":`<details><summary><code>${S(a(e,n))}</code></summary>

${O("diff",t.replace(/\n$/,""))}

</details>`}function O(n,e){let t=F(e,3);return`${t}${n}
${e.split(`
`).map(d).join(`
`)}
${t}`}function m(n){let e=d(n),t=F(e,1),r=/^[` ]|[` ]$/.test(e)?" ":"";return`${t}${r}${e===""?" ":e}${r}${t}`}function p(n){return m(n).replaceAll("|",String.raw`\|`)}function F(n,e){let t=Array.from(n.matchAll(/`+/g),([r])=>r.length);return"`".repeat(Math.max(e,...t.map(r=>r+1)))}function g(n){return d(n).replace(/[\\`*_{}[\]()#!|~]|:(?=\/\/)|(?<=www)\./gi,e=>`\\${e}`).replace(/[<>&]/g,S).replace(/@[\w-]+/g,"`$&`")}function S(n){return d(n).replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}0&&(module.exports={markdownForm});
