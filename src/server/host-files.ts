/**
 * What a host of static files needs to know, in the format that Cloudflare Pages and Netlify read.
 * The build writes both files.
 */
import { PORT_404_FILE_ADDRESS } from '../base/page-files.ts';
import { contentTypeOf, namedTypes } from './content-types.ts';
import { headerRules } from './headers.ts';
import type { NameRedirect } from './name-redirects.ts';
import { forms, languages, REDIRECT_STATUS } from './redirects.ts';

const origin = (source: string) =>
  `# Written by src/server/host-files.ts from src/server/${source}: change it there.`;

/** These have letters beyond ASCII, and not every host says by itself that they are UTF-8. */
const hostTypes = ['txt', 'csv'].map((extension) => ({
  path: `/*.${extension}`,
  type: contentTypeOf(`any.${extension}`).type,
}));

/**
 * Such a host joins the values of all rules that match, so a rule that has another value for a
 * header first takes the earlier one away: that is the line with `!`.
 */
export function headersFile(): string {
  const given = new Set<string>();
  const lines = [origin('headers.ts')];
  for (const { path, headers } of headerRules()) {
    lines.push(path);
    const names = Object.keys(headers);
    lines.push(...names.filter((name) => given.has(name)).map((name) => `  ! ${name}`));
    lines.push(...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`));
    // Of the rules for kinds of files, no two match the same address.
    if (path === '/*') for (const name of names) given.add(name);
  }
  for (const { path, type } of [...hostTypes, ...namedTypes])
    lines.push(path, `  Content-Type: ${type}`);
  return `${lines.join('\n')}\n`;
}

/**
 * The format has no way to say what a placeholder may be, so these rules take more addresses than
 * the service does. `/:lang/:port` would take real pages too: there, each language has its rule.
 * Left to the host, which does it by itself: trailing slashes and .html. Left out: leading zeros.
 * The names of services are added by the build, which knows them (src/build/write-names.ts).
 */
export function redirectsFile(): string {
  const lines = [origin('redirects.ts'), ...rewritesOf404];
  for (const { from, to } of forms) {
    if (from === '/:port') continue;
    const filled = from === '/:lang/:port' ? languages.map((code) => fill(code)) : [fill(':lang')];
    for (const languageIn of filled) {
      const [source, target] = [languageIn(from), languageIn(to)];
      lines.push(`${source} ${target} ${REDIRECT_STATUS}`);
      lines.push(`${source}/ ${target} ${REDIRECT_STATUS}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** As many rules without a placeholder as Cloudflare Pages takes; with one it takes 100 more. */
export const STATIC_RULES = 2000;

/** The format knows no other spelling of a name than the one that is written. */
export function nameLines(names: readonly NameRedirect[]): string {
  return names.map(({ name, port }) => `/${name} /${port} ${REDIRECT_STATUS}\n`).join('');
}

/** The host's own 404.html is in the way: Cloudflare goes by the first line, Netlify by the second. */
const rewritesOf404 = ['200', '200!'].map((status) => `/404 ${PORT_404_FILE_ADDRESS} ${status}`);

function fill(language: string) {
  return (text: string) => text.replace(':lang', language);
}
