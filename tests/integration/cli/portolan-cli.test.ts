/** `npx portolan 3330` as a person types it, without the authored pages. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { UsageError } from '../../../src/cli/arguments.ts';
import { portsAsked } from '../../../src/cli/portolan-query.ts';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import type { PortRecord } from '../../../src/facts/atlas/record.ts';
import { makeIndex } from '../../../src/package/make-index.ts';
import { openIndex } from '../../../src/package/open-index.ts';
import { runToolOf, withoutPages } from '../../helpers/commands.ts';
import { recordSchema } from '../../helpers/record-schema.ts';

const project = withoutPages();
after(() => project.remove());

const index = openIndex(makeIndex(openAtlas(undefined, [])), inflateRawSync);
const portolan = (...args: string[]) => runToolOf(project.root, 'portolan.ts', ...args);

async function answer(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await portolan(...args);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  return stdout;
}

/** The ports that an answer tells of: each begins a line, and nothing else does so with a number. */
const portsIn = (text: string) => [...text.matchAll(/^(\d+) /gm)].map((match) => Number(match[1]));

describe('one port', () => {
  test('3330: its name, transports, history, verdict and sources, in 80 columns', async () => {
    const text = await answer('3330');
    assert.deepEqual(portsIn(text), [3330]);
    assert.match(text, /^3330 MCS Calypso ICF/);
    assert.match(text, /^ {2}tcp +mcs-calypsoicf \(Assigned\)$/m);
    assert.match(text, /^ {2}udp +mcs-calypsoicf \(Assigned\)$/m);
    assert.match(text, /by 2005-12-22: Our oldest copy of IANA’s registry lists\s+mcs-calypsoicf/);
    assert.match(text, /^May I use it\? Better not\.$/m);
    assert.match(text, /IANA assigned it to mcs-calypsoicf\./);
    assert.match(text, /^ {2}Better ports nearby: \d+, \d+ and \d+\.$/m);
    assert.match(text, /^ {2}IANA, \d{4}-\d\d-\d\d$/m);
    for (const line of text.split('\n'))
      assert.ok(line.length <= 80 || /^ +https:\S+$/.test(line), line);
  });
});

describe('several ports', () => {
  let text = '';
  /** What is told of one of them; a rule of 80 strokes stands between two. */
  const told = (port: number) => text.split(/^─{80}$/m).filter((part) => portsIn(part)[0] === port);
  const postgres = portsAsked('postgres', index).map(({ port }) => port);

  before(async () => {
    text = await answer('3403', '22/SCTP', '22/dccp', '6881-6883/udp', 'postgres', '5432/tcp');
  });

  test('are told in the order in which they were asked for: numbers, ranges and names', () => {
    assert.ok(postgres.includes(5432));
    assert.deepEqual(portsIn(text), [3403, 22, 22, 6881, 6882, 6883, ...postgres, 5432]);
  });

  test('3403: nobody’s any more, and whose it was', () => {
    const [part = ''] = told(3403);
    assert.match(part, /^ {2}tcp +De-registered$/m);
    assert.match(part, /2006-10-27: IANA withdraws copysnap/);
  });

  test('5432/tcp and 22/SCTP: the one transport alone', () => {
    const part = told(5432).at(-1) ?? '';
    assert.match(part, /^ {2}tcp +postgresql \(Assigned\)$/m);
    assert.doesNotMatch(part, /^ {2}udp /m);
    const [sctp = ''] = told(22);
    assert.match(sctp, /^ {2}sctp +ssh \(Assigned\)$/m);
    assert.doesNotMatch(sctp, /^ {2}(tcp|udp) /m);
  });

  test('6881-6883/udp: so is each port of a range', () => {
    const [part = ''] = told(6882);
    assert.match(part, /^ {2}udp /m);
    assert.doesNotMatch(part, /^ {2}tcp /m);
  });

  test('22/dccp: a transport that the registry has no row for is told so', () => {
    assert.match(told(22)[1] ?? '', /^ {2}dccp +Never assigned$/m);
  });
});

describe('--json', () => {
  test('one port is one record, the atlas’s own, whole', async () => {
    const record = JSON.parse(await answer('3330', '--json'));
    assert.deepEqual(recordSchema.parse(record), record);
    assert.deepEqual(record, JSON.parse(JSON.stringify(index.port(3330))));
  });

  test('several ports are a list of records', async () => {
    const records: PortRecord[] = JSON.parse(await answer('--json', '65535', '3261-3262'));
    assert.deepEqual(
      records.map(({ port }) => port),
      [65535, 3261, 3262],
    );
    for (const record of records) assert.deepEqual(recordSchema.parse(record), record);
  });
});

describe('what is not understood', () => {
  const wrong: [string[], RegExp][] = [
    [[], /^usage: portolan 3330/],
    [
      ['3330', 'nosuchservice'],
      /^nosuchservice: no port, no range, and no service of that name; try /,
    ],
    [['3330', '--xml'], /--xml/],
  ];
  for (const [args, message] of wrong) {
    test(`portolan ${args.join(' ')}: exit code 2, one line that says what to write, no answer`, async () => {
      const { code, stdout, stderr } = await portolan(...args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr.trimEnd(), message);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    });
  }
});

describe('what a person types, as ports', () => {
  const asked = (text: string) =>
    portsAsked(text, index).map(({ port, transport }) =>
      transport ? `${port}/${transport}` : port,
    );

  test('numbers, ranges and transports, with spaces around and in capitals', () => {
    assert.deepEqual(asked('0'), [0]);
    assert.deepEqual(asked(' 65535 '), [65535]);
    assert.deepEqual(asked('080'), [80]);
    assert.deepEqual(asked('5432/TCP'), ['5432/tcp']);
    assert.deepEqual(asked('80-82'), [80, 81, 82]);
    assert.deepEqual(asked('80-80/udp'), ['80/udp']);
  });

  test('names in any spelling', () => {
    assert.deepEqual(asked('MCS_CalypsoICF'), [3330]);
  });

  test('a range of 1,024 ports, but not of 1,025', () => {
    assert.equal(asked('0-1023').length, 1024);
    assert.throws(() => asked('0-1024'), /that is 1025 ports; ask for at most 1024 at once/);
  });

  test('a port, a range or a transport that cannot be is told what is right', () => {
    for (const [text, message] of [
      ['65536', /^65536: ports end at 65535$/],
      ['1-65536', /^1-65536: ports end at 65535$/],
      ['10-5', /^10-5: a range begins with its lower end: 5-10$/],
      ['80/ipx', /^80\/ipx: 'ipx' is no transport; write tcp, udp, sctp or dccp$/],
    ] as const) {
      assert.throws(
        () => asked(text),
        (error) => error instanceof UsageError && message.test(error.message),
      );
    }
  });

  test('anything else is an error that repeats what was typed', () => {
    for (const text of [
      '',
      '   ',
      '80-',
      '-80',
      '80/',
      '80/t',
      '1.5',
      '0x50',
      '70000-70001',
      '1e3',
      '２２',
    ]) {
      assert.throws(
        () => asked(text),
        (error) => error instanceof UsageError && error.message.startsWith(`${text}: `),
        text,
      );
    }
  });
});
