/** The small words of English that the pages of the site share, and text cut to the room that it has. */
import { inList } from '../../base/english-formats.ts';

export const and = inList;

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Cut between two words, where it is too long. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(' ', length - 1)).replace(/[,;:.]$/, '')}…`;
}
