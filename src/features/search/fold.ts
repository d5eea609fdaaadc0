/** What is left of a name when nothing is kept that people write in two ways. */

/** 'MS-SQL-S', 'ms sql s' and 'ms_sql_s' are one name. */
export const keyOf = (text: string) => plain(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** The words of a text, in lower case and without accents. */
export const wordsOf = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const plain = (text: string) =>
  text
    .normalize('NFKD')
    // whois++ is not whois.
    .replaceAll('+', ' plus ')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
