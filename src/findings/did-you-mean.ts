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
    const distance = editDistance(written, candidate.toLowerCase(), limit);
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { word: candidate, distance };
  }
  return best?.word;
}

/**
 * Optimal string alignment distance: each insertion, deletion, substitution or swap of neighbours counts 1. Any number
 * above the limit stands for all of them: only cells of the table that can be within it are computed, and no more rows
 * once none of a row is.
 */
function editDistance(one: string, other: string, limit: number): number {
  const [a, b] = withoutCommonEnds(one, other);
  const beyond = limit + 1;
  let earlier: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Array<number>(b.length + 1).fill(beyond);
    row[0] = i;
    let least = i;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, at(earlier, j - 2) + 1);
      row[j] = distance;
      least = Math.min(least, distance);
    }
    if (least > limit) return beyond;
    [earlier, last] = [last, row];
  }
  return at(last, b.length);

  function at(row: readonly number[], column: number): number {
    return row[column] ?? beyond;
  }
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
