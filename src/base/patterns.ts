/** Long regular expressions made of short ones, a line each. */

/** Matches where any of the parts does. */
export const anyOf = (parts: readonly RegExp[], flags = ''): RegExp =>
  new RegExp(parts.map(({ source }) => source).join('|'), flags);

/** Matches where the parts follow one another; a part that is a choice stands in a group. */
export const inSequence = (parts: readonly RegExp[], flags = ''): RegExp =>
  new RegExp(parts.map(({ source }) => source).join(''), flags);
