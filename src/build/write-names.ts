/**
 * The names that are addresses, for the built-in server (.names.json), for nginx (.nginx-names.map) and
 * for hosts of static files (more lines of _redirects).
 * What the folder has at an address stays there: no name takes its place.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Atlas } from '../facts/atlas/atlas.ts';
import { keyOf } from '../features/search/fold.ts';
import { nameLines, STATIC_RULES } from '../server/host-files.ts';
import { namedPorts, nameRedirects } from '../server/name-redirects.ts';
import { NAMES_FILE } from '../server/names-file.ts';
import { languages } from '../server/redirects.ts';
import { writeNginxMaps } from './nginx-maps.ts';

const REDIRECTS = '_redirects';

/** @returns the number of names */
export function writeNames(folder: string, atlas: Atlas): number {
  const taken = takenIn(folder);
  const named = namedPorts(atlas).filter(({ key }) => !taken.has(key));
  const ports = Object.fromEntries(named.map(({ key, port }) => [key, port]));
  writeFileSync(join(folder, NAMES_FILE), `${JSON.stringify(ports)}\n`);
  const rules = join(folder, REDIRECTS);
  const room = STATIC_RULES - countStatic(existsSync(rules) ? readFileSync(rules, 'utf8') : '');
  const spelled = nameRedirects(atlas, named);
  appendFileSync(rules, nameLines(spelled.slice(0, room)));
  writeNginxMaps(folder, spelled);
  return named.length;
}

/** Rules without a placeholder: the only ones of which a host takes as many. */
function countStatic(rules: string): number {
  return rules.split('\n').filter((line) => line.startsWith('/') && !/[:*]/.test(line)).length;
}

/** What stands at the root, and below a language, with and without what a file's name ends in. */
function takenIn(folder: string): Set<string> {
  const within = ['.', ...languages].map((name) => join(folder, name)).filter(existsSync);
  const entries = within.flatMap((each) => readdirSync(each));
  return new Set(entries.flatMap((name) => [keyOf(name), keyOf(name.replace(/\.\w+$/, ''))]));
}
