/** content/stock-phrases.json, read and held to its form. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StockPhrase } from './rule.ts';

const phrases = z.array(
  z.strictObject({ phrase: z.string().min(1), instead: z.string().optional() }),
);

export function readPhrases(file: string): StockPhrase[] {
  return phrases.parse(JSON.parse(readFileSync(file, 'utf8')));
}
