/**
 * The same page in fewer bytes: no quotes around values that need none, no end tags that HTML lets one
 * leave out. Each byte of a port's page counts 65,536 times. What is shown stays the same, and the
 * parser of every browser makes the same tree of it, which a test holds it to.
 */

/** In text, quotation marks are written as references: what looks like this is within a tag. */
const PLAIN_VALUE = / ([a-z-]+)="([^\s"'=<>`]*[^\s"'=<>`/])"(?=[\s>])/g;

/**
 * Each of these ends by itself where what follows begins or its parent ends. A paragraph does not
 * where the parent is a link or an element of our own.
 */
const END_TAG = new RegExp(
  [
    'li>(?=<(?:li[ >]|/[uo]l>))',
    'd[td]>(?=<(?:d[td][ >]|/d(?:l|iv)>))',
    't[dh]>(?=<(?:t[dh][ >]|/tr>))',
    'tr>(?=<(?:tr[ >]|/t(?:head|body|able)>))',
    'option>(?=<(?:option[ >]|/select>))',
    'p>(?=<(?:(?:[uod]l|p|section|nav|h[1-4]|div|table|form|details|fieldset)' +
      '[ >]|/(?:section|article|div|header|main|footer|aside|details|li|dd)>))',
  ]
    .map((tag) => `</${tag}`)
    .join('|'),
  'g',
);

/** Some of the programs that show a link in a chat look for <meta> with its quotes, and for </head>. */
export function tighten(html: string): string {
  const at = html.indexOf('</head>');
  const head = html.slice(0, at).replaceAll(/<link [^>]*>|<script [^>]*>|<html [^>]*>/g, unquoted);
  const body = unquoted(html.slice(at))
    .replace('</head><body>', '</head>')
    .replace(END_TAG, '')
    // Shapes in a drawing may end themselves.
    .replaceAll('"></path>', '"/>');
  return head + body.replace(/<\/body><\/html>\s*$/, '');
}

const unquoted = (tags: string) => tags.replace(PLAIN_VALUE, ' $1=$2');
