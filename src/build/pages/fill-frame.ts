/**
 * Puts the texts of a port's page into the frame that Astro rendered once. A test renders some hundred
 * ports in both ways and finds the same bytes.
 */
import { escapeHtml } from '../../base/escape.ts';
import { tighten } from '../../base/shrink-html.ts';
import { markFor, type PortPage } from '../../site/port-page.ts';

type Name = keyof PortPage;

/** As Astro writes a value between tags. */
const inText = (text: string): string => escapeHtml(text).replaceAll("'", '&#39;');

/** As Astro writes a value between quotes. */
const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const asHtml = (html: string): string => html;
/** The frame has the slash before it. */
const asAddress = (address: string): string => inAttribute(address.slice(1));

const WRITTEN: Readonly<Record<Name, (value: string) => string>> = {
  title: inText,
  unsigned: inAttribute,
  description: inAttribute,
  path: asAddress,
  image: asAddress,
  data: asHtml,
  report: inAttribute,
  choices: inAttribute,
  crumbs: asHtml,
  answer: asHtml,
  rest: asHtml,
};

/** What stands around a value, and is not there where there is none. */
const AROUND: Partial<Record<Name, readonly [before: string, after: string]>> = {
  choices: ['="', '"'],
  data: ['<script type="application/ld+json">', '</script>'],
};

const MARK = new RegExp(`~(${Object.keys(WRITTEN).join('|')})~`);

/** @returns what makes the HTML of a page */
export function frameFiller(frame: string): (page: PortPage) => string {
  const parts = withoutSurroundings(frame).split(MARK);
  const names = parts.filter((_, index) => index % 2 === 1) as Name[];
  const missing = Object.keys(WRITTEN).filter((name) => !names.includes(name as Name));
  // Only where there is no form to report a mistake with does the address name the port.
  if (missing.some((name) => name !== 'report'))
    throw new Error(`the frame of the ports has no place for ${missing.join(', ')}`);
  return (page) =>
    tighten(
      parts.map((part, index) => (index % 2 === 0 ? part : written(part as Name, page))).join(''),
    );
}

function withoutSurroundings(frame: string): string {
  let bare = frame;
  for (const [name, [before, after]] of Object.entries(AROUND)) {
    const mark = markFor(name as Name);
    bare = bare.replace(before + mark + after, mark);
  }
  return bare;
}

function written(name: Name, page: PortPage): string {
  const value = WRITTEN[name](page[name]);
  const [before, after] = AROUND[name] ?? ['', ''];
  return value === '' ? '' : before + value + after;
}
