/** The page of a port in every language: nothing English but what is marked, nothing empty, nothing unfilled. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LOCALES } from '../../../src/base/languages.ts';
import { plainPorts } from '../../../src/facts/atlas/plain-ports.ts';
import { wordsOf } from '../../../src/words/locales/site-words.ts';
import { spokenIn } from '../../../src/words/locales/spoken-in.ts';
import { type Spoken, spokenWith } from '../../../src/words/messages/spoken.ts';
import { answerHtml } from '../../../src/words/page/answer.ts';
import { sectionsOf } from '../../../src/words/page/article.ts';
import { contentsHtml } from '../../../src/words/page/contents.ts';
import { viewOf } from '../../../src/words/page/view.ts';
import { describe as describePort } from '../../../src/words/port/description.ts';
import { titleOf } from '../../../src/words/port/title.ts';
import { assertNone } from '../../helpers/assert-none.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';
import { foreignTexts, withoutLetters } from '../../helpers/own-words.ts';
import { sample } from '../../helpers/sample.ts';

const atlas = sharedAtlas();
const authored = [...atlas.authored()];
/** All undocumented ports of a stretch differ in numbers alone. */
const firsts = plainPorts(atlas).stretches.map(([low]) => low);

function pageIn(port: number, spoken: Spoken): string {
  const own = atlas.port(port);
  const record = own.page ? { ...own, page: { ...own.page, faq: [] } } : own;
  const view = viewOf(record, atlas.sources, spoken);
  const sections = sectionsOf(view);
  const contents = contentsHtml(view, [...sections.keys()]);
  return `${answerHtml(view)}${contents}${[...sections.values()].join('')}`;
}

describe('in a language without letters', () => {
  const { front, page, port } = wordsOf('en');
  // Arabic marks every value, so that what is not marked is no value.
  const blank = spokenWith('ar', withoutLetters({ front, page, port }));
  const foreign = (ports: readonly number[]) =>
    ports.flatMap((each) => foreignTexts(pageIn(each, blank)).map((text) => `${each}: ${text}`));

  test('no authored page has an English word that is not marked', () => {
    assertNone(foreign(authored));
  });
  test('nor has any other', () => {
    assertNone(foreign([...firsts, ...sample(atlas.documented(), 800)]));
  });
  test('and a word that is not marked is found', () => {
    assert.deepEqual(foreignTexts('<p>TCP <bdi>ssh</bdi> used by</p>'), ['used by']);
  });
});

describe('in every language', () => {
  const ports = [...sample(authored, 12), ...sample(atlas.documented(), 20), ...sample(firsts, 8)];

  for (const { code } of LOCALES) {
    test(`${code}: nothing is empty, nothing unfilled`, () => {
      const spoken = spokenIn(code);
      const faults = ports.flatMap((port) => {
        const record = atlas.port(port);
        const html = pageIn(port, spoken);
        const texts = [titleOf(record, spoken.speaker), describePort(record, spoken.speaker), html];
        // A command may have braces of its own.
        const unfilled = texts
          .join('\n')
          .replace(/<(code|kbd|dt)\b[^>]*>.*?<\/\1>/gs, '')
          .match(/.{0,30}(?:undefined|NaN|\[object|\{\w+[,}]).{0,30}/g);
        const empty = html.match(/<(p|li|h2|h3|dd|summary)[^>]*>\s*<\/\1>/g);
        return [...(unfilled ?? []), ...(empty ?? [])].map((fault) => `${port}: ${fault}`);
      });
      assertNone(faults);
    });
  }
});
