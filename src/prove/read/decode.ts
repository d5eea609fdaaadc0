/** References to characters: the few names that this project writes, and numbers. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};
const REFERENCE = /&(?:#(\d+)|#x([\da-f]+)|([a-z][a-z\d]*))(;?)/gi;

/** @param onUnknown is told of what a browser would guess at, or show as it stands */
export function decode(text: string, onUnknown: (reference: string) => void): string {
  return text.replaceAll(REFERENCE, (whole, decimal, hex, name, end) => {
    const character = decimal
      ? String.fromCodePoint(Number(decimal))
      : hex
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : NAMED[name];
    if (character !== undefined && end === ';') return character;
    onUnknown(whole);
    return whole;
  });
}
