/** Several lines pasted into the search box go to the scan reader, by way of this tab's own storage. */
import { recall, remember } from './storage.ts';

const KEY = 'scan';

/** Two lines with a number in each: less is an error message, which the search reads. */
export const isScan = (text: string): boolean =>
  text.split('\n').filter((line) => /\d/.test(line)).length > 1;

export function handOver(text: string): void {
  remember(KEY, text, 'sessionStorage');
  location.href = '/lookup';
}

/** Once: who comes back to the page later finds it empty. */
export function takeOver(): string | null {
  const text = recall(KEY, 'sessionStorage');
  remember(KEY, '', 'sessionStorage');
  return text;
}
