/**
 * <pn-not-found>: reads a port number or a name out of the address that was not found, and offers
 * what is nearest to it.
 */
import { LAST_PORT } from '../base/ranges.ts';
import { MARK } from '../features/search/mark.ts';
import type { SearchBox } from './search-box.ts';

const MOST = 6;
/** Names alone: what a page mentions is a matter for the search. */
const HOW = { filters: {}, most: MOST, pages: 0, pause: 0 };

/** A part of the address that is a number, as people write one. */
const NUMBER = /^(?:ports?|tcp|udp)?[-_:]?(\d+)(?:[-_/]?(?:tcp|udp))?$/i;

class NotFound extends HTMLElement {
  connectedCallback(): void {
    const parts = partsOf(location.pathname);
    const digits = parts.map((part) => NUMBER.exec(part)?.[1]).findLast((found) => found);
    const name = parts.findLast((part) => /\p{L}{2}/u.test(part))?.replace(/[-_+]+/g, ' ');
    const list = document.createElement('ul');
    const offers = [digits && numberOffer(digits), name && searchOffer(name)];
    list.append(...offers.filter((offer) => offer instanceof Node));
    if (list.childElementCount === 0) return;
    this.append('Did you mean:', list);
    if (name && !digits) this.#offerNames(name, list);
  }

  /** The box in the masthead knows the names, once its script is there. */
  async #offerNames(name: string, list: HTMLElement): Promise<void> {
    await customElements.whenDefined('pn-search');
    const offered: HTMLElement[] = [];
    document.querySelector<SearchBox>('pn-search')?.find(name, HOW, (hits) => {
      for (const item of offered.splice(0)) item.remove();
      for (const { href, name: called = '', port, why = '' } of hits.slice(0, MOST))
        offered.push(offer(href, `${port ?? ''} ${called}`.trim(), ` ${why.replaceAll(MARK, '')}`));
      list.prepend(...offered);
    });
  }
}

/** Without what a file's name ends in. */
function partsOf(path: string): string[] {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // Percent signs that encode nothing: the address is taken as it stands.
  }
  return text.split('/').map((part) => part.replace(/\.[a-z]\w*$/i, ''));
}

const numberOffer = (digits: string) =>
  Number(digits) <= LAST_PORT
    ? offer(`/${Number(digits)}`, `Port ${Number(digits)}`)
    : itemOf(`${digits} is no port: ports end at ${LAST_PORT}.`);

const searchOffer = (name: string) =>
  offer(`/search?q=${encodeURIComponent(name)}`, `Search for ‘${name}’`);

function offer(address: string, words: string, more = ''): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = words;
  return itemOf(anchor, more);
}

function itemOf(...content: (Node | string)[]): HTMLElement {
  const item = document.createElement('li');
  item.append(...content);
  return item;
}

customElements.define('pn-not-found', NotFound);
