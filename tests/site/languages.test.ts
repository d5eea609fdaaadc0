/** The pages that are there in every language, and how they name each other. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { addressIn, type Translated } from '../../src/base/language-addresses.ts';
import { LOCALES, type Locale } from '../../src/base/languages.ts';
import { brotli } from '../../src/prove/weight.ts';
import { wordsOf } from '../../src/words/locales/site-words.ts';
import { attribute, type Element, elementsIn, rootOf, textOf } from '../helpers/dom.ts';
import { inSite, siteFiles } from '../helpers/site-files.ts';

const SITE = process.env.PORTOLAN_SITE ?? 'https://portolan.example';
const WORDS_BYTES = 12_000;
const PAGES: Translated[] = ['front', 'faq'];

const fileOf = (address: string) => (address === '/' ? 'index.html' : `${address.slice(1)}.html`);
const absolute = (code: string, page: Translated) => new URL(addressIn(code, page), SITE).href;
const read = (code: string, page: Translated) =>
  rootOf(readFileSync(inSite(fileOf(addressIn(code, page))), 'utf8'));
const named = (root: Element, name: string) =>
  [...elementsIn(root)].filter(({ tagName }) => tagName === name);

describe('each of the translated pages', () => {
  const expected = (page: Translated) =>
    [
      ...LOCALES.map(({ code }) => [code, absolute(code, page)]),
      ['x-default', absolute('en', page)],
    ]
      .map((pair) => pair.join(' '))
      .toSorted();

  for (const { code, direction } of LOCALES satisfies readonly Locale[]) {
    test(`is written in ${code}, and names all the others`, () => {
      const { front, general } = wordsOf(code).messages;
      for (const page of PAGES) {
        const root = read(code, page);
        assert.equal(attribute(root, 'lang'), code);
        assert.equal(attribute(root, 'dir') ?? 'ltr', direction);
        const alternates = named(root, 'link')
          .filter((link) => attribute(link, 'rel') === 'alternate' && attribute(link, 'hreflang'))
          .map((link) => `${attribute(link, 'hreflang')} ${attribute(link, 'href')}`);
        assert.deepEqual(alternates.toSorted(), expected(page));
        const heading = named(root, 'h1').map(textOf).join();
        if (page === 'faq') assert.equal(heading, general.title);
        else if (code !== 'en') assert.equal(heading, front.heading);
        assert.ok(textOf(root).includes(front.services));
      }
    });
  }

  test('answers every general question, with its commands', () => {
    for (const { code } of LOCALES) {
      const root = read(code, 'faq');
      const ids = [...elementsIn(root)].map((each) => attribute(each, 'id'));
      for (const { answer, id } of wordsOf(code).messages.general.questions) {
        assert.ok(ids.includes(id), `${code}: ${id}`);
        assert.ok(textOf(root).includes(answer.replace(/\s+/g, ' ').trim()), `${code}: ${id}`);
      }
      assert.equal(named(root, 'kbd').length, 3, code);
    }
  });
});

describe('the words that a browser fetches', () => {
  let sizes: Map<string, number>;
  before(() => {
    const pattern = /^_assets\/([a-z]{2}(?:-[A-Z]{2})?)\.[\w-]+\.js$/;
    sizes = new Map(
      siteFiles().flatMap(({ path }) => {
        const [, code] = pattern.exec(path) ?? [];
        return code ? [[code, brotli(readFileSync(inSite(path)))]] : [];
      }),
    );
  });

  test('are a file for each language', () => {
    assert.deepEqual([...sizes.keys()].toSorted(), LOCALES.map(({ code }) => code).toSorted());
  });
  test(`take at most ${WORDS_BYTES} compressed bytes`, () => {
    for (const [code, bytes] of sizes) assert.ok(bytes <= WORDS_BYTES, `${code}: ${bytes}`);
  });
});
