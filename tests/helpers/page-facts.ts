/** What the checks want to know of a page, from one reading of it by the algorithm that browsers use. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface PageFacts {
  titles: string[];
  descriptions: string[];
  canonicals: string[];
  headings: string[];
  ids: string[];
  /** As written; all that a reader can follow. */
  links: string[];
  /** As written; all that a browser fetches by itself. */
  requests: string[];
  /** Of a port: each transport with the status that the page tells. */
  statuses: string[];
  parseErrors: string[];
}

const REQUESTING = new Set(
  'stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch preconnect dns-prefetch'.split(
    ' ',
  ),
);

export function factsOf(html: string): PageFacts {
  const facts: PageFacts = {
    titles: [],
    descriptions: [],
    canonicals: [],
    headings: [],
    ids: [],
    links: [],
    requests: [],
    statuses: [],
    parseErrors: [],
  };
  const document = parse(html, {
    onParseError: ({ code, startLine, startCol }) =>
      facts.parseErrors.push(`${code} at ${startLine}:${startCol}`),
  });
  for (const child of document.childNodes) visit(child, facts);
  return facts;
}

function visit(node: Node, facts: PageFacts): void {
  if (!('tagName' in node)) return;
  note(node, facts);
  for (const child of node.childNodes) visit(child, facts);
}

function note(element: Element, facts: PageFacts): void {
  const { tagName } = element;
  const get = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value;
  const id = get('id');
  if (id !== undefined) facts.ids.push(id);
  const style = tagName === 'style' ? textOf(element) : get('style');
  if (style) facts.requests.push(...urlsOf(style));
  const source = get('src') ?? get('data') ?? get('poster');
  if (source !== undefined) facts.requests.push(source);
  for (const candidate of get('srcset')?.split(',') ?? [])
    facts.requests.push(candidate.trim().split(/\s/)[0] ?? '');

  const href = get('href');
  if (tagName === 'title' && element.namespaceURI.endsWith('xhtml'))
    facts.titles.push(textOf(element));
  else if (tagName === 'h1') facts.headings.push(textOf(element));
  else if (tagName === 'meta' && get('name') === 'description')
    facts.descriptions.push(get('content') ?? '');
  else if (tagName === 'a' || tagName === 'area') facts.links.push(...(href ?? '' ? [href ?? ''] : []));
  else if (tagName === 'form') facts.links.push(get('action') ?? '');
  else if (tagName === 'link') noteLink(get('rel') ?? '', href ?? '', facts);
  else if (href !== undefined) facts.requests.push(href);
  else if (tagName === 'dl' && get('class') === 'transports') facts.statuses.push(...statusesOf(element));
}

function noteLink(rel: string, href: string, facts: PageFacts): void {
  const words = rel.split(/\s+/);
  if (words.includes('canonical')) facts.canonicals.push(href);
  else if (words.some((word) => REQUESTING.has(word))) facts.requests.push(href);
  else facts.links.push(href);
}

/** 'TCP assigned', 'UDP reserved' and so on. */
function statusesOf(list: Element): string[] {
  return elementsOf(list).map((entry) => {
    const [term, description] = elementsOf(entry);
    const mark = description && elementsOf(description).findLast(({ tagName }) => tagName === 'span');
    return [term, mark].map((element) => (element ? textOf(element) : '')).join(' ');
  });
}

const elementsOf = (parent: Element): Element[] =>
  parent.childNodes.filter((child): child is Element => 'tagName' in child);

export function urlsOf(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('tagName' in node)) return '';
  return node.childNodes.map(textOf).join('').replace(/\s+/g, ' ').trim();
}
