/**
 * What deploy/nginx.conf includes: the names that lead to ports, and the languages. As the built-in
 * server's own list, their names begin with a dot, so that they are not served.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameRedirect } from '../server/name-redirects.ts';
import { languages } from '../server/redirects.ts';

export function writeNginxMaps(folder: string, names: readonly NameRedirect[]): void {
  const lines = names.map(({ name, port }) => `${plain(name)} ${port};\n`);
  writeFileSync(join(folder, '.nginx-names.map'), lines.join(''));
  const codes = languages.map((code) => `${plain(code)} ${code};\n`);
  writeFileSync(join(folder, '.nginx-languages.map'), codes.join(''));
}

/** These words would mean something else to nginx. */
function plain(word: string): string {
  return /^(?:default|hostnames|include|volatile)$/.test(word) ? `\\${word}` : word;
}
