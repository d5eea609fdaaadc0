/** Whether two words are one word in different endings. */

const ENDING = /(?<=.{4})(?:ings?|ed|e?s|e)$/;
const stem = (word: string) => word.replace(ENDING, '').replace(/(?<=.{3})(.)\1$/, '$1');

export const sameWord = (a: string, b: string): boolean =>
  a === b || `${a}s` === b || a === `${b}s` || (/\D/.test(a) && stem(a) === stem(b));
