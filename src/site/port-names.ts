/** What a port is called in a list of others. Many pages have the same neighbours: each is looked up once. */
import type { Atlas } from '../facts/atlas/atlas.ts';
import { nameOf } from '../words/port/in-english.ts';

const known = new WeakMap<Atlas, Map<number, string>>();

export function portName(port: number, atlas: Atlas): string {
  return known
    .getOrInsertComputed(atlas, () => new Map())
    .getOrInsertComputed(port, () => nameOf(atlas.port(port)));
}
