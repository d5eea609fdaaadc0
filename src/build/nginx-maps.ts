/**
 * What deploy/nginx.conf includes: the names that lead to ports, and the languages. As the built-in
 * server's own list, their names begin with a dot, so that they are not served.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherTags } from '../base/language-tags.ts';
import { TRANSLATED, translatedAddress } from '../base/translated-pages.ts';
import type { NameRedirect } from '../server/name-redirects.ts';
import { languages } from '../server/redirects.ts';

export function writeNginxMaps(folder: string, names: readonly NameRedirect[]): void {
  const lines = names.map(({ name, port }) => `${plain(name)} ${port};\n`);
  writeFileSync(join(folder, '.nginx-names.map'), lines.join(''));
  // nginx takes small and capital letters for the same.
  const tags = new Map([...otherTags, ...languages.map((code) => [code, code] as const)]);
  const folded = new Map([...tags].map(([tag, code]) => [tag.toLowerCase(), code]));
  const codes = [...folded].map(([tag, code]) => `${plain(tag)} ${code};\n`);
  writeFileSync(join(folder, '.nginx-languages.map'), codes.join(''));
  const translated = TRANSLATED.languages.flatMap((code) =>
    TRANSLATED.ports.map((port) => `${code}:${port} ${translatedAddress(code, port)};\n`),
  );
  writeFileSync(join(folder, '.nginx-translated.map'), translated.join(''));
}

/** These words would mean something else to nginx. */
function plain(word: string): string {
  return /^(?:default|hostnames|include|volatile)$/.test(word) ? `\\${word}` : word;
}
