/**
 * <pn-not-found>: reads a port number or a name out of the address that was not found, and offers
 * what is nearest to it.
 */

import words from 'virtual:portolan/english/missing';
import { LAST_PORT } from '../base/ranges.ts';
import { formatMessage, formatterFor } from '../words/locales/compiled.ts';
import type { SayMissing } from '../words/page/missing.ts';

const MOST = 6;
/** Names alone: what a page mentions is a matter for the search. */
const HOW = { filters: {}, pages: 0, pause: 0, rows: MOST };

/** A part of the address that is a number, as people write one. */
const NUMBER = /^(?:ports?|tcp|udp)?[-_:]?(\d+)(?:[-_/]?(?:tcp|udp))?$/i;

const english: SayMissing = (id, values = {}) =>
  formatMessage(words[id], values, formatterFor('en'));

class NotFound extends HTMLElement {
  #say: SayMissing = english;

  async connectedCallback(): Promise<void> {
    this.ariaBusy = 'true';
    const path = pathInSite();
    const parts = partsOf(path);
    await this.#speak(parts[1] ?? '', path);
    const digits = parts.map((part) => NUMBER.exec(part)?.[1]).findLast((found) => found);
    const name = parts.findLast((part) => /\p{L}{2}/u.test(part))?.replace(/[-_+]+/g, ' ');
    const list = document.createElement('ul');
    const offers = [digits && this.#numberOffer(digits), name && this.#searchOffer(name)];
    list.append(...offers.filter((offer) => offer instanceof Node));
    this.ariaBusy = null;
    if (list.childElementCount === 0) return;
    this.append(this.#say('meant'), list);
    if (name && !digits) this.#offerNames(name, list);
  }

  /**
   * The language that the address begins with. A host that knows no rule for /ru/3330 shows this page
   * there: then the script leads on.
   */
  async #speak(first: string, path: string): Promise<void> {
    if (!/^[a-z]{2,3}(?:-[a-z]{2,4})?$/i.test(first)) return;
    const { sayMissing } = await import('./missing-page.ts').catch(() => ({
      sayMissing: undefined,
    }));
    this.#say = (await sayMissing?.(first, path)) ?? english;
  }

  /** The search is fetched for it: most addresses that are not found have a number. */
  async #offerNames(name: string, list: HTMLElement): Promise<void> {
    const { findHits } = await import('./find-hits.ts');
    const offered: HTMLElement[] = [];
    findHits(name, HOW, (hits) => {
      for (const item of offered.splice(0)) item.remove();
      for (const { href, line = '', name: called = '', port } of hits.slice(0, MOST))
        offered.push(offer(href, `${port ?? ''} ${called}`.trim(), line && `: ${line}`));
      list.prepend(...offered);
    });
  }

  #numberOffer(digits: string): HTMLElement {
    const number = String(Number(digits));
    return Number(digits) <= LAST_PORT
      ? offer(`/${number}`, this.#say('port', { port: number }))
      : itemOf(this.#say('noPort', { number: digits, last: String(LAST_PORT) }));
  }

  #searchOffer(name: string): HTMLElement {
    return offer(`/search?q=${encodeURIComponent(name)}`, this.#say('search', { name }));
  }
}

/** The site may lie in a folder of its host: the mark in the masthead leads to its front door. */
function pathInSite(): string {
  const home = document.querySelector<HTMLAnchorElement>('header a.brand')?.pathname ?? '/';
  return location.pathname.slice(home.length - 1);
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
