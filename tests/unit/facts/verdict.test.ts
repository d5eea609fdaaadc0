/** 'May I use this port?', row by row: for each rule one case where it holds and one where it does not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Label, TimelineEvent } from '../../../src/facts/atlas/record.ts';
import type { RfcMention, Use } from '../../../src/facts/atlas/uses.ts';
import { judge } from '../../../src/facts/atlas/verdict.ts';
import { type Facts, isFree, RULES } from '../../../src/facts/atlas/verdict-rules.ts';
import { portPage } from '../../../src/facts/schemas/port-page.ts';
import { reasonText } from '../../../src/words/port/in-english.ts';
import { sharedAtlasWithoutPages } from '../../helpers/atlas.ts';
import { factsOf, fromSource } from '../../helpers/rows.ts';

const atlas = sharedAtlasWithoutPages();
const noRefusal = { fetch: 'open', chromium: 'open', firefox: 'open' } as const;

function label(facts: Partial<Label>): Label {
  return {
    ...fromSource('debian'),
    transports: ['tcp'],
    name: 'example',
    ports: '20000',
    wide: false,
    agreement: 'unlisted',
    ...facts,
  };
}

function platform(facts: Partial<Facts['platform']>): Partial<Facts> {
  return { platform: { ...factsOf({}).platform, ...facts } };
}

function lentBy(system: string): Partial<Facts> {
  const range = { system, versions: 'current', low: 10000, high: 60999, setting: '' };
  return platform({ ephemeral: [range] });
}

function pageUsing(kind: 'default' | 'malware') {
  return portPage.parse({
    port: 20000,
    title: 'Example',
    summary: 'An example.',
    topics: ['web'],
    iana: { tcp: { status: 'unassigned' }, udp: { status: 'unassigned' } },
    uses: [{ name: 'Exampled', transport: ['tcp'], kind, source: 'manual' }],
    security: { exposure: 'unknown', reason: 'Nothing is known.' },
    sources: ['manual', 'letter'].map((key) => ({
      key,
      title: key,
      publisher: 'Example',
      url: 'https://example.org/',
      checked: '2026-11-20',
    })),
    updated: '2026-11-20',
  });
}

const use = (facts: Partial<Use>): Use => ({
  name: 'exampled',
  role: '',
  transports: ['tcp'],
  ports: '20000',
  wide: false,
  standing: 'established',
  kinds: ['own'],
  evidence: [],
  ...facts,
});

const rfcMention: RfcMention = {
  rfc: 9999,
  title: 'An example',
  date: '2026-01',
  relation: 'defines',
  transports: [],
  status: '',
};

const event = (facts: Partial<TimelineEvent>): TimelineEvent => ({
  when: { precision: 'on', date: '2006-10-27' },
  kind: 'withdrawn',
  transports: ['tcp'],
  source: 'iana-history',
  ...facts,
});

/** A real port by its number, or facts made by hand. */
type Case = number | Partial<Facts>;
interface Expectation {
  level: 'avoid' | 'care' | 'note';
  /** On one's own machine or network; 'note' where it is left out. */
  own?: 'avoid' | 'care';
  holds: Case[];
  /** What the reason has to name in the first case where it holds. */
  says: RegExp;
  fails: Case[];
}

const CASES: Record<string, Expectation> = {
  zero: {
    level: 'avoid',
    own: 'avoid',
    holds: [0],
    says: /any free port/,
    fails: [1, 65535],
  },
  assigned: {
    level: 'avoid',
    holds: [3330, 24, 6063],
    says: /^IANA assigned it to mcs-calypsoicf\.$/,
    fails: [3403, 2, 49152],
  },
  'its-own': {
    level: 'note',
    own: 'care',
    // Two lists agree with IANA on 10050; a program of 3306 bears the registered name.
    holds: [10050, 3306, 22, 5432],
    says: /^This is the port of zabbix-agent; clients and tools expect nothing else here\.$/,
    // Registered to others than those who use it, to nobody, or for what nothing is known of.
    fails: [3000, 8080, 9000, 25565, 3262],
  },
  shared: {
    level: 'note',
    holds: [
      { page: pageUsing('default'), programs: [use({ name: 'Sampled, REST interface' })] },
      { programs: [use({ standing: 'reported' })] },
    ],
    says: /such as Exampled and Sampled\.$/,
    fails: [3262, { page: pageUsing('malware') }, { programs: [use({ wide: true })] }],
  },
  second: {
    level: 'note',
    holds: [{ before: ['postgresql'], port: 5433 }, 5433, 3307],
    says: /^It follows 5432 \(postgresql\) and suits a second instance of that service\.$/,
    // 10051 is for a service of its own, 5434 follows no service.
    fails: [10051, 5434, { before: ['postgresql'], page: pageUsing('default') }],
  },
  nodeport: {
    level: 'care',
    own: 'care',
    holds: [30000, 30080, 32767],
    says: /^Kubernetes gives ports from 30000 to 32767 to its NodePort services\.$/,
    fails: [29999, 32768, { programs: [use({ wide: true, ports: '30000-32767' })] }],
  },
  'in-profile': {
    level: 'note',
    holds: [
      { labels: [label({ wide: true, ports: '10000-20000' })] },
      { games: [use({ wide: true, ports: '10000-20000' })] },
      61000,
    ],
    says: /^A wide range of a firewall or a game includes it: Debian \(example, 10000–20000\)\.$/,
    fails: [3261, { labels: [label({ wide: true, ports: '20000-20150' })] }],
  },
  outside: {
    level: 'note',
    holds: [4736, { documented: false, labels: [] }],
    says: /^It lies outside the ranges of Linux, Windows and macOS/,
    fails: [3403, 61001, { documented: true }, { documented: false, ...lentBy('Linux') }, 4],
  },
  reserved: {
    level: 'avoid',
    holds: [2, { status: 'reserved' }],
    says: /IANA reserves it/,
    // 143 is assigned on TCP, though reserved on UDP.
    fails: [3330, 3403, 143, { status: 'unassigned' }],
  },
  privileged: {
    level: 'avoid',
    own: 'care',
    holds: [1023, platform({ privileged: true })],
    says: /^Below 1024/,
    fails: [1024, platform({ privileged: false })],
  },
  refused: {
    level: 'avoid',
    own: 'avoid',
    holds: [
      6000,
      10080,
      platform({ browsers: { ...noRefusal, firefox: 'refused' } }),
      platform({ browsers: { ...noRefusal, fetch: 'refused', chromium: 'unknown' } }),
    ],
    says: /WHATWG Fetch, Chromium and Firefox block it/,
    fails: [8080, 443, platform({ browsers: { ...noRefusal, chromium: 'unknown' } })],
  },
  backdoor: {
    level: 'avoid',
    own: 'care',
    holds: [65535, { labels: [label({ ...fromSource('chkrootkit'), name: 'bindshell' })] }],
    says: /rkhunter \(FreeBSD Rootkit.* as a port of old malware/,
    fails: [
      61000,
      { labels: [label({ ...fromSource('portsentry'), name: 'portsentry' }), label({})] },
    ],
  },
  'listed-by-many': {
    level: 'avoid',
    holds: [8080, { labels: [label({}), label({ ...fromSource('firewalld') })] }],
    says: /Debian \(http-alt\).*firewalld/,
    fails: [
      3261,
      { labels: [label({}), label({ name: 'another' })] },
      { labels: [label({}), label({ ...fromSource('firewalld'), wide: true })] },
      {
        labels: [
          label({}),
          label({ ...fromSource('rkhunter') }),
          label({ ...fromSource('portsentry') }),
        ],
      },
    ],
  },
  listed: {
    level: 'care',
    holds: [3261, { labels: [label({}), label({ name: 'another' })] }],
    says: /^One port list names it: SELinux \(winshadow_port_t\)\.$/,
    fails: [
      3330,
      8080,
      { labels: [label({ wide: true })] },
      { labels: [label({ ...fromSource('rkhunter') })] },
      { labels: [label({}), label({ ...fromSource('firewalld') })] },
    ],
  },
  'in-wide-range': {
    level: 'care',
    holds: [
      6850,
      { labels: [label({ wide: true, ports: '20000-20150' })] },
      { programs: [use({ wide: true, ports: '10000-20000' })] },
    ],
    says: /Ceph OSD and MDS \(6800–7300\)/,
    fails: [
      3261,
      30000,
      { labels: [label({})] },
      { labels: [label({ wide: true, ports: '10000-20000' })] },
    ],
  },
  authored: {
    level: 'avoid',
    holds: [{ page: pageUsing('default') }],
    says: /^Used by Exampled, although/,
    fails: [
      { page: pageUsing('malware') },
      { page: pageUsing('default'), status: 'assigned' },
      { page: undefined },
    ],
  },
  established: {
    level: 'avoid',
    holds: [8989, { programs: [use({})] }, { games: [use({ standing: 'established' })] }],
    says: /^Used by default by Sonarr/,
    fails: [
      3330,
      { programs: [use({ standing: 'reported' })] },
      { programs: [use({ wide: true })] },
      // What the author says already is not said again.
      { page: pageUsing('default'), programs: [use({ name: 'Exampled' })] },
    ],
  },
  reported: {
    level: 'care',
    holds: [{ programs: [use({ standing: 'reported' })] }],
    says: /^One source says that it is used by exampled\.$/,
    fails: [3330, { programs: [use({})] }, { games: [use({ standing: 'reported', wide: true })] }],
  },
  mentioned: {
    level: 'care',
    holds: [{ mentions: [{ port: 80, title: 'HTTP', facts: [] }] }],
    says: /^Our page on port 80 \(HTTP\) names it\.$/,
    fails: [3330, { mentions: [] }],
  },
  attacked: {
    level: 'care',
    holds: [2967, 4444],
    says: /expect probes/,
    fails: [29998, { attacks: [] }],
  },
  rfc: {
    level: 'care',
    holds: [{ rfcs: [rfcMention] }],
    says: /^RFC 9999 names it\.$/,
    fails: [29998, 3330, { rfcs: [] }],
  },
  withdrawn: {
    level: 'care',
    holds: [
      3403,
      2,
      1028,
      { status: 'de-registered' },
      { timeline: [event({ oldName: 'oldexample' })] },
      { timeline: [event({ kind: 'printed', name: 'oldexample' })] },
    ],
    says: /^It was registered for copysnap once/,
    fails: [
      3330,
      49152,
      { timeline: [event({})] },
      {
        timeline: [event({ oldName: 'oldexample' })],
        assignments: [
          { service: 'x', description: '', transports: ['tcp'], ports: '20000', references: [] },
        ],
      },
    ],
  },
  remarked: {
    level: 'care',
    holds: [4144, 27018, 4501, { remarks: ['in use by somebody'] }],
    says: /remarks: “Compuserve \(unoffically\) is using port 4144”\.$/,
    fails: [
      3330,
      2,
      3403,
      { remarks: [] },
      { remarks: ['in use by somebody'], status: 'assigned' },
      { remarks: ['in use by somebody'], status: 'reserved' },
    ],
  },
  ephemeral: {
    level: 'care',
    own: 'care',
    holds: [49152, 32768, 60999, lentBy('Linux'), lentBy('Windows'), lentBy('macOS')],
    says: /outgoing connections on Linux, macOS and Windows, so/,
    fails: [32767, 10080, lentBy('FreeBSD')],
  },
  decoy: {
    level: 'care',
    holds: [7, { labels: [label({ ...fromSource('portsentry'), name: 'portsentry' })] }],
    says: /^portsentry watches it as a decoy\.$/,
    fails: [3261, { labels: [label({ ...fromSource('rkhunter') })] }],
  },
  'other-ephemeral': {
    level: 'note',
    holds: [3330, lentBy('FreeBSD')],
    says: /^OpenBSD may use it for outgoing connections\.$/,
    fails: [1023, lentBy('Linux')],
  },
  free: {
    level: 'note',
    holds: [4736, { documented: false, labels: [] }],
    says: /^No registration, port list/,
    fails: [
      3403,
      64000,
      { documented: true },
      { labels: [label({ wide: true, ports: '20000-20150' })] },
    ],
  },
};

/** The reason that one rule gives, where it holds. */
function reason(id: string, given: Case) {
  const verdict = typeof given === 'number' ? atlas.port(given).verdict : judge(factsOf(given));
  return verdict.reasons.find((one) => one.id === id);
}

const told = (given: Case) => (typeof given === 'number' ? `port ${given}` : JSON.stringify(given));

describe('each rule of the verdict', () => {
  test('has its cases here', () => {
    assert.deepEqual(RULES.map(({ id }) => id).toSorted(), Object.keys(CASES).toSorted());
  });

  for (const [id, { level, own = 'note', holds, says, fails }] of Object.entries(CASES)) {
    test(`${id}: holds where it should, and says so`, () => {
      for (const given of holds) {
        const found = reason(id, given);
        assert.deepEqual([found?.level, found?.own], [level, own], told(given));
      }
      const [first = {}] = holds;
      const found = reason(id, first);
      assert.match(found ? reasonText(found) : '', says);
    });

    test(`${id}: is silent where it should be`, () => {
      for (const given of fails) assert.equal(reason(id, given), undefined, told(given));
    });
  }
});

describe('the verdict from all the rules', () => {
  test('of a port of which nothing is known is good, because it is free', () => {
    assert.deepEqual(judge(factsOf({})), {
      level: 'good',
      own: 'good',
      reasons: ['free', 'outside'].map((id) => ({ id, level: 'note', own: 'note', values: {} })),
    });
  });

  test('is the gravest of its reasons, and keeps the lighter ones', () => {
    const { level, reasons } = judge(
      factsOf({ status: 'reserved', ...lentBy('Linux'), labels: [label({})] }),
    );
    assert.equal(level, 'avoid');
    assert.deepEqual(
      reasons.map(({ id }) => id),
      ['reserved', 'listed', 'ephemeral'],
    );
  });

  test('care comes before good, and a note changes nothing', () => {
    assert.equal(judge(factsOf(lentBy('Linux'))).level, 'care');
    assert.equal(judge(factsOf(lentBy('FreeBSD'))).level, 'good');
  });

  test('is another for one’s own machine, where only what is in the way there counts', () => {
    const facts = { labels: [label({}), label({ ...fromSource('firewalld') })] };
    const listed = judge(factsOf(facts));
    assert.deepEqual([listed.level, listed.own], ['avoid', 'good']);
    const lent = judge(factsOf({ ...facts, ...lentBy('Linux') }));
    assert.deepEqual([lent.level, lent.own], ['avoid', 'care']);
  });

  test('names what one would meet, the author’s first, and no profile of a game', () => {
    const [, , lists] = ['shared', 'established', 'listed-by-many'].map((id) => reason(id, 3000));
    assert.doesNotMatch(lists ? reasonText(lists) : '', /Knights and Merchants/);
    const shared = judge(
      factsOf({ page: pageUsing('default'), games: [use({ name: 'A game' })] }),
    ).reasons.find(({ id }) => id === 'shared');
    assert.deepEqual(shared?.values, { programs: ['Exampled', 'A game'] });
  });

  test('every sentence ends with one full stop, whichever port it is', () => {
    for (let port = 0; port < 65536; port += 7) {
      for (const text of atlas.port(port).verdict.reasons.map(reasonText)) {
        // 'J.A.C.K.' brings a full stop of its own.
        assert.match(text.replace(/[A-Z]\.\.$/, 'A.'), /[^.]\.$/, `${port}: ${text}`);
      }
    }
  });

  test('a port where IANA reports use that it did not allow is not good: 1895, 4144, 27018, 4967', () => {
    for (const port of [1895, 4144, 27018, 4967]) {
      assert.notEqual(atlas.port(port).verdict.level, 'good', `${port}`);
    }
  });

  test('a port that IANA withdrew is not good, though its old name is not known: 1028, 2682, 3404', () => {
    for (const port of [1028, 1783, 2682, 3404]) {
      assert.notEqual(atlas.port(port).verdict.level, 'good', `${port}`);
    }
  });
});

describe('free', () => {
  test('is a port that is not documented and that no book covers, not even from afar', () => {
    assert.equal(isFree(factsOf({ documented: false, labels: [] })), true);
    assert.equal(isFree(factsOf({ documented: true, labels: [] })), false);
    const whole = { wide: true, ports: '20000-20150' };
    assert.equal(isFree(factsOf({ programs: [use(whole)] })), false);
    assert.equal(isFree(factsOf({ documented: false, labels: [label(whole)] })), false);
    // A profile of ten thousand ports takes none of them; a program that says so takes all.
    const sweeping = { wide: true, ports: '10000-20000' };
    assert.equal(isFree(factsOf({ documented: false, labels: [label(sweeping)] })), true);
    assert.equal(isFree(factsOf({ games: [use(sweeping)] })), true);
    assert.equal(isFree(factsOf({ programs: [use(sweeping)] })), false);
  });
});
