/** The prepared index says of the ports what the atlas says. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { PORT_COUNT } from '../../../src/base/ranges.ts';
import { stretches } from '../../../src/facts/atlas/stretches.ts';
import { choiceData } from '../../../src/features/choose/choice-data.ts';
import { openChoice } from '../../../src/features/choose/facts.ts';
import { openFacts } from '../../../src/features/scan/facts.ts';
import { lookupData } from '../../../src/features/scan/lookup-data.ts';
import { collectNames } from '../../../src/features/search/collect-names.ts';
import { lookUp } from '../../../src/features/search/lookup.ts';
import { makeIndex } from '../../../src/package/make-index.ts';
import { openIndex } from '../../../src/package/open-index.ts';
import { readRuns, writeRuns } from '../../../src/package/runs.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';
import { sample } from '../../helpers/sample.ts';

const atlas = sharedAtlas();
const index = openIndex(makeIndex(atlas), inflateRawSync);

function assertSame(ports: readonly number[]): void {
  for (const port of ports)
    assert.equal(JSON.stringify(index.port(port)), JSON.stringify(atlas.port(port)));
}

describe('a record', () => {
  const documented = new Set(atlas.documented());
  const others = Array.from({ length: PORT_COUNT }, (_, port) => port).filter(
    (port) => !documented.has(port),
  );

  test('of a port with a page is the atlas’s own', () => {
    assertSame([...atlas.authored()]);
  });

  test('of a documented port is the atlas’s own', () => {
    assert.deepEqual(index.documented(), atlas.documented());
    assertSame(sample([...documented], 1500));
  });

  test('of an undocumented port is the atlas’s own, at the ends of each stretch and within', () => {
    const ends = stretches(atlas).flatMap(({ high, low }) => [low, high]);
    assertSame(ends.filter((port) => !documented.has(port)));
    assertSame(sample(others, 1500));
  });

  test('is a new one each time', () => {
    index.port(443).labels.length = 0;
    assert.notEqual(index.port(443).labels.length, 0);
  });

  test('of what is no port is an error', () => {
    for (const wrong of [-1, 65_536, 1.5, Number.NaN])
      assert.throws(() => index.port(wrong), RangeError);
  });
});

test('the sources and the newest day of the facts go with it', () => {
  assert.deepEqual(index.sources, atlas.sources);
  assert.match(index.date, /^\d{4}-\d\d-\d\d$/);
  assert.ok(index.date >= (atlas.sources.get('iana')?.date ?? ''));
});

test('names lead where the search of the site leads', () => {
  const names = collectNames(atlas.documented().map((port) => atlas.port(port)));
  const portsFor = (found: ReturnType<typeof lookUp>) => found.map(({ ref }) => ref.port);
  for (const name of ['postgres', 'ssh', 'kuberntes', 'mcs-calypsoicf', 'no such name at all'])
    assert.deepEqual(portsFor(index.find(name)), portsFor(lookUp(name, names)));
});

test('the chooser and the reader of scans have their facts', () => {
  const choice = openChoice(choiceData(atlas));
  const facts = openFacts(lookupData(atlas));
  for (const port of sample(atlas.documented(), 100)) {
    assert.deepEqual(index.choice().reasons(port), choice.reasons(port));
    assert.deepEqual(index.scan().of(port, 'tcp'), facts.of(port, 'tcp'));
  }
});

test('runs of ports survive being written', () => {
  const ports = fc.uniqueArray(fc.nat(PORT_COUNT - 1)).map((list) => list.sort((a, b) => a - b));
  fc.assert(fc.property(ports, (list) => assert.deepEqual(readRuns(writeRuns(list)), list)));
});
