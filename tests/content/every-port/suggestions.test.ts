/** The suggestions of all 65,536 pages together: they lead readers to many ports, and to good ones alone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PORT_COUNT } from '../../../src/base/ranges.ts';
import { choicesOf } from '../../../src/facts/atlas/plain-ports.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const atlas = sharedAtlas();
const records = Array.from({ length: PORT_COUNT }, (_, port) => atlas.port(port));
const choices = records.map(choicesOf);

/** The nearest good port came first on 35,538 pages, the next two on 7,505 and 7,504. */
const MOST_FIRST = 40;
const NEIGHBOURS = 15;

describe('the suggestions of all pages', () => {
  test('are three ports that get the best verdict, and not the port itself', () => {
    const wrong = choices.filter(
      (ports, own) =>
        ports.length !== 3 ||
        ports.some((port) => port === own || records[port]?.verdict.level !== 'good'),
    );
    assert.deepEqual(wrong, []);
  });

  test(`begin with the same port on ${MOST_FIRST} pages at most`, (t) => {
    const firsts = Map.groupBy(choices, ([first]) => first);
    const [port, pages] = [...firsts].reduce((a, b) => (b[1].length > a[1].length ? b : a));
    t.diagnostic(`${firsts.size} ports come first; ${port} most often, on ${pages.length} pages`);
    assert.ok(pages.length <= MOST_FIRST, `${port}: ${pages.length}`);
  });

  test('are never the same among neighbours', () => {
    const wrong = choices.flatMap((ports, own) =>
      choices
        .slice(own + 1, own + 1 + NEIGHBOURS)
        .flatMap((others, at) =>
          others.some((port) => ports.includes(port)) ? [`${own} ${own + 1 + at}`] : [],
        ),
    );
    assert.deepEqual(wrong, []);
  });

  test('leave out 4998, which Global Caché’s devices use', () => {
    assert.equal(records[4998]?.verdict.level, 'care');
    assert.ok(!choices.some((ports) => ports.includes(4998)));
  });
});
