import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ports } from '../../src/checks/rules/ports.ts';
import { portMentions } from '../../src/facts/atlas/port-mentions.ts';
import { goodPageSaying, goodPageWith, problemsOf } from './good-page.ts';

test('ports that exist pass', () => {
  assert.deepEqual(problemsOf(ports, goodPageWith().page), []);
  assert.deepEqual(
    problemsOf(ports, goodPageSaying('Ports 6000-6063 and TCP 65535, sold 70000 times.')),
    [],
  );
});

test('a port beyond the last is found on its line', () => {
  const { page, line } = goodPageWith([
    'when the sea is rough',
    'or\nto 70000/udp when the sea is rough',
  ]);
  const [problem] = problemsOf(ports, page);
  assert.equal(problem?.wrong, 'there is no port 70000');
  assert.equal(problem?.line, line('to 70000/udp'));
  assert.equal(
    problemsOf(ports, goodPageWith(['the same over TLS', 'the twin of port 65536']).page).length,
    1,
  );
});

test('a page related to itself, or twice to another, is found', () => {
  const own = goodPageWith(['port: 4243, reason', 'port: 4242, reason']);
  assert.match(problemsOf(ports, own.page)[0]?.wrong ?? '', /itself/);
  const twice = goodPageWith(['related:\n', 'related:\n  - { port: 4243, reason: neighbours }\n']);
  assert.match(problemsOf(ports, twice.page)[0]?.wrong ?? '', /4243 is related twice/);
});

test('the forms in which a port is named', () => {
  const found = (text: string) => portMentions(text).map(({ port }) => port);
  assert.deepEqual(found('port 53, Port 80'), [53, 80]);
  assert.deepEqual(found('ports 137, 138 and 139'), [137, 138, 139]);
  assert.deepEqual(found('ports 6000–6063'), [6000, 6063]);
  assert.deepEqual(found('5432/tcp and UDP 53 and TCP port 80'), [5432, 53, 80]);
  assert.deepEqual(found('TCP/UDP 88'), [88]);
  assert.deepEqual(found('version 1.5432/tcp'), []);
  assert.deepEqual(found('TCP 3-way, TCP 802.3'), []);
  assert.deepEqual(found('support 24 hours a day'), []);
});
