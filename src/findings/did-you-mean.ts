/**
 * The known word that is nearest to what was written, for "did you mean"; undefined where none is nearer than `most` letters,
 * by default a third of the word.
 */
export function nearestWord(word: string, known: readonly string[], most = Infinity): string | undefined {
  const limit = Math.min(most, Math.max(1, Math.floor(word.length / 3)));
  const written = word.toLowerCase();
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    if (word.length > 60 || Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(written, candidate.toLowerCase());
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { word: candidate, distance };
  }
  return best?.word;
}

/** Optimal string alignment distance: each insertion, deletion, substitution or swap of neighbours counts 1. */
function editDistance(one: string, other: string): number {
  const [a, b] = withoutCommonEnds(one, other);
  if (a === '' || b === '') return a.length + b.length;
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, at(i - 2, j - 2) + 1);
      rows[i]?.push(distance);
    }
  }
  return at(a.length, b.length);
}

/** What two words have in common at their ends does not change the distance, and is most of two similar words. */
function withoutCommonEnds(one: string, other: string): readonly [string, string] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one[one.length - end - 1] === other[other.length - end - 1]) end += 1;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}
