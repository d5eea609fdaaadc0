/** What the box knows by itself: the documented ports in a short string, and the answer to digits. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { LAST_PORT } from '../../../src/base/ranges.ts';
import { readPorts, writePorts } from '../../../src/features/search/documented.ts';
import { NOTHING } from '../../../src/features/search/hit.ts';
import { blockFileOf, readPortFile } from '../../../src/features/search/port-file.ts';
import { portFiles } from '../../../src/features/search/port-files.ts';
import { parseQuery } from '../../../src/features/search/query.ts';
import { noteOf, portHits } from '../../../src/features/search/suggest.ts';
import { wantedNames } from '../../../src/features/search/wanted-names.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const atlas = sharedAtlas();
const known = { documented: atlas.documented(), names: new Map([[5432, 'PostgreSQL']]) };
const portsFor = (typed: string) => portHits(parseQuery(typed), known).map(({ port }) => port);

describe('the documented ports', () => {
  test('come out of the string as they went in', () => {
    const sets = fc.uniqueArray(fc.integer({ min: 0, max: LAST_PORT }), { maxLength: 300 });
    fc.assert(
      fc.property(sets, (ports) => {
        const inOrder = ports.sort((a, b) => a - b);
        assert.deepEqual(readPorts(writePorts(inOrder)), inOrder);
      }),
    );
    assert.deepEqual(readPorts(writePorts(known.documented)), known.documented);
  });

  test('take no sign that means something in a string of JavaScript', () => {
    assert.match(writePorts(known.documented), /^[#-[ ]+$/);
  });
});

describe('digits', () => {
  test('lead to the port itself, then to the wanted and the documented ports that begin so', () => {
    const [first, second, ...others] = portsFor('54');
    assert.equal(first, 54);
    assert.equal(second, 5432);
    for (const port of others) {
      assert.match(String(port), /^54/);
      assert.ok(known.documented.includes(port ?? -1));
    }
    assert.deepEqual(
      others,
      others.toSorted((a, b) => Number(a) - Number(b)),
    );
  });

  test('lead to the port itself, even where we have no record of it', () => {
    const unknown = Array.from({ length: LAST_PORT }, (_, port) => port).find(
      (port) => port > 50000 && !known.documented.includes(port),
    );
    const [hit] = portHits(parseQuery(String(unknown)), known);
    assert.equal(hit?.port, unknown);
    assert.equal(hit?.line, NOTHING);
  });

  test('of a range lead to the documented ports in it, or else to its ends', () => {
    assert.deepEqual(
      portsFor('20-25'),
      known.documented.filter((port) => port >= 20 && port <= 25),
    );
    const empty = portHits(parseQuery('10-20'), { documented: [], names: new Map() });
    assert.deepEqual(
      empty.map(({ port }) => port),
      [10, 20],
    );
  });

  test('with anything beside them lead to the port alone', () => {
    const hits = portHits(parseQuery('port 80'), known, false);
    assert.deepEqual(
      hits.map(({ port }) => port),
      [80],
    );
  });

  test('of a list lead to each, in the order in which they were typed', () => {
    assert.deepEqual(portsFor('443, 22, 80, 22'), [443, 22, 80]);
  });

  test('beyond the last port lead nowhere, and are told where ports end', () => {
    assert.deepEqual(portsFor('70000'), []);
    assert.match(noteOf(parseQuery('70000')), /ports end at 65535/);
  });
});

test('the wanted names are short, in order, and fit their room', () => {
  const names = wantedNames([...atlas.authored()].map((port) => atlas.port(port)));
  const ports = names.split('|').map((entry) => Number.parseInt(entry, 10));
  assert.deepEqual(
    ports,
    ports.toSorted((a, b) => a - b),
  );
  assert.ok(ports.includes(22) && ports.includes(443));
  assert.ok(names.length <= 600);
});

test('a file for every hundred ports tells what each documented port is', () => {
  const files = portFiles(known.documented.map((port) => atlas.port(port)));
  const lines = [...files.values()].flatMap(readPortFile);
  assert.deepEqual(
    lines.map(({ port }) => port),
    known.documented,
  );
  const ssh = readPortFile(files.get(blockFileOf(22)) ?? '').find(({ port }) => port === 22);
  const { line = '', ...facts } = ssh ?? {};
  assert.deepEqual(facts, { port: 22, state: 'a7', name: 'SSH', story: true });
  assert.match(line, /\w/);
  assert.ok(lines.every((one) => one.line !== '' && one.line.length <= 121));
});
