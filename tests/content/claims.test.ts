import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claims } from '../../src/checks/rules/claims.ts';
import { goodPageSaying, goodPageWith, problemsOf, recordOf } from './good-page.ts';

/** 4242: TCP assigned, UDP reserved. 4: neither. 30: neither, but listed once. */
const record = (port: number) =>
  port === 4242
    ? recordOf(port)
    : recordOf(
        port,
        { tcp: { status: 'unassigned' }, udp: { status: 'unassigned' } },
        port === 30
          ? [
              {
                when: { precision: 'by', date: '2003-01-01' },
                kind: 'listed',
                transports: ['tcp'],
                source: 'iana',
              },
            ]
          : [],
      );

const wrongIn = (body: string, port = 4242) =>
  problemsOf(claims, goodPageSaying(body, port), { record }).map(({ wrong }) => wrong);

test('claims that agree pass', () => {
  const fair = [
    'Port 4242 is registered to Example for TCP. On UDP this number is not assigned.',
    '4242/tcp is assigned, and on UDP the port remains unassigned.',
    'This port was unassigned until 2003.',
    'If this port is unassigned in your copy, the copy is old.',
    'Port 4243 is unassigned, and port 4242 lies below.',
    'The vendor never registered this port.',
    'No known malware listens on this port.',
    'Registered users connect to this port. The phone is registered with this port open.',
    'This number is not assigned to the vendor.',
  ];
  for (const text of fair) assert.deepEqual(wrongIn(text), [], text);
  assert.deepEqual(
    wrongIn(
      'This port is unassigned. Port 4 was never registered, and no known assignment exists.',
      4,
    ),
    [],
  );
});

test("'unassigned' and the like are found where the record assigns the number", () => {
  const false_ = [
    'This port is unassigned.',
    'Port 4242 is still not registered.',
    'To this day, 4242 remains unregistered with IANA.',
    'This unassigned port belongs to the tides.',
    'On TCP the number has been unassigned since 2003.',
    'Unassigned by IANA, port 4242 went to the tides.',
    'This number has no registered service.',
  ];
  for (const text of false_) assert.equal(wrongIn(text).length, 1, text);
  assert.match(wrongIn('This port is unassigned.')[0] ?? '', /tcp is assigned, udp is reserved/);
});

test("'registered' is found where the record assigns nothing", () => {
  assert.equal(wrongIn('This port is registered to Example.', 4).length, 1);
  assert.equal(wrongIn('Port 4 on TCP is officially assigned to Example.', 4).length, 1);
  assert.equal(wrongIn('4242/udp is registered.').length, 1);
  assert.deepEqual(
    wrongIn('A crew that uses this port often, as the log shows, is registered.', 4),
    [],
  );
});

test("'never registered' is found where it is assigned, or once was listed", () => {
  assert.equal(wrongIn('Port 4242 was never registered.').length, 1);
  assert.match(wrongIn('Port 30 has never been assigned.', 30)[0] ?? '', /listed in 2003-01-01/);
  assert.deepEqual(wrongIn('Port 30 has never been assigned for UDP.', 30), []);
});

test("'no known' is found where the record or the page knows one", () => {
  assert.match(wrongIn('There is no known assignment.')[0] ?? '', /the registry assigns it/);
  assert.match(wrongIn('It has no known vulnerabilities.')[0] ?? '', /CVE-2017-1234/);
  assert.deepEqual(wrongIn('No known software listens.'), [], 'its one use ended in 2019');
  const { page, line } = goodPageWith(
    ['    until: "2019-05"\n', ''],
    ['on a floppy disk', 'though no known\nsoftware does'],
  );
  const [problem] = problemsOf(claims, page, { record });
  assert.equal(problem?.line, line('no known\nsoftware'));
  const worm = goodPageWith(
    ['kind: cve', 'kind: worm'],
    ['on a floppy disk', 'and no known malware does'],
  );
  assert.match(problemsOf(claims, worm.page, { record })[0]?.wrong ?? '', /security\.facts/);
});
