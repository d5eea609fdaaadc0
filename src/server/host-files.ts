/**
 * What a host of static files needs to know, in the format that Cloudflare Pages and Netlify read.
 * The build writes both files.
 */
import { addressIn } from '../base/language-addresses.ts';
import { otherTags } from '../base/language-tags.ts';
import { PORT_404_FILE_ADDRESS } from '../base/page-files.ts';
import { TRANSLATED } from '../base/translated-pages.ts';
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
  const add = (source: string, target: string) => {
    lines.push(`${source} ${target} ${REDIRECT_STATUS}`, `${source}/ ${target} ${REDIRECT_STATUS}`);
  };
  for (const { from, to } of forms) {
    if (from === '/:port' || from === '/:lang' || from === '/:lang/faq') continue;
    if (from !== '/:lang/:port') add(from, to);
    else for (const code of untranslated) add(fill(code, from), fill(code, to));
  }
  for (const [tag, code] of [...otherTags, ['en', 'en'] as const]) {
    add(`/${tag}`, addressIn(code, 'front'));
    add(`/${tag}/faq`, addressIn(code, 'faq'));
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

/**
 * Such a host follows a rule before it looks for a file, so the languages that have pages of ports have
 * no rule: there the script of the page of what is not found leads on.
 */
const untranslated = languages.filter((code) => !TRANSLATED.languages.includes(code));

const fill = (language: string, text: string) => text.replace(':lang', language);
