// smi2linkerd: Apache-2.0; the licences of the libraries in this file are in THIRD-PARTY-NOTICES
"use strict";var R=Object.defineProperty;var M=Object.getOwnPropertyDescriptor;var N=Object.getOwnPropertyNames;var T=Object.prototype.hasOwnProperty;var D=(n,e)=>{for(var t in e)R(n,t,{get:e[t],enumerable:!0})},P=(n,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let o of N(e))!T.call(n,o)&&o!==t&&R(n,o,{get:()=>e[o],enumerable:!(r=M(e,o))||r.enumerable});return n};var C=n=>P(R({},"__esModule",{value:!0}),n);var E={};D(E,{markdownForm:()=>K});module.exports=C(E);function f(n){return n.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`)}function l({kind:n,name:e,namespace:t}){return t===void 0||n==="ServiceProfile"&&e.split(".")[1]===t?`${n} ${e}`:`${n} ${t}/${e}`}function b({resource:n,message:e,field:t}){return`${n===void 0?"":`${l(n)}: `}${e}${t===void 0?"":` (${t})`}`}function x({path:n,origin:e,line:t,column:r}){return n==="-"?e===void 0?{}:{path:e}:{path:n,...t!==void 0&&r!==void 0&&{line:t,column:r}}}function h(n,e){return`${n} ${e}${n===1?"":"s"}`}function y({mode:n,summary:e}){return n==="write"||["print","function","library"].includes(n)&&!e.failed}function k({converted:n,upToDate:e,leftAlone:t,refused:r},o){let i=[[n,o?"converted":"would be converted"],[e,"up to date"],[t,"left alone"],[r,"refused"]].filter(([u])=>u>0);return i.length===0?"no TrafficSplit":i.map(([u,c])=>`${u} ${c}`).join(", ")}function O({atRunTime:n,repositories:e=[]}){let t=e.flatMap(r=>r.atRunTime===void 0?[]:[{repository:r.name,says:r.atRunTime}]);return n===void 0?t:[{says:n},...t]}var I=6e4;function K(n){let e=[`### smi2linkerd: ${k(n.summary,y(n))}`,L(n)],t=[H(n),_(n),V(n),q(n),...n.files.map(B)],r=[...e],o=r.join("").length;for(let s of t.filter(i=>i!=="")){if(o+=s.length,o>I)return`${r.join(`

`)}

…and more: this report is cut where a comment would end.
`;r.push(s)}return`${r.join(`

`)}
`}function L({summary:n,command:e,mode:t}){let r=`${h(n.errors,"error")}, ${h(n.warnings,"warning")}`;return n.failed?e===void 0?`${r}.`:`${r}. To write what is missing:

${S("sh",e)}`:t==="check"?`Nothing is left to write (${r}).`:`Done (${r}).`}function _(n){return O(n).map(({repository:e,says:t})=>`- ${e===void 0?"":`${m(e)}: `}${g(t)}.`).join(`
`)}function H({problems:n}){return n.map(({path:e,message:t})=>`- ${m(e)}: ${g(t)}`).join(`
`)}var J={converted:"to convert","up-to-date":"up to date","left-alone":"left alone",refused:"refused"};function V(n){if(n.splits.length===0)return"";let e=["refused","converted","left-alone","up-to-date"],t=[...n.splits].sort((i,u)=>e.indexOf(i.outcome)-e.indexOf(u.outcome)),r=t.slice(0,d),o=t.length>d?[`| …and ${t.length-d} more | | | | |`]:[];return[`| TrafficSplit | outcome | apex | backends | file |
| --- | --- | --- | --- | --- |`,...r.map(i=>W(i,y(n))),...o].join(`
`)}var d=100;function W(n,e){let{backends:t,apex:r="",outcome:o,repository:s}=n,i=t.slice(0,10).map(({service:j,weight:A,share:w})=>`${a(j)} ${w===void 0?a(A):`${w} %`}`),{path:u="standard input",line:c}=x(n),p=`${s===void 0?"":`${s}: `}${u}${c===void 0?"":`:${c}`}`,$=o==="converted"&&e?"converted":J[o];return`| ${a(l(n).replace("TrafficSplit ",""))} | ${$} | ${a(r)} | ${i.join("<br>")} | ${a(p)} |`}function q({diagnostics:n}){if(n.length===0)return"";let e={error:0,warning:1,info:2},t=[...n].sort((o,s)=>e[o.severity]-e[s.severity]),r=t.length>d?[`- …and ${t.length-d} more`]:[];return["#### Findings","",...t.slice(0,d).map(z),...r].join(`
`)}function z(n){let{severity:e,code:t,fix:r,path:o,origin:s,line:i,repository:u}=n,c=o==="-"?s??"standard input":`${o}${i===void 0?"":`:${i}`}`,p=`${u===void 0?"":`${u}: `}${c}`,$=p===""?"":` ${m(p)}`;return`- **${e}** \`${t}\`${$}: ${g(b(n))}<br>fix: ${g(r)}`}function B({path:n,diff:e,repository:t}){return e===void 0||e===""?"":`<details><summary><code>${v(`${t===void 0?"":`${t}: `}${n}`)}</code></summary>

${S("diff",e.replace(/\n$/,""))}

</details>`}function S(n,e){let t=F(e,3);return`${t}${n}
${e.split(`
`).map(f).join(`
`)}
${t}`}function m(n){let e=f(n),t=F(e,1),r=/^[` ]|[` ]$/.test(e)?" ":"";return`${t}${r}${e===""?" ":e}${r}${t}`}function a(n){return m(n).replaceAll("|",String.raw`\|`)}function F(n,e){let t=Array.from(n.matchAll(/`+/g),([r])=>r.length);return"`".repeat(Math.max(e,...t.map(r=>r+1)))}function g(n){return f(n).replace(/[\\`*_{}[\]()#!|~]|:(?=\/\/)|(?<=www)\./gi,e=>`\\${e}`).replace(/[<>&]/g,v).replace(/@[\w-]+/g,"`$&`")}function v(n){return f(n).replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}0&&(module.exports={markdownForm});
