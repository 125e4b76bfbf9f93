/** How many of a long list are in the page from the start; the others are added when it is open. */
const atOnce = 200;
const inOnePart = 100;

/**
 * A long list of elements as a part of the page with an id: the first as elements, the others as data, of which the script of
 * the page makes elements when the browser has time for it. What is not an element costs next to nothing when a page opens.
 */
export function inPortions(id: string, items: readonly string[]): string {
  const rest = items.slice(atOnce);
  const parts: string[] = [];
  for (let at = 0; at < rest.length; at += inOnePart) parts.push(dataOf(id, rest.slice(at, at + inOnePart)));
  const without =
    rest.length === 0
      ? ''
      : `<noscript><p>The first ${atOnce} of ${items.length} are shown: the others need the script of this page.</p></noscript>`;
  return `<div id="${id}">${items.slice(0, atOnce).join('\n')}</div>${without}${parts.join('')}`;
}

/** A block of data is text up to the next end tag of a script (HTML, "script data state"): it holds no `<`. */
function dataOf(id: string, items: readonly string[]): string {
  const data = JSON.stringify(items).replaceAll('<', String.raw`\u003c`);
  return `<script type="application/json" class="rest" data-into="${id}">${data}</script>`;
}
