/** Questions and the question to the reader, as HTML. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LOCALES } from '../../../src/base/languages.ts';
import { faqFacts } from '../../../src/words/faq/facts-of-record.ts';
import { faqOf } from '../../../src/words/faq/faq.ts';
import { faqHtml } from '../../../src/words/faq/html.ts';
import { anchorOf, ownQuestionsHtml } from '../../../src/words/faq/own-questions.ts';
import { wordsOf } from '../../../src/words/locales/site-words.ts';
import { spokenIn } from '../../../src/words/locales/spoken-in.ts';
import { feedbackHtml } from '../../../src/words/page/feedback.ts';
import { viewOf } from '../../../src/words/page/view.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';
import { attribute, elementsIn, rootOf, textOf } from '../../helpers/dom.ts';

const atlas = sharedAtlas();
const htmlOf = (port: number, code: string, microdata = false) => {
  const facts = faqFacts(atlas.port(port));
  return faqHtml(faqOf(facts, wordsOf(code).page, code), microdata);
};
const elementsOf = (html: string) => [...elementsIn(rootOf(`<!doctype html>${html}`))];

describe('a question', () => {
  test('has an anchor, and its answer below it', () => {
    const details = elementsOf(htmlOf(443, 'en')).filter(({ tagName }) => tagName === 'details');
    assert.ok(details.length >= 6);
    for (const each of details) assert.match(attribute(each, 'id') ?? '', /^faq-[a-z]+$/);
    assert.ok(details.some((each) => attribute(each, 'id') === 'faq-dangerous'));
  });

  test('tells search engines the same as readers', () => {
    const elements = elementsOf(htmlOf(443, 'en', true));
    const having = (name: string) =>
      elements.filter((each) => attribute(each, 'itemprop') === name);
    const questions = having('mainEntity');
    assert.ok(questions.length >= 6);
    for (const name of ['name', 'acceptedAnswer', 'text'])
      assert.equal(having(name).length, questions.length);
    for (const text of having('text')) assert.notEqual(textOf(text), '');
  });

  test('keeps numbers and names whole where text runs from right to left', () => {
    for (const { code, direction } of LOCALES) {
      const html = htmlOf(443, code);
      assert.equal(html.includes('<bdi>443</bdi>'), direction === 'rtl', code);
      assert.equal(html.includes('<bdi>https</bdi>'), direction === 'rtl', code);
      assert.doesNotMatch(html, /[\u2068\u2069]/, code);
    }
  });

  test('writes what a source names as text, whatever signs are in it', () => {
    const words = wordsOf('en').page;
    const facts = { ...faqFacts(atlas.port(443)), services: ['<img src=x>&'] };
    const html = faqHtml(faqOf(facts, words, 'en'));
    assert.match(html, /&lt;img src=x&gt;&amp;/);
    assert.ok(!html.includes('<img'));
  });
});

describe('a question of an author', () => {
  const record = atlas.port(80);
  const view = viewOf(record, atlas.sources, spokenIn('en'));
  const html = ownQuestionsHtml(record.page?.faq ?? [], view);

  test('stands there in English, with its source', () => {
    const [holder] = elementsOf(html).filter(({ tagName }) => tagName === 'div');
    assert.equal(holder && attribute(holder, 'lang'), 'en');
    assert.match(html, /<a class="cite" href="#s-letsencrypt-80" aria-label="source \d+">/);
  });
  test('is found by the words it begins with', () => {
    assert.equal(anchorOf('Can port 80 be closed?'), 'can-port-80-be-closed');
  });
  test('is not there where nobody asks', () => assert.equal(ownQuestionsHtml([], view), ''));
});

test('nothing is put behind the full stop of Chinese and Japanese', () => {
  const html = faqHtml([
    { id: 'what', question: '？', answer: [{ text: '一。' }, { text: '二。' }] },
  ]);
  assert.match(html, /一。二。/);
});

describe('the question to the reader', () => {
  const words = wordsOf('en').messages.page.feedback;
  const view = viewOf(atlas.port(443), atlas.sources, spokenIn('en'));
  const formHtml = (address: string, report: string) =>
    `${feedbackHtml(view, { address, report })}`;

  test('is a form of its own, with named choices', () => {
    const elements = elementsOf(formHtml('/api/feedback', '/report'));
    const [form] = elements.filter(({ tagName }) => tagName === 'form');
    assert.equal(form && attribute(form, 'method'), 'post');
    assert.equal(form && attribute(form, 'action'), '/api/feedback');
    const named = elements.filter(({ tagName }) => tagName === 'label').map(textOf);
    assert.deepEqual(named, [words.yes, words.partly, words.no]);
    const sent = elements.map((each) => [attribute(each, 'name'), attribute(each, 'value')]);
    assert.ok(sent.some(([name, value]) => name === 'port' && value === '443'));
    assert.ok(sent.some(([name, value]) => name === 'locale' && value === 'en'));
  });

  test('is a link to the place for reports where there is nobody to answer to', () => {
    const html = formHtml('', '/report?a&b');
    assert.ok(!/<form|<input|api/.test(html));
    assert.match(html, /href="\/report\?a&amp;b"/);
  });
});
