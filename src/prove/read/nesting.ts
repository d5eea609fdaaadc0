/** Which elements have no end tag, and which end by themselves where another begins or their parent ends. */

export const VOID = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** What is in them is text, whatever it looks like. */
export const RAW_TEXT = new Set(['script', 'style', 'title', 'textarea']);

const words = (text: string) => new Set(text.split(' '));

/** Where one of these begins, a paragraph ends. */
const ENDS_PARAGRAPH = words(
  'address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 ' +
    'h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul',
);

/** The open element, and the start tags before which it ends. */
const ENDED_BY: Readonly<Record<string, ReadonlySet<string>>> = {
  p: ENDS_PARAGRAPH,
  li: words('li'),
  dt: words('dt dd'),
  dd: words('dt dd'),
  option: words('option optgroup'),
  optgroup: words('optgroup'),
  tr: words('tr tbody tfoot'),
  td: words('td th tr tbody tfoot'),
  th: words('td th tr tbody tfoot'),
  thead: words('tbody tfoot'),
  tbody: words('tbody tfoot'),
  // The end of the head is always written, and the body begins behind it.
};

/** @returns whether the element ends where the other begins */
export const endsBefore = (open: string, next: string): boolean =>
  ENDED_BY[open]?.has(next) ?? false;

const ENDS_WITH_PARENT = new Set([...Object.keys(ENDED_BY), 'body', 'html']);
/** A paragraph in one of these needs its end tag. */
const KEEPS_PARAGRAPHS = words('a audio del ins map noscript video');

export const endsWithParent = (name: string, parent: string): boolean =>
  ENDS_WITH_PARENT.has(name) &&
  !(name === 'p' && (KEEPS_PARAGRAPHS.has(parent) || parent.includes('-')));
