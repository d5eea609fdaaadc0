/** What there is to share of the page at hand, read from the page itself. */
import type { Shared } from '../words/share/forms.ts';

export interface Section {
  id: string;
  heading: HTMLElement;
  name: string;
  /** The link beside the heading, once it is there. */
  sign?: HTMLElement;
}

/** Every heading that has an address: its own, or that of the section which it opens. */
export function sectionsOfPage(): Section[] {
  const headings = document.querySelectorAll<HTMLElement>('main :is(section[id] > h2, h2[id])');
  return [...headings].map((heading) => ({
    id: heading.id || (heading.parentElement?.id ?? ''),
    heading,
    name: textIn(heading),
  }));
}

export function readPage(section?: Section): Shared {
  const panel = document.querySelector('pn-tabs [role="tabpanel"]:not([hidden])');
  const url = address();
  if (section) url.hash = section.id;
  const shared: Shared = {
    url: url.href,
    port: Number(textIn(find('.number'))),
    name: textIn(find('.number + span')),
    transports: [...document.querySelectorAll('.transports div')].map((entry) => ({
      name: textIn(entry.querySelector('dt')),
      services: textIn(entry.querySelector('code')),
      status: textIn(entry.querySelector('.st')),
    })),
    answer: textIn(find('.lead')),
    seenOpen: textIn(find('.verdict'))
      .replace(textIn(find('.verdict b')), '')
      .trim(),
    // Both answers, each with its question.
    ownUse: [...document.querySelectorAll('#use-it > p:has(b)')].map(textIn).join(' '),
    registry: textIn(find('body > footer time')),
    system: textIn(panel?.querySelector('h3')),
    commands: [...(panel?.querySelector('dl')?.querySelectorAll('dt code') ?? [])].map(textIn),
  };
  return section ? { ...shared, section: section.name } : shared;
}

/** The permanent address. A site that was built for no host in particular is wherever it is read. */
function address(): URL {
  const canonical = new URL(
    find('link[rel="canonical"]')?.getAttribute('href') ?? '',
    location.href,
  );
  return canonical.hostname.endsWith('.example')
    ? new URL(canonical.pathname, location.href)
    : canonical;
}

const find = (selector: string) => document.querySelector(selector);
const textIn = (element: Element | null | undefined) => element?.textContent.trim() ?? '';
