/** What a thread keeps of its pages for the rules that hold between pages. */
import { metaNamed, type Page, titlesOf } from './page.ts';
import { textOf } from './read/element.ts';
import { copyOf } from './read/read-html.ts';

export const IDENTITY = ['title', 'description', 'h1'] as const;

export interface Gathered {
  /** Of each page what no other may have, in the order of IDENTITY. */
  identities: { file: string; language: string; texts: string[] }[];
  /** Each address within the site that a page leads to, with the first page that does. */
  links: Map<string, string>;
  /** Each place in which an element can stand, with the page that has it and has the lowest name. */
  places: Map<string, string>;
}

export const nothingYet = (): Gathered => ({ identities: [], links: new Map(), places: new Map() });

export function gather(page: Page, gathered: Gathered): void {
  const { file } = page;
  const h1 = page.named('h1')[0];
  const texts = [titlesOf(page)[0], metaNamed(page, 'description')[0], h1 && textOf(h1)];
  const language = copyOf(page.named('html')[0]?.attributes.lang ?? '');
  gathered.identities.push({ file, language, texts: texts.map((text) => copyOf(text ?? '')) });
  for (const link of linksOf(page))
    if (!gathered.links.has(link)) gathered.links.set(copyOf(link), file);
  for (const place of placesOn(page))
    if (!gathered.places.has(place)) gathered.places.set(place, file);
}

/** As written: all that a reader can follow and all that a browser fetches. */
function* linksOf({ elements }: Page): Generator<string> {
  for (const { attributes } of elements) {
    const { action, href, method, src } = attributes;
    // Within the page, the rule of the ids looks.
    if (href && !href.startsWith('#')) yield href;
    if (src) yield src;
    // A form that posts leads to a service, not to a page.
    if (action && method !== 'post') yield action;
  }
}

/** 'ul>li', 'p>a[href]': what the rules of HTML depend on. */
function* placesOn({ elements }: Page): Generator<string> {
  for (const { attributes, name, parent } of elements) {
    let place = `${parent?.name}>${name}`;
    for (const attribute in attributes) place += ` ${attribute}`;
    yield place;
  }
}
