/**
 * The rule that keeps `src` readable: a room (a folder of `src`) imports only from rooms before it in
 * this list, and no file imports itself by way of others. `npm run check:rooms` and the tests hold it.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Rooms on one line may import from each other. */
export const ROOMS: readonly (readonly string[])[] = [
  ['base'],
  ['facts'],
  ['words'],
  ['features'],
  ['package'],
  ['checks'],
  ['site'],
  ['styles', 'browser'],
  ['components'],
  ['layouts'],
  ['pages'],
  ['feedback'],
  ['server'],
  ['build'],
  ['prove'],
  ['cli'],
];

export interface Import {
  /** Both relative to the folder that holds the rooms. */
  from: string;
  to: string;
}

/** What is wrong with the imports under a folder, a sentence each. */
export function checkRooms(folder: string): string[] {
  const files = globSync('**/*.{ts,mjs,js,astro}', { cwd: folder }).sort();
  const imports = files.flatMap((file) => importsOf(folder, file));
  const unknown = [...new Set(files.map(roomOf))].filter((room) => rankOf(room) === -1);
  return [
    ...unknown.map((room) => `rooms: '${room}' has no place in ROOMS of src/cli/rooms.ts; add it.`),
    ...imports.filter(isUpward).map(upwardMessage),
    ...circles(imports).map(circleMessage),
  ];
}

/** Astro wants a few files of the pages beside their folder (middleware.ts, content.config.ts). */
const roomOf = (file: string): string =>
  file.includes('/') ? (file.split('/')[0] ?? '') : 'pages';
const rankOf = (room: string): number => ROOMS.findIndex((rooms) => rooms.includes(room));
const isUpward = ({ from, to }: Import): boolean => rankOf(roomOf(to)) > rankOf(roomOf(from));

const upwardMessage = ({ from, to }: Import): string =>
  `rooms: src/${from} imports src/${to}, but '${roomOf(to)}' comes after '${roomOf(from)}'. ` +
  `Hand the value over as an argument, or move what both need to a room before '${roomOf(from)}'.`;

const circleMessage = (circle: readonly string[]): string =>
  `circle: ${[...circle, circle[0]].map((file) => `src/${file}`).join(' → ')}. ` +
  'Move what the files need of each other to a file of its own.';

/** The files of the project that one file imports, types and scripts of workers included. */
function importsOf(folder: string, file: string): Import[] {
  const text = codeOf(file, readFileSync(join(folder, file), 'utf8'));
  const workers = text.matchAll(/new URL\(\s*'(\.[^']+)'/g);
  const names = [
    ...ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName),
    ...[...workers].map(([, name = '']) => name),
  ];
  return names
    .filter((name) => name.startsWith('.'))
    .map((name) => join(folder, dirname(file), name.replace(/\?.*$/, '')))
    .filter((path) => existsSync(path))
    .map((path) => ({ from: file, to: relative(folder, path) }))
    .filter(({ to }) => /\.\w+$/.test(to) && !to.startsWith('..'));
}

/** The code of a template: what stands between the two '---', and its scripts. */
function codeOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const [, frontmatter = ''] = text.match(/^---\n(.*?)^---$/ms) ?? [];
  const scripts = text.matchAll(/<script[^>]*>(.*?)<\/script>/gs);
  return [frontmatter, ...[...scripts].map(([, code = '']) => code)].join('\n');
}

/** The circles that a walk along the imports meets, each once. */
export function circles(imports: readonly Import[]): string[][] {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push(path.slice(at));
    if (at >= 0 || done.has(file)) return;
    for (const { to } of targets.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) walk(file, []);
  return found;
}
