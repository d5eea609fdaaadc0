/** What happened to a port: what each kind of evidence becomes, and some real ports from end to end. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TimelineEvent } from '../../../src/facts/atlas/record.ts';
import { OLDEST_COPY, type Past, timelineOf } from '../../../src/facts/atlas/timeline.ts';
import type { ChangeRow, PrintedRow, ServiceRow } from '../../../src/facts/schemas/registry.ts';
import { english } from '../../../src/words/messages/english.ts';
import { eventLine } from '../../../src/words/port/history.ts';
import { sharedAtlasWithoutPages } from '../../helpers/atlas.ts';
import { changeRow, printedRow, serviceRow } from '../../helpers/rows.ts';

interface Evidence {
  printed?: Partial<PrintedRow>[];
  changes?: Partial<ChangeRow>[];
  rows?: Partial<ServiceRow>[];
}

function timeline({ printed = [], changes = [], rows = [] }: Evidence): TimelineEvent[] {
  const past: Past = {
    printed: printed.map(printedRow),
    changes: changes.map(changeRow),
    rows: rows.map(serviceRow),
  };
  return timelineOf(past);
}

/** 'listed 2005-12-22 copysnap': enough to tell one event from another. */
const brief = ({ kind, when, name, oldName }: TimelineEvent) =>
  [kind, when.date, oldName, name].filter((part) => part !== undefined).join(' ');

const nail = { service: 'nail', description: 'Nail Server' };

describe('nothing known', () => {
  test('makes no event', () => {
    assert.deepEqual(timeline({}), []);
    assert.deepEqual(
      timeline({ rows: [{ description: 'Unassigned', modified: '2008-04-24' }] }),
      [],
    );
  });
});

describe('what was in print', () => {
  test('is one event from the first RFC that names it to the last, with what a port was then', () => {
    const last = { last_rfc: '1700', last_date: '1994-10' };
    const rows = [
      { name: 'nail', description: 'Nail Server', transport: 'tcp', ...last },
      { name: 'nail', description: 'Nail Server', transport: 'udp', ...last },
    ];
    assert.deepEqual(timeline({ printed: rows }), [
      {
        when: { precision: 'on', date: '1992-07' },
        kind: 'printed',
        transports: ['tcp', 'udp'],
        name: 'nail',
        description: 'Nail Server',
        rfc: { first: 1340, last: 1700, lastDate: '1994-10', era: 'TCP/UDP port' },
        source: 'rfc',
      },
    ]);
  });

  test('is one event where only the spelling changed', () => {
    const events = timeline({
      printed: [
        {
          name: 'NAIL_SRV',
          first_rfc: '900',
          first_date: '1984-06',
          last_rfc: '960',
          last_date: '1985-12',
        },
        { name: 'nail-srv', last_rfc: '1700', last_date: '1994-10' },
      ],
    });
    assert.deepEqual(
      events.map(({ rfc }) => [rfc?.first, rfc?.last, rfc?.lastDate]),
      [[900, 1700, '1994-10']],
    );
  });

  test('is one event for each name', () => {
    const events = timeline({
      printed: [{ name: 'nail' }, { name: 'tack', first_rfc: '1700', first_date: '1994-10' }],
    });
    assert.deepEqual(events.map(brief), ['printed 1992-07 nail', 'printed 1994-10 tack']);
  });

  test('a socket of NCP has no name and no transport', () => {
    const [event] = timeline({
      printed: [
        { description: 'Old Telnet', era: 'NCP socket', first_rfc: '739', first_date: '1977-11' },
      ],
    });
    assert.equal(event?.rfc?.era, 'NCP socket');
    assert.equal(event?.name, undefined);
    assert.deepEqual(event?.transports, []);
  });

  test('a socket of NCP does not become one with the port of that name that followed it', () => {
    const events = timeline({
      printed: [
        {
          description: 'Echo',
          era: 'NCP socket',
          first_rfc: '739',
          first_date: '1977-11',
          last_rfc: '755',
          last_date: '1979-05',
        },
        {
          name: 'echo',
          description: 'Echo',
          transport: 'tcp',
          last_rfc: '1700',
          last_date: '1994-10',
        },
      ],
    });
    assert.deepEqual(
      events.map(({ rfc, transports }) => [rfc?.first, rfc?.last, rfc?.era, transports.join()]),
      [
        [739, 755, 'NCP socket', ''],
        [1340, 1700, 'TCP/UDP port', 'tcp'],
      ],
    );
  });

  test('is told as a socket of NCP only where it was nothing else', () => {
    const words = (era: string) => {
      const [event] = timeline({ printed: [{ description: 'Echo', era }] });
      return event ? english().text(eventLine(event)) : '';
    };
    assert.match(words('NCP socket'), /socket of NCP, the network before TCP/);
    // RFC 758 to RFC 790 list the numbers of both networks.
    assert.match(words('NCP/TCP port or socket'), /TCP.*NCP|NCP.* and .*TCP|NCP.* or .*TCP/);
    assert.doesNotMatch(words('TCP/UDP port'), /NCP/);
  });

  test('a name in print is not said to appear again in the oldest copy', () => {
    const events = timeline({ printed: [{ name: 'NAIL' }], rows: [nail] });
    assert.deepEqual(events.map(brief), ['printed 1992-07 NAIL']);
  });
});

describe('what stood in the oldest copy', () => {
  test('is listed by its day, no more exactly', () => {
    assert.deepEqual(timeline({ rows: [nail, { ...nail, transport: 'udp' }] }), [
      {
        when: { precision: 'by', date: OLDEST_COPY },
        kind: 'listed',
        transports: ['tcp', 'udp'],
        name: 'nail',
        description: 'Nail Server',
        source: 'iana-history',
      },
    ]);
  });

  test('is not what a change brought in later', () => {
    const events = timeline({ changes: [{ new: 'nail', date: '2013-05-06' }], rows: [nail] });
    assert.deepEqual(events.map(brief), ['listed 2013-05-06 nail']);
  });

  test('is told for one transport where a change brought in the other', () => {
    const events = timeline({
      changes: [{ new: 'nail', transport: 'sctp', date: '2013-05-06' }],
      rows: [nail, { ...nail, transport: 'sctp' }],
    });
    assert.deepEqual(
      events.map((event) => [brief(event), event.transports.join()]),
      [
        ['listed 2005-12-22 nail', 'tcp'],
        ['listed 2013-05-06 nail', 'sctp'],
      ],
    );
  });
});

describe('changes between copies', () => {
  test('with a date happened on it, without one in the interval', () => {
    const [dated] = timeline({ changes: [{ new: 'nail', date: '2013-05' }] });
    assert.deepEqual(dated?.when, { precision: 'on', date: '2013-05' });
    const [undated] = timeline({ changes: [{ new: 'nail' }] });
    assert.deepEqual(undated?.when, {
      precision: 'between',
      after: '2013-02-18',
      date: '2014-07-09',
    });
  });

  test('on two transports at once are one event', () => {
    const change = { change: 'withdrawn', old: 'nail', date: '2013-05-06' } as const;
    const [first, withdrawn, ...more] = timeline({
      changes: [change, { ...change, transport: 'udp' }],
    });
    assert.equal(first?.kind, 'listed');
    assert.deepEqual(withdrawn?.transports, ['tcp', 'udp']);
    assert.deepEqual(more, []);
  });

  test('a departure takes its day from the note that stands there now', () => {
    const events = timeline({
      changes: [{ change: 'withdrawn', old: 'nail' }],
      rows: [{ description: 'Reserved', notes: 'nail was removed on 2013-5-6.' }],
    });
    assert.deepEqual(events.map(brief), ['listed 2005-12-22 nail', 'withdrawn 2013-05-06 nail']);
  });

  test('a day in a note that lies outside the interval is an event of its own', () => {
    const events = timeline({
      changes: [{ change: 'withdrawn', old: 'nail' }],
      rows: [{ description: 'Reserved', notes: 'De-registered on 2009-01-02' }],
    });
    assert.deepEqual(events.map(brief), [
      'listed 2005-12-22 nail',
      'de-assigned 2009-01-02',
      'withdrawn 2014-07-09 nail',
    ]);
  });
});

describe('the registry’s own dates', () => {
  test('of registration and of the last change are events', () => {
    const events = timeline({ rows: [{ ...nail, registered: '2003-04', modified: '2010-11-12' }] });
    assert.deepEqual(events.map(brief), [
      'registered 2003-04 nail',
      'listed 2005-12-22 nail',
      'modified 2010-11-12 nail',
    ]);
  });

  test('are one event where both are the same', () => {
    const events = timeline({ rows: [{ ...nail, registered: '2003-04', modified: '2003-04' }] });
    assert.deepEqual(events.map(brief), ['registered 2003-04 nail', 'listed 2005-12-22 nail']);
  });

  test('are left out where a change tells the same', () => {
    const events = timeline({
      changes: [{ new: 'nail', date: '2013-05-06' }],
      rows: [{ ...nail, registered: '2013-05-06', modified: '2015-06-07' }],
    });
    assert.deepEqual(events.map(brief), ['listed 2013-05-06 nail', 'modified 2015-06-07 nail']);
  });

  test('of a row that says de-registered date the withdrawal', () => {
    const row = { transport: '', description: 'Removed', modified: '2001-06-06' };
    assert.deepEqual(timeline({ rows: [row] }).map(brief), ['withdrawn 2001-06-06']);
  });
});

describe('real ports', () => {
  const atlas = sharedAtlasWithoutPages();
  const records = atlas.documented().map((port) => atlas.port(port));

  test('3403 was copysnap, listed by 2005-12-22, withdrawn on 2006-10-27', () => {
    assert.deepEqual(atlas.port(3403).timeline, [
      {
        when: { precision: 'by', date: '2005-12-22' },
        kind: 'listed',
        transports: ['tcp', 'udp'],
        name: 'copysnap',
        description: 'CopySnap Server Port',
        source: 'iana-history',
      },
      {
        when: { precision: 'on', date: '2006-10-27' },
        kind: 'withdrawn',
        transports: ['tcp', 'udp'],
        oldName: 'copysnap',
        oldDescription: 'CopySnap Server Port',
        source: 'iana-history',
      },
    ]);
  });

  test('2 was compressnet from RFC 1340 on, until it was reserved on 2025-02-13', () => {
    const { timeline } = atlas.port(2);
    assert.deepEqual(timeline.map(brief), [
      'printed 1992-07 compressnet',
      'reserved 2025-02-13 compressnet',
    ]);
    assert.deepEqual(timeline[0]?.rfc, {
      first: 1340,
      last: 1700,
      lastDate: '1994-10',
      era: 'TCP/UDP port',
    });
  });

  test('49151 was held back from the first: nothing was ever listed or withdrawn there', () => {
    const kinds = atlas.port(49151).timeline.map(({ kind }) => kind);
    assert.deepEqual(
      kinds.filter((kind) => kind !== 'modified'),
      [],
    );
  });

  test('no printed event mixes the sockets of NCP with the ports of TCP and UDP', () => {
    // As the README of the collection divides the RFCs.
    const era = (rfc: number) =>
      rfc <= 755 ? 'NCP socket' : rfc <= 790 ? 'NCP/TCP port or socket' : 'TCP/UDP port';
    const mixed: string[] = [];
    for (const { port, timeline } of records) {
      for (const { rfc, description } of timeline) {
        if (rfc && (era(rfc.first) !== rfc.era || era(rfc.last) !== rfc.era)) {
          mixed.push(`${port} ${description}: RFC ${rfc.first} to ${rfc.last} as ${rfc.era}`);
        }
      }
    }
    assert.deepEqual(mixed, []);
  });

  test('no event is told twice for the same transports', () => {
    for (const { port, timeline } of records) {
      const told = timeline.map((event) => JSON.stringify(event));
      assert.equal(new Set(told).size, told.length, `${port}`);
    }
  });

  test('every name is a word: no list’s comment sign is taken for one', () => {
    for (const { port, timeline } of records) {
      for (const { name = 'none', oldName = 'none' } of timeline) {
        for (const word of [name, oldName]) assert.match(word, /[a-z0-9]/i, `${port}`);
      }
    }
  });
});
