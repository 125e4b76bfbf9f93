import { expect, test } from 'vitest';
import { splitPicture } from '../../src/report/split-picture.ts';

/** Where the bands of a picture begin at the apex: the highest and the lowest point, and the middle of the picture. */
function startsOf(picture: string): readonly [number, number, number] {
  const starts = [...picture.matchAll(/d="M142 ([\d.]+)C[^"]* ([\d.]+)Z"/g)].flatMap(([, top, end]) => [
    Number(top),
    Number(end),
  ]);
  const height = Number(/ height="([\d.]+)"/.exec(picture)?.[1]);
  return [Math.min(...starts), Math.max(...starts), height / 2];
}

test.each([
  ['with unknown shares', [{ name: 'web-v1' }, { name: 'web-v2' }]],
  [
    'with a share of nothing',
    [
      { name: 'web-v1', share: 100 },
      { name: 'web-v2', share: 0 },
    ],
  ],
  ['of many backends', Array.from({ length: 20 }, (_, index) => ({ name: `web-v${index}`, share: 5 }))],
])('the bands of a picture %s begin around the middle of the apex', (_, parts) => {
  const [top, end, middle] = startsOf(splitPicture('web', parts));
  expect((top + end) / 2).toBeCloseTo(middle, 0);
});
