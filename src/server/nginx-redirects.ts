/**
 * The redirects as maps of nginx. Each is found from the path as it was asked for and not as nginx
 * understands it: that one is decoded, and a line break in it would end the header.
 */
import { type Form, forms, languages } from './redirects.ts';

/** 0 to 65535, without the zeros before it. */
const PORT = '(?:6553[0-5]|655[0-2]\\d|65[0-4]\\d\\d|6[0-4]\\d{3}|[1-5]\\d{4}|[1-9]\\d{0,3}|0)';
/** What the end of an address may have to spare: `.html`, `index`, slashes. */
const SPARE = '(?:\\.html)*(?:/+(?:index)?(?:\\.html)*)*$';
const NAME = '[A-Za-z0-9][A-Za-z0-9._+-]*?';
/** Folders within folders, in an address that has something to spare. */
const DEPTH = 4;

/** A name of a service instead of a number: names.map is written by src/cli/nginx.ts. */
export function redirectMaps(namesFile: string): string {
  return [
    map('$request_uri', 'path', [regex('^(?<portolan_asked>[^?]*)', '$portolan_asked')]),
    map('$portolan_path', 'numbered', [
      regex(`^/${PORT}$`, ''), // That is the address to use.
      ...forms.map((form) => regex(patternOf(form, `0*(?<portolan_port>${PORT})`), targetOf(form))),
    ]),
    map('$portolan_path', 'name', [
      ...forms
        .filter(({ from }) => from.includes(':port'))
        .map((form) => regex(patternOf(form, `(?<portolan_word>${NAME})`), '$portolan_word')),
    ]),
    map('$portolan_name', 'named', [`include ${namesFile};`]),
    map('$portolan_path', 'tidied', tidied()),
    map('$portolan_path', 'language', languageLines()),
    map('$args', 'others', [
      '"" "";',
      regex('^lang=[^&]*$', ''),
      regex('^lang=[^&]*&(?<portolan_after>.+)$', '&$portolan_after'),
      regex(
        '^(?<portolan_before>.+)&lang=[^&]*(?<portolan_rest>&.+)?$',
        '&$portolan_before$portolan_rest',
      ),
      'default "&$args";',
    ]),
    map('$portolan_language', 'query', [
      '"" "$is_args$args";',
      'default "?lang=$portolan_language$portolan_others";',
    ]),
  ].join('\n');
}

/**
 * For the server as a whole. nginx comes here again on its way to 404.html; the maps go by what was
 * asked for at first, so they say the same then.
 */
export function redirectLines(status: number): string[] {
  return [
    `if ($portolan_numbered) { return ${status} $portolan_numbered$portolan_query; }`,
    `if ($portolan_named) { return ${status} /$portolan_named$portolan_query; }`,
    `if ($portolan_tidied) { return ${status} $portolan_tidied$is_args$args; }`,
  ];
}

/** `postgresql 5432;`: these words would mean something else to nginx. */
export function nameLine({ name, port }: { name: string; port: number }): string {
  const special = ['default', 'hostnames', 'include', 'volatile'].includes(name);
  return `${special ? '\\' : ''}${name} ${port};\n`;
}

function map(source: string, name: string, lines: string[]): string {
  return [`map ${source} $portolan_${name} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

/** Without a sign before it, a pattern is text for nginx. */
function regex(pattern: string, value: string): string {
  return `"~${pattern}" "${value}";`;
}

/** As RegExp.escape, but so that somebody can read it. */
export function plain(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function patternOf({ from }: Form, port: string): string {
  const spoken = `(?i:${languages.join('|')})`;
  const words = from
    .split('/')
    .slice(1)
    .map((word) => {
      if (word === ':port') return port;
      return word === ':lang' ? spoken : plain(word);
    });
  return `^/+${words.join('/+')}${SPARE}`;
}

/** The language is in the query, which has a map of its own. */
function targetOf({ to }: Form): string {
  return to.replace('?lang=:lang', '').replace(':port', '$portolan_port');
}

function tidied(): string[] {
  const depths = Array.from({ length: DEPTH }, (_, index) => index + 1);
  return [
    '/ "";',
    regex('^(?:/[^/]+)*/(?!index$)[^/]+(?<!\\.html)$', ''),
    regex(`^(?:/+(?:index)?(?:\\.html)*)*$`, '/'),
    ...depths.map((depth) => {
      const names = depths.slice(0, depth).map((place) => `portolan_word${place}`);
      const pattern = names.map(
        (name, place) => `/+(?<${name}>[^/]+${place === depth - 1 ? '?' : ''})`,
      );
      return regex(`^${pattern.join('')}${SPARE}`, names.map((name) => `/$${name}`).join(''));
    }),
  ];
}

/** Each in its own spelling, however it was written; but for the addresses that only look like it. */
function languageLines(): string[] {
  const silent = forms.filter(({ from }) => !/:lang|:port/.test(from));
  return [
    ...silent.map((form) => regex(patternOf(form, ''), '')),
    ...languages.map((code) => `"~*^/+${code}/" ${code};`),
  ];
}
