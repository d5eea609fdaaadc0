/**
 * Puts the texts of a port's page into the frame that Astro rendered once. A test renders some hundred
 * ports in both ways and finds the same bytes.
 */
import { tighten } from '../../base/shrink-html.ts';
import { markFor, type PortPage } from '../../site/port-page.ts';

type Name = keyof PortPage;

/** As Astro writes a value between tags. */
const inText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

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
  choices: (value) => (value === '' ? '' : `="${inAttribute(value)}"`),
  crumbs: asHtml,
  answer: asHtml,
  rest: asHtml,
};

const MARK = new RegExp(`~(${Object.keys(WRITTEN).join('|')})~`);

/** @returns what makes the HTML of a page */
export function frameFiller(frame: string): (page: PortPage) => string {
  // Astro writes an attribute that is empty without a value.
  const parts = frame.replace(`="${markFor('choices')}"`, markFor('choices')).split(MARK);
  const names = parts.filter((_, index) => index % 2 === 1) as Name[];
  const missing = Object.keys(WRITTEN).filter((name) => !names.includes(name as Name));
  // Only where there is no form to report a mistake with does the address name the port.
  if (missing.some((name) => name !== 'report'))
    throw new Error(`the frame of the ports has no place for ${missing.join(', ')}`);
  return (page) =>
    tighten(
      parts
        .map((part, index) => (index % 2 === 0 ? part : WRITTEN[part as Name](page[part as Name])))
        .join(''),
    );
}
