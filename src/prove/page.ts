/** A page of the built site, read once for all rules. */
import { portOfFile } from '../base/page-files.ts';
import { type Fetch, fetchesOf } from './fetches.ts';
import { type Element, textOf } from './read/element.ts';
import { readHtml } from './read/read-html.ts';
import { addressOf } from './site-files.ts';

export interface Page {
  /** From the root of the site, with slashes. */
  file: string;
  /** The page of what is not found has none. */
  address: string | undefined;
  /** Of a port's page. */
  port: number | undefined;
  html: string;
  content: Buffer;
  root: Element;
  elements: readonly Element[];
  /** What a browser would have to mend. */
  faults: readonly string[];
  named: (name: string) => readonly Element[];
  /** What a browser asks for by itself. */
  fetches: readonly Fetch[];
}

const NONE: readonly Element[] = [];

export function readPage(file: string, content: Buffer): Page {
  const html = content.toString('utf8');
  const { elements, faults, root } = readHtml(html);
  let byName: Map<string, Element[]> | undefined;
  return {
    file,
    address: addressOf(file),
    port: portIn(file),
    html,
    content,
    root,
    elements,
    faults,
    fetches: [...fetchesOf(elements)],
    named: (name) => {
      byName ??= Map.groupBy(elements, (element) => element.name);
      return byName.get(name) ?? NONE;
    },
  };
}

/** '22.html', and '404' under its other name. */
function portIn(file: string): number | undefined {
  const name = /^(\d+|port-404)\.html$/.exec(file)?.[1];
  return name === undefined || name === '404' ? undefined : portOfFile(name);
}

/** What a head says under a name, as many times as it says it. */
export const metaNamed = (page: Page, name: string): string[] =>
  page
    .named('meta')
    .filter(({ attributes }) => attributes.name === name || attributes.property === name)
    .map(({ attributes }) => attributes.content ?? '');

/** A drawing may have a title too. */
export const titlesOf = (page: Page): string[] =>
  page
    .named('title')
    .filter(({ parent }) => parent?.name === 'head')
    .map(textOf);
