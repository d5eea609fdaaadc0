/** 'May I use this port?', row by row: for each rule one case where it holds and one where it does not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Label, TimelineEvent } from '../../../src/facts/atlas/record.ts';
import type { RfcMention, Use } from '../../../src/facts/atlas/uses.ts';
import { type Facts, isFree, judge, RULES } from '../../../src/facts/atlas/verdict.ts';
import { portPage } from '../../../src/facts/schemas/port-page.ts';
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
    topics: ['industry-and-home'],
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

const event = (facts: Partial<TimelineEvent>): TimelineEvent => ({
  when: { precision: 'on', date: '2006-10-27' },
  kind: 'withdrawn',
  transports: ['tcp'],
  source: 'iana-history',
  ...facts,
});

const use = (facts: Partial<Use>): Use => ({
  name: 'Exampled',
  role: '',
  transports: ['tcp'],
  ports: '20000',
  wide: false,
  standing: 'established',
  kinds: ['own'],
  evidence: [],
  ...facts,
});

const rfc: RfcMention = {
  rfc: 9999,
  title: 'Example',
  date: '2020-01',
  relation: 'mentions',
  transports: [],
  status: '',
};

/** A real port by its number, or facts made by hand. */
type Case = number | Partial<Facts>;
interface Expectation {
  level: 'avoid' | 'care' | 'note';
  holds: Case[];
  /** What the reason has to name in the first case where it holds. */
  says: RegExp;
  fails: Case[];
}

const CASES: Record<string, Expectation> = {
  zero: {
    level: 'avoid',
    holds: [0],
    says: /port 0 asks the system for any free port/,
    fails: [1, 65535],
  },
  assigned: {
    level: 'avoid',
    holds: [3330, 24, 6063],
    says: /^Assigned by IANA to mcs-calypsoicf\.$/,
    fails: [3403, 2, 49152],
  },
  reserved: {
    level: 'avoid',
    holds: [2, { status: 'reserved' }],
    says: /reserves the number/,
    // 143 is assigned on TCP, though reserved on UDP.
    fails: [3330, 3403, 143, { status: 'unassigned' }],
  },
  privileged: {
    level: 'avoid',
    holds: [1023, platform({ privileged: true })],
    says: /^Below 1024/,
    fails: [1024, platform({ privileged: false })],
  },
  refused: {
    level: 'avoid',
    holds: [
      6000,
      10080,
      platform({ browsers: { ...noRefusal, firefox: 'refused' } }),
      platform({ browsers: { ...noRefusal, fetch: 'refused', chromium: 'unknown' } }),
    ],
    says: /^Browsers refuse it: the Fetch standard, Chromium and Firefox\.$/,
    fails: [8080, 443, platform({ browsers: { ...noRefusal, chromium: 'unknown' } })],
  },
  backdoor: {
    level: 'avoid',
    holds: [65535, { labels: [label({ ...fromSource('chkrootkit'), name: 'bindshell' })] }],
    says: /historic backdoor ports of rkhunter \(FreeBSD Rootkit/,
    fails: [
      61000,
      { labels: [label({ ...fromSource('portsentry'), name: 'portsentry' }), label({})] },
    ],
  },
  'used-by-many': {
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
  used: {
    level: 'care',
    holds: [3261, { labels: [label({}), label({ name: 'another' })] }],
    says: /^Listed by SELinux \(winshadow_port_t\)\.$/,
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
    holds: [61000, { labels: [label({ wide: true, ports: '10000-20000' })] }],
    says: /mosh, 60000 to 61000/,
    fails: [3261, { labels: [label({})] }],
  },
  'authored-use': {
    level: 'avoid',
    holds: [{ page: pageUsing('default') }],
    says: /^In use by Exampled/,
    fails: [
      { page: pageUsing('malware') },
      { page: pageUsing('default'), status: 'assigned' },
      { page: undefined },
    ],
  },
  program: {
    level: 'avoid',
    holds: [2283, 4646, { programs: [use({})] }, { games: [use({})] }, { devices: [use({})] }],
    says: /^Used by default by Immich\.$/,
    fails: [
      { programs: [use({ standing: 'reported' })] },
      { vendorServices: [use({ wide: true, ports: '20000-30000' })] },
    ],
  },
  'reported-use': {
    level: 'care',
    holds: [
      25575,
      { programs: [use({ standing: 'reported' })] },
      { programs: [use({ wide: true, ports: '20000-30000' })] },
    ],
    says: /^Reported for .+ and others\.$/,
    fails: [4646, { programs: [use({}), use({ standing: 'reported', name: 'Other' })] }],
  },
  'told-of': {
    level: 'care',
    holds: [2967, { rfcs: [rfc] }],
    says: /^Named by attack tools, malware lists, detection rules or RFCs\.$/,
    fails: [{ programs: [use({})] }],
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
    says: /^It was copysnap once/,
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
    says: /^The registry remarks: ‘Compuserve \(unoffically\) is using port 4144’\.$/,
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
    holds: [49152, 32768, 60999, lentBy('Linux'), lentBy('Windows'), lentBy('macOS')],
    says: /ephemeral range of Linux, macOS and Windows/,
    fails: [32767, 10080, lentBy('FreeBSD')],
  },
  decoy: {
    level: 'care',
    holds: [1080, { labels: [label({ ...fromSource('portsentry'), name: 'portsentry' })] }],
    says: /^Watched as a decoy by portsentry\.$/,
    fails: [3261, { labels: [label({ ...fromSource('rkhunter') })] }],
  },
  'other-ephemeral': {
    level: 'note',
    holds: [3330, lentBy('FreeBSD')],
    says: /^Lent to outgoing connections by OpenBSD\.$/,
    fails: [1023, lentBy('Linux')],
  },
  free: {
    level: 'note',
    holds: [4736, { documented: false, labels: [] }],
    says: /^Free in every source/,
    fails: [3403, 61000, { documented: true }, { labels: [label({ wide: true })] }],
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

  for (const [id, { level, holds, says, fails }] of Object.entries(CASES)) {
    test(`${id}: holds where it should, and says so`, () => {
      for (const given of holds) assert.equal(reason(id, given)?.level, level, told(given));
      const [first = {}] = holds;
      assert.match(reason(id, first)?.text ?? '', says);
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
      reasons: [
        {
          id: 'free',
          level: 'note',
          text: 'Free in every source: nobody has registered it, no book names it, no browser refuses it.',
        },
      ],
    });
  });

  test('is the gravest of its reasons, and keeps the lighter ones', () => {
    const { level, reasons } = judge(
      factsOf({ status: 'reserved', ...lentBy('Linux'), labels: [label({})] }),
    );
    assert.equal(level, 'avoid');
    assert.deepEqual(
      reasons.map(({ id }) => id),
      ['reserved', 'used', 'ephemeral'],
    );
  });

  test('care comes before good, and a note changes nothing', () => {
    assert.equal(judge(factsOf(lentBy('Linux'))).level, 'care');
    assert.equal(judge(factsOf(lentBy('FreeBSD'))).level, 'good');
  });

  test('every sentence ends with one full stop, whichever port it is', () => {
    for (let port = 0; port < 65536; port += 7) {
      for (const { text } of atlas.port(port).verdict.reasons) {
        assert.match(text, /[^.]\.$/, `${port}: ${text}`);
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
    assert.equal(isFree(factsOf({})), true);
    assert.equal(isFree(factsOf({ documented: true })), false);
    assert.equal(isFree(factsOf({ labels: [label({ wide: true })] })), false);
  });
});
