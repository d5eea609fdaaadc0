import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '../../src/checks/rules/registry.ts';
import { goodPageWith, problemsOf, recordOf } from './good-page.ts';

const TCP = '  tcp: { status: assigned, service: example }';

test('what the record says passes, and so does its second service', () => {
  assert.deepEqual(problemsOf(registry, goodPageWith().page), []);
  const record = () =>
    recordOf(4242, {
      tcp: { status: 'assigned', services: ['first', 'example'] },
      udp: { status: 'reserved' },
    });
  assert.deepEqual(problemsOf(registry, goodPageWith().page, { record }), []);
});

test('another status is found', () => {
  const { page, line } = goodPageWith(['udp: { status: reserved }', 'udp: { status: unassigned }']);
  const [problem] = problemsOf(registry, page);
  assert.equal(problem?.line, line('  udp:'));
  assert.match(problem?.right ?? '', /status: reserved/);
});

test('another service is found, a missing one, and one too many', () => {
  const wrong = (to: string) =>
    problemsOf(registry, goodPageWith([TCP, to]).page).map(
      ({ wrong, right }) => `${wrong}; ${right}`,
    );
  assert.match(
    wrong('  tcp: { status: assigned, service: sample }').join(),
    /'sample' is not registered here; it is example/,
  );
  assert.match(
    wrong('  tcp: { status: assigned }').join(),
    /service is missing; .*service: example/,
  );
  const { page } = goodPageWith([
    'udp: { status: reserved }',
    'udp: { status: reserved, service: example }',
  ]);
  assert.match(problemsOf(registry, page)[0]?.right ?? '', /leave the service out/);
});

test('a transport that the record has and the page has not is found, and the reverse', () => {
  const record = () =>
    recordOf(4242, {
      tcp: { status: 'assigned', services: ['example'] },
      udp: { status: 'reserved' },
      sctp: { status: 'assigned', services: ['example'] },
    });
  assert.match(
    problemsOf(registry, goodPageWith().page, { record })[0]?.right ?? '',
    /add sctp: \{ status: assigned, service: example \}/,
  );
  const { page } = goodPageWith([TCP, `${TCP}\n  dccp: { status: assigned }`]);
  assert.match(problemsOf(registry, page)[0]?.wrong ?? '', /iana\.dccp: the registry has no row/);
});

test('an assignment without a name needs none', () => {
  const record = () => recordOf(4242, { tcp: { status: 'assigned' }, udp: { status: 'reserved' } });
  const { page } = goodPageWith([TCP, '  tcp: { status: assigned }']);
  assert.deepEqual(problemsOf(registry, page, { record }), []);
});
