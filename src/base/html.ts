/**
 * HTML as a tagged template that escapes whatever is put into it, unless that is HTML already. It is
 * Hono's, without the promises that Hono allows for: nothing that makes our pages waits. Lines are
 * broken as in Astro's templates: a break beside an element or a value is nothing, and a space that
 * stands there is written as ${' '}.
 */
import { html as honoHtml } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export { raw } from 'hono/html';

export type Html = HtmlEscapedString;

const known = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  let parts = known.get(strings);
  if (parts === undefined) {
    parts = Object.assign(strings.map(withoutBreaks), { raw: strings.raw });
    known.set(strings, parts);
  }
  return honoHtml(parts, ...values) as Html;
}

/** Within words and within a tag a break is a space, as it is everywhere in HTML. */
const withoutBreaks = (text: string): string =>
  text.replaceAll(/\s*\n\s*/g, (gap, at: number) => {
    const [before = '>', after = '<'] = [text[at - 1], text[at + gap.length]];
    return before === '>' || '<>'.includes(after) ? '' : ' ';
  });
