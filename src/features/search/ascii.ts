/** Longer than any message: of a longer text, only the beginning is read. */
export const LONGEST_QUERY = 2000;

/** What a person means, in the letters and digits that the rest reads: full-width forms, Arabic and other digits. */
export function ascii(text: string): string {
  return text
    .slice(0, LONGEST_QUERY)
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digit)
    .trim()
    .toLowerCase();
}

/** The digits of every script stand in tens, from 0 to 9, one ten behind the other where there are several. */
function digit(character: string): string {
  let code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(--code))) value++;
  return String(value % 10);
}
