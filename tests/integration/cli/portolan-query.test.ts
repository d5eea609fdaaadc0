/** What a person types after `portolan`, as ports, without the authored pages. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { answersTo } from '../../../src/cli/portolan-query.ts';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { makeIndex } from '../../../src/package/make-index.ts';
import { openIndex } from '../../../src/package/open-index.ts';
import questions from '../../fixtures/terminal-questions.json' with { type: 'json' };

const index = openIndex(makeIndex(openAtlas(undefined, [])), inflateRawSync);

interface Question {
  typed: string[];
  ports?: (number | string)[];
  topic?: string;
  nothing?: string[];
  near?: string;
}

describe('what is typed, as ports', () => {
  for (const { near, nothing = [], ports = [], topic, typed } of questions as Question[]) {
    test(`portolan ${typed.map((text) => `'${text}'`).join(' ')}`, async () => {
      const answers = await answersTo(typed, index);
      const found = answers.flatMap((answer) => (answer.kind === 'ports' ? answer.asked : []));
      const missing = answers.flatMap((answer) => (answer.kind === 'nothing' ? [answer] : []));
      const topics = answers.flatMap((answer) => (answer.kind === 'topic' ? [answer.topic] : []));
      assert.deepEqual(
        found.map(({ port, transport }) => (transport ? `${port}/${transport}` : port)),
        ports,
      );
      assert.deepEqual(topics, topic ? [topic] : []);
      assert.deepEqual(
        missing.map(({ text }) => text),
        nothing,
      );
      if (near) assert.equal(missing[0]?.near[0]?.name, near);
    });
  }

  test('a range of 1,024 ports', async () => {
    const [answer] = await answersTo(['0-1023'], index);
    assert.equal(answer?.kind === 'ports' && answer.asked.length, 1024);
  });
});
