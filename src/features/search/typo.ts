/** Names that differ from what was typed by a slip of the finger. */

/** How many slips are forgiven: none in a short word, where every slip makes another word. */
export function allowance(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/**
 * The number of letters to add, drop, change, or swap with the next; anything above `most` counts
 * as one more than that.
 */
export function distance(a: string, b: string, most: number): number {
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return far;
    before = above;
    above = row;
  }
  return Math.min(at(above, b.length), far);
}

const at = (row: readonly number[], index: number) => row[index] ?? 0;

/** The keys that are nearest to what was typed, all at the same distance. */
export function nearestKeys(
  typed: string,
  keys: Iterable<string>,
  forgiven = allowance(typed.length),
): { keys: string[]; slips: number } {
  let slips = forgiven;
  let found: string[] = [];
  if (slips === 0) return { keys: found, slips };
  for (const key of keys) {
    // A second slip is forgiven only where the first letter is right.
    const most = key[0] === typed[0] ? slips : Math.min(slips, 1);
    const between = distance(typed, key, most);
    if (between > most) continue;
    if (between < slips || found.length === 0) {
      slips = between;
      found = [];
    }
    if (between === slips) found.push(key);
  }
  return { keys: found, slips };
}
