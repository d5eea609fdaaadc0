/** The rules of RFC 4287 that bear on a feed without extensions, each with its section. */
import { childrenNamed, parseXml, type XmlElement } from './xml.ts';

const ATOM = 'http://www.w3.org/2005/Atom';

interface Amount {
  least: number;
  most: number;
}
const one: Amount = { least: 1, most: 1 };
const atMostOne: Amount = { least: 0, most: 1 };
const any: Amount = { least: 0, most: Number.POSITIVE_INFINITY };

/** 4.1.1 and 4.1.2: what may be within, and how often. */
const WITHIN: Record<string, Record<string, Amount>> = {
  feed: {
    ...{ author: any, category: any, contributor: any, generator: atMostOne, icon: atMostOne },
    ...{ id: one, link: any, logo: atMostOne, rights: atMostOne, subtitle: atMostOne },
    ...{ title: one, updated: one, entry: any },
  },
  entry: {
    ...{ author: any, category: any, content: atMostOne, contributor: any, id: one, link: any },
    ...{ published: atMostOne, rights: atMostOne, source: atMostOne, summary: atMostOne },
    ...{ title: one, updated: one },
  },
  author: { name: one, uri: atMostOne, email: atMostOne },
};

export function atomFaults(text: string): string[] {
  let feed: XmlElement;
  try {
    feed = parseXml(text);
  } catch (error) {
    return [String(error)];
  }
  if (feed.name !== 'feed') return ['2: the root is not feed'];
  const entries = childrenNamed(feed, 'entry');
  return [
    ...elementFaults(feed),
    ...feedFaults(feed, entries),
    ...entries.flatMap((entry) => entryFaults(entry)),
  ];
}

function feedFaults(feed: XmlElement, entries: XmlElement[]): string[] {
  const faults = alternateFaults(feed);
  if (!links(feed).some(({ rel }) => rel === 'self')) faults.push('4.1.1: the feed has no self');
  const authored = childrenNamed(feed, 'author').length > 0;
  if (!authored && entries.some((entry) => childrenNamed(entry, 'author').length === 0))
    faults.push('4.1.1: an entry without an author in a feed without one');
  const ids = entries.map((entry) => textOf(entry, 'id'));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  faults.push(...twice.map((id) => `4.1.1: two entries have the id ${id}`));
  return faults;
}

function entryFaults(entry: XmlElement): string[] {
  const faults = alternateFaults(entry);
  const hasContent = childrenNamed(entry, 'content').length > 0;
  if (!hasContent && !links(entry).some(({ rel }) => rel === 'alternate'))
    faults.push('4.1.2: an entry without content and without an alternate');
  if (textOf(entry, 'summary').trim() === '') faults.push('4.1.2: an empty summary says nothing');
  return faults;
}

/** What holds of an element and of all within. */
function elementFaults(element: XmlElement): string[] {
  const { attributes, children, name, text, uri } = element;
  const faults = uri === ATOM ? [] : [`2: ${name} is not of Atom`];
  const allowed = WITHIN[name];
  if (allowed) {
    for (const child of children)
      if (!(child.name in allowed)) faults.push(`4: ${child.name} in ${name}`);
    for (const [child, { least, most }] of Object.entries(allowed)) {
      const count = childrenNamed(element, child).length;
      if (count < least || count > most) faults.push(`4: ${count} ${child} in ${name}`);
    }
    if (text.trim() !== '') faults.push(`4: text in ${name}`);
  } else if (children.length > 0) faults.push(`3.1: elements in ${name}`);
  if (name === 'updated' || name === 'published') faults.push(...dateFaults(text));
  if (['id', 'uri', 'icon', 'logo'].includes(name)) faults.push(...addressFaults(text));
  if (name === 'link') faults.push(...addressFaults(attributes.href ?? ''));
  if (name === 'title' && text.trim() === '') faults.push('4.2.14: an empty title');
  if (attributes.type && ['title', 'summary', 'subtitle'].includes(name))
    if (!['text', 'html', 'xhtml'].includes(attributes.type)) faults.push('3.1.1: type of a text');
  return [...faults, ...children.flatMap(elementFaults)];
}

/** 3.3, with the Z or the offset that RFC 3339 asks for, and a day that is in the calendar. */
function dateFaults(text: string): string[] {
  const [, day = ''] =
    /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const valid = !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(day);
  return day !== '' && valid ? [] : [`3.3: no date: ${text}`];
}

/** 4.2.6 and 4.2.7: ours are whole addresses, so that none depends on where the feed was fetched. */
const addressFaults = (text: string): string[] =>
  URL.canParse(text) && !/\s/.test(text) ? [] : [`no address: '${text}'`];

/** 4.1.1: not two of the same type and language. */
function alternateFaults(element: XmlElement): string[] {
  const kinds = links(element)
    .filter(({ rel }) => rel === 'alternate')
    .map(({ hreflang, type }) => `${type} ${hreflang}`);
  return new Set(kinds).size === kinds.length ? [] : ['4.1: two alternates of one kind'];
}

/** 4.2.7.2: a link without a relation is an alternate. */
const links = (element: XmlElement) =>
  childrenNamed(element, 'link').map(({ attributes }) => ({
    rel: attributes.rel ?? 'alternate',
    type: attributes.type,
    hreflang: attributes.hreflang,
  }));

const textOf = (element: XmlElement, name: string) => childrenNamed(element, name)[0]?.text ?? '';
