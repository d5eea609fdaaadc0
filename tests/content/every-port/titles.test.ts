/** Titles and descriptions carry the answer, for each kind of port. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PortRecord } from '../../../src/facts/atlas/record.ts';
import { english } from '../../../src/words/messages/english.ts';
import { describe as descriptionIn } from '../../../src/words/port/description.ts';
import { signed, titleOf as titleIn } from '../../../src/words/port/title.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';
import { sample } from '../../helpers/sample.ts';

const atlas = sharedAtlas();
const titleOf = (record: PortRecord) => titleIn(record, english());
const describePort = (record: PortRecord) => descriptionIn(record, english());

const TITLES: Record<number, string> = {
  2: 'Port 2: reserved, once compressnet',
  19: 'Port 19: Chargen (registered)',
  22: 'Port 22: SSH (registered)',
  445: 'Port 445: SMB (Microsoft-DS); misused by Conficker',
  585: 'Port 585: imap4-ssl, de-registered in 2006',
  1777: 'Port 1777: powerguardian (registered)',
  3128: 'Port 3128: Squid proxy; misused by Mydoom.A back door',
  3330: 'Port 3330: MCS Calypso ICF; registered for mcs-calypsoicf',
  3332: 'Port 3332: MCS Mail Server; misused by Cycle.A',
  13000: 'Port 13000: YugabyteDB; an old malware port',
  29998: 'Port 29998: unassigned, free for your program',
  31986: 'Port 31986: unassigned',
  50123: 'Port 50123: dynamic port for outgoing connections',
  51820: 'Port 51820: WireGuard',
};

describe('the title', () => {
  for (const [port, title] of Object.entries(TITLES)) {
    test(`of ${port} is ‘${title}’`, () => assert.equal(titleOf(atlas.port(Number(port))), title));
  }

  test('is signed where the name of the site fits', () => {
    assert.equal(signed('Port 22: SSH (registered)'), 'Port 22: SSH (registered) | Portolan');
    const long = `Port 1: ${'a long name '.repeat(5)}`.trim();
    assert.equal(signed(long), long);
  });
});

describe('the description', () => {
  test('of an authored page is the author’s summary, with the registry’s word where there is room', () => {
    for (const port of atlas.authored()) {
      const record = atlas.port(port);
      assert.ok(describePort(record).includes(record.page?.summary ?? '-'), `port ${port}`);
    }
  });

  test('of a free port says so, and of no other', () => {
    assert.match(describePort(atlas.port(29998)), /A good choice for your own program\./);
    assert.match(describePort(atlas.port(31986)), /only with care\./);
    for (const port of [22, 3128, 585, 27374])
      assert.doesNotMatch(describePort(atlas.port(port)), /A good choice/);
  });

  test('is short, as the title is, and ends as a sentence does', () => {
    const ports = sample(
      Array.from({ length: 65_536 }, (_, port) => port),
      2000,
    );
    for (const port of [...ports, ...sample(atlas.documented(), 1000)]) {
      const record = atlas.port(port);
      assert.ok(titleOf(record).length <= 70, titleOf(record));
      assert.ok(describePort(record).length <= 160, describePort(record));
      assert.match(describePort(record), /[.?!…]$/);
    }
  });
});
