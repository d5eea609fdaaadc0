/** The languages: each complete, each small, each found by whoever reads it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { contentDir } from '../../../src/base/content-dir.ts';
import { LOCALES } from '../../../src/base/languages.ts';
import { brotli } from '../../../src/prove/weight.ts';
import { checkLocale } from '../../../src/words/locales/check-locale.ts';
import { formatMessage, formatterFor } from '../../../src/words/locales/compiled.ts';
import { flatten } from '../../../src/words/locales/messages.ts';
import { bestLanguage } from '../../../src/words/locales/negotiate.ts';
import { wordsOf } from '../../../src/words/locales/site-words.ts';
import { assertNone } from '../../helpers/assert-none.ts';

const WORDS_BYTES = 12_000;
const codes = LOCALES.map(({ code }) => code);
const read = (code: string): unknown =>
  JSON.parse(readFileSync(join(contentDir('locales'), `${code}.json`), 'utf8'));

describe('a language is one file', () => {
  const arabic = LOCALES.find(({ code }) => code === 'ar');
  test('each file is a language, in the order of the codes', () => {
    const files = readdirSync(contentDir('locales')).map((name) => name.replace(/\.json$/, ''));
    assert.deepEqual(codes, files.toSorted());
    assert.ok(codes.length >= 40);
  });
  test('the file has its name, and the code tells the script and its direction', () => {
    assert.deepEqual(arabic, { code: 'ar', name: 'العربية', direction: 'rtl', script: 'Arab' });
    assert.equal(LOCALES.find(({ code }) => code === 'zh-TW')?.script, 'Hant');
  });
  test('no two have a name or a code in common', () => {
    const names = LOCALES.map(({ name }) => name);
    const allCodes = LOCALES.flatMap(({ code, otherCodes = [] }) => [code, ...otherCodes]);
    assert.equal(new Set(names).size, names.length);
    assert.equal(new Set(allCodes).size, allCodes.length);
  });
});

describe('a locale has every message, with its placeholders and plural forms, in its own words', () => {
  const english = read('en');
  for (const code of codes) {
    test(code, () => {
      const found = checkLocale(code, read(code), english);
      assertNone(found.map(({ path, problem }) => `${path} ${problem}`));
    });
  }
});

test('each note for translators is on a message that English has', () => {
  const file = join(contentDir('locales'), '..', 'locale-notes.json');
  const notes: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  const messages = flatten(read('en'));
  assert.ok(Object.keys(notes).length > 100);
  assertNone(Object.keys(notes).filter((path) => !messages.has(path)));
});

test(`what a browser fetches of a language is at most ${WORDS_BYTES} bytes compressed`, () => {
  for (const code of codes) {
    const bytes = brotli(Buffer.from(JSON.stringify(wordsOf(code).page)));
    assert.ok(bytes > 1000 && bytes <= WORDS_BYTES, `${code}: ${bytes} bytes`);
  }
});

describe('which language a reader gets', () => {
  const cases: [string[], string][] = [
    [['ru'], 'ru'],
    [['de-AT', 'en'], 'de'],
    [['eo', 'pt-BR', 'en'], 'pt'],
    [['zh'], 'zh-CN'],
    [['zh-Hans-SG'], 'zh-CN'],
    [['zh-HK'], 'zh-TW'],
    [['zh-Hant'], 'zh-TW'],
    [['nn-NO'], 'nb'],
    [['fil-PH'], 'tl'],
    [['iw'], 'he'],
    [['EN-gb', 'ru'], 'en'],
    [['eo', 'xx-YY'], 'en'],
    [['nonsense<script>'], 'en'],
    [[], 'en'],
  ];
  for (const [wanted, code] of cases) {
    test(`${wanted.join(', ') || 'none named'}: ${code}`, () => {
      assert.equal(bestLanguage(wanted), code);
    });
  }
  test('each is found by its own code', () => {
    for (const code of codes) assert.equal(bestLanguage([code]), code);
  });
});

describe('lists and numbers', () => {
  test('no language joins a list with the English word', () => {
    for (const code of codes.filter((each) => each !== 'en')) {
      const list = formatterFor(code).list(['A', 'B', 'C']);
      assert.doesNotMatch(list, /\band\b/, code);
      for (const item of ['A', 'B', 'C']) assert.ok(list.includes(item), code);
    }
  });
  test('names in text from right to left are kept apart', () => {
    assert.equal(formatterFor('ar').list(['ssh']), '\u2068ssh\u2069');
    assert.equal(formatterFor('sd').list(['A', 'B']), '\u2068A\u2069 ۽ \u2068B\u2069');
    assert.equal(formatterFor('ru').list(['ssh']), 'ssh');
  });
  test('no comma stands before the last item where the language has none', () => {
    for (const code of ['fa', 'hi', 'sd', 'ps']) {
      const list = formatterFor(code).list(['A', 'B', 'C']);
      assert.equal(list.match(/[,،]/g)?.length, 1, `${code}: ${list}`);
    }
  });
  test('a date that ends in a full stop brings that of its sentence along', () => {
    const russian = formatterFor('ru');
    const said = formatMessage([['date'], '. IANA'], { date: russian.date('2006-10-27') }, russian);
    assert.equal(said, '27 октября 2006 г. IANA');
  });
  test('digits are those of a log, in every language', () => {
    for (const code of codes) {
      const { date, number } = formatterFor(code);
      assert.match(number(7), /7/, code);
      assert.match(date('2006-10-27'), /2006/, code);
      assert.equal(date('2006'), '2006', code);
    }
  });
});
