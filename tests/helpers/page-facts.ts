/** What the checks want to know of a page, from one reading of it by the algorithm that browsers use. */
import { attribute, childrenOf, type Element, elementsIn, rootOf, textOf } from './dom.ts';

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
}

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
  };
  for (const element of elementsIn(rootOf(html))) {
    const id = attribute(element, 'id');
    if (id !== undefined) facts.ids.push(id);
    facts.requests.push(...embeddedBy(element));
    noteByName(element, facts);
  }
  return facts;
}

function noteByName(element: Element, facts: PageFacts): void {
  const { tagName } = element;
  const href = attribute(element, 'href');
  if (tagName === 'a' || tagName === 'area') facts.links.push(...addressesIn(href));
  else if (tagName === 'link') noteLink(attribute(element, 'rel') ?? '', href ?? '', facts);
  // What is left has an address that is fetched: <use> and <image> of a drawing, <base>.
  else if (href !== undefined) facts.requests.push(href);
  // Nobody follows a form that posts; it leads to a service, not to a page.
  else if (tagName === 'form') {
    if (attribute(element, 'method') !== 'post')
      facts.links.push(...addressesIn(attribute(element, 'action')));
  } else if (tagName === 'h1') facts.headings.push(textOf(element));
  else if (tagName === 'title' && element.parentNode?.nodeName === 'head')
    facts.titles.push(textOf(element));
  else if (tagName === 'meta' && attribute(element, 'name') === 'description')
    facts.descriptions.push(attribute(element, 'content') ?? '');
  else if (tagName === 'dl' && attribute(element, 'class') === 'transports')
    facts.statuses.push(...statusesIn(element));
}

/** Without an address, an anchor is no link, and a form leads to its own page. */
const addressesIn = (text: string | undefined): string[] => (text ? [text] : []);

const FETCHED =
  /^(stylesheet|icon|apple-touch-icon|mask-icon|manifest|(module)?preload|prefetch|preconnect|dns-prefetch)$/;

function noteLink(rel: string, href: string, facts: PageFacts): void {
  const words = rel.split(/\s+/);
  if (words.includes('canonical')) facts.canonicals.push(href);
  else if (words.some((word) => FETCHED.test(word))) facts.requests.push(href);
  else facts.links.push(href);
}

function embeddedBy(element: Element): string[] {
  const style = element.tagName === 'style' ? textOf(element) : attribute(element, 'style');
  const named = ['src', 'data', 'poster'].map((name) => attribute(element, name));
  const set = attribute(element, 'srcset')
    ?.split(',')
    .map((candidate) => candidate.trim().split(/\s/)[0]);
  const urls = style?.matchAll(/(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)/g) ?? [];
  return [...named, ...(set ?? []), ...[...urls].map(([, url]) => url)].filter(
    (address) => address !== undefined,
  );
}

/** 'TCP assigned', 'UDP reserved' and so on. */
function statusesIn(list: Element): string[] {
  return childrenOf(list).map((entry) => {
    const [term, description] = childrenOf(entry);
    const mark = description && childrenOf(description).find(({ tagName }) => tagName === 'span');
    return [term, mark].map((element) => (element ? textOf(element) : '')).join(' ');
  });
}
