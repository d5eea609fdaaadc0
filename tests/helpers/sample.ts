/** Samples that are the same on every run: a failure is found again. */

/** So many of the list, spread by chance over all of it. */
export function sample<Item>(items: readonly Item[], count: number, seed = 1): Item[] {
  const random = randomFrom(seed);
  const left = [...items];
  const chosen: Item[] = [];
  while (chosen.length < count && left.length > 0) {
    const at = Math.floor(random() * left.length);
    const last = left.pop() as Item;
    if (at === left.length) chosen.push(last);
    else {
      chosen.push(left[at] as Item);
      left[at] = last;
    }
  }
  return chosen;
}

/** Numbers from 0 to 1 that look random: the generator called mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
