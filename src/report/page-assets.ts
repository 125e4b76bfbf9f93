/**
 * The style of the HTML report. The colours of the bands are those of Okabe and Ito, which colour-blind people can
 * distinguish.
 */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--card:#f6f8fa;--line:#d0d7de;--link:#0550ae;--error:#b3171f;--warning:#7a4b00;--info:#0550ae;--good:#116329}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--paper:#0d1117;--card:#161b22;--line:#3d444d;--link:#79b8ff;--error:#ff8f88;--warning:#e8b45a;--info:#79b8ff;--good:#6fdd8b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:75rem;padding:1rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.6rem;margin:.2em 0}h2{font-size:1.25rem;margin:1.5em 0 .5em;border-bottom:1px solid var(--line)}h3{font-size:1.05rem;margin:0}
a{color:var(--link)}code,pre{font:.875em/1.45 ui-monospace,monospace}
pre{overflow:auto;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.6rem;margin:.4rem 0}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.soft{color:var(--soft)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin:1rem 0}
.figures div{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.5rem .8rem}
.figures dt{color:var(--soft);font-size:.875rem}.figures dd{margin:0;font-size:1.6rem;font-weight:600}
.filter{display:flex;flex-wrap:wrap;gap:.8rem;align-items:end;padding:.6rem 0}
.filter label{display:grid;font-size:.875rem;color:var(--soft)}
select,input,button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.3rem .5rem;max-width:100%;height:2.3rem}
.split{border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem;margin:.7rem 0;content-visibility:auto;contain-intrinsic-size:auto 11rem}
.split[hidden]{display:none}
.split header{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline}
.badge{font-size:.8rem;font-weight:600;border:1px solid currentColor;border-radius:1rem;padding:0 .6rem}
.converted{color:var(--warning)}.up-to-date{color:var(--good)}.left-alone{color:var(--soft)}.refused{color:var(--error)}
.error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}
.pictures{display:flex;flex-wrap:wrap;gap:0 2rem}.pictures figure{margin:.5rem 0;max-width:100%}.pictures figcaption{font-size:.875rem;color:var(--soft)}
.picture{max-width:100%;height:auto}.picture text{fill:var(--ink);font:13px ui-monospace,monospace}.picture .share{font-weight:600}
.apex{fill:var(--card);stroke:var(--soft)}.none{opacity:.25}
.c0{fill:#0072b2}.c1{fill:#e69f00}.c2{fill:#009e73}.c3{fill:#cc79a7}.c4{fill:#56b4e9}.c5{fill:#d55e00}.c6{fill:#f0e442;stroke:#8a8000}.c7{fill:#8c8c8c}
.findings{margin:.4rem 0;padding-left:1.2rem}.findings li{margin:.25rem 0}
table{border-collapse:collapse;width:100%}thead th{white-space:nowrap}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
.scroll{overflow:auto}
.ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 1.5rem}.ways>div{border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem;margin:.3rem 0;min-width:0}.ways ol{margin:.4rem 0;padding-left:1.3rem}.ways li{margin:.5rem 0}.ways pre{white-space:pre-wrap}
summary{cursor:pointer}
.plus{color:var(--good)}.minus{color:var(--error)}.hunk{color:var(--info)}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#999;--link:#000;--error:#a00;--warning:#640;--info:#036;--good:#040}.filter,.skip{display:none}.split{content-visibility:visible;break-inside:avoid}.picture,.badge{print-color-adjust:exact}pre{white-space:pre-wrap}}
`;

/** Its script: the rest of long lists, the filter, and the colours of a change. Without it the beginnings are shown. */
export const pageScript = `
const form=document.querySelector('.filter'),status_=document.getElementById('shown'),list=document.getElementById('cards');
const rest=[...document.querySelectorAll('script.rest')],cards=[];let want={};
function fits(one){return ['namespace','outcome','repository'].every(key=>!want[key]||one[key]===want[key])&&(!want.code||one.codes.includes(want.code))&&one.text.includes((want.text||'').toLowerCase());}
function show(one){const hidden=!fits(one);if(one.card.hidden!==hidden)one.card.hidden=hidden;}
function take(card){for(;card;card=card.nextElementSibling){const one={card,...card.dataset,codes:(card.dataset.codes||'').split(' '),text:card.querySelector('header').textContent.toLowerCase()};cards.push(one);show(one);}}
function say(){if(!status_)return;const part=Object.values(want).some(value=>value),shown=part?cards.filter(({card})=>!card.hidden).length:status_.dataset.total,text=shown+' of '+status_.dataset.total+' TrafficSplits shown';if(status_.textContent!==text)status_.textContent=text;}
function more(){const next=rest.shift();if(!next)return false;const into=document.getElementById(next.dataset.into),last=into.lastElementChild;
into.insertAdjacentHTML('beforeend',JSON.parse(next.textContent).join(''));next.remove();
if(into===list){take(last.nextElementSibling);say();}return true;}
const soon=self.requestIdleCallback?run=>requestIdleCallback(run,{timeout:300}):run=>setTimeout(run,30);
function later(){soon(()=>{if(more())later();});}
function apply(){want=Object.fromEntries(new FormData(form));cards.forEach(show);say();}
function paint(pre){if(pre.dataset.painted)return;pre.dataset.painted='yes';
pre.replaceChildren(...pre.textContent.split('\\n').flatMap((line,at)=>{const kind=line.startsWith('@@')?'hunk':{'+':'plus','-':'minus'}[line[0]],shown=document.createElement('span');if(kind)shown.className=kind;shown.textContent=line;return at?['\\n',shown]:[shown];}));}
if(list)take(list.firstElementChild);
if(form){form.hidden=false;form.addEventListener('input',apply);form.addEventListener('reset',()=>setTimeout(apply));form.addEventListener('submit',event=>event.preventDefault());apply();}
addEventListener('toggle',event=>{if(event.target.open)for(const pre of event.target.querySelectorAll('pre.diff'))paint(pre);},true);
addEventListener('load',later);
addEventListener('beforeprint',()=>{while(more());for(const one of document.querySelectorAll('details')){one.open=true;one.querySelectorAll('pre.diff').forEach(paint);}});
`;

/** The digest of the style, for the page's Content-Security-Policy; a test computes it. */
export const styleDigest = 'sha256-mvbBxekfNM/TFnoBqJEerlE3E9isWcxDqAfghowwD+w=';
/** The digest of the script, as `styleDigest`. */
export const scriptDigest = 'sha256-AU6OhqUQy+yTpTIOJmTZhYh4olfG7ssMOlXBruhBZuk=';
