/**
 * Text that a stranger wrote, for a terminal. A control character could move the cursor, change the
 * window's title or hide what stands before it, and a sign of direction could turn a line around:
 * each is shown as its number instead.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/** Two that join letters, without which Persian, Hindi and many an emoji cannot be written. */
const JOINERS = ['\u200c', '\u200d'];

export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) =>
    JOINERS.includes(character) ? character : shown(character),
  );
}

function shown(character: string): string {
  if (character === '\n') return ' ⏎ ';
  if (character === '\t') return ' ';
  const number = character.codePointAt(0) ?? 0;
  return `‹${number.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** JSON in which each of them is written as an escape, so that it can be shown and says the same. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNPRINTABLE, (character) =>
    character === '\n' ? character : escaped(character),
  );
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
