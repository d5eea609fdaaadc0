/** Ports for a new program: whatever is asked, what is offered meets it, and says nothing else than the atlas. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { PORT_COUNT } from '../../../src/base/ranges.ts';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { establishedUses, reportedUses } from '../../../src/facts/atlas/known-uses.ts';
import { lowerBound } from '../../../src/facts/atlas/nearest.ts';
import { COMMON_SYSTEMS, RULES } from '../../../src/facts/atlas/verdict-rules.ts';
import { isSweeping } from '../../../src/facts/atlas/wide.ts';
import { check } from '../../../src/features/choose/check.ts';
import { choiceData } from '../../../src/features/choose/choice-data.ts';
import { type Choice, choose } from '../../../src/features/choose/choose.ts';
import { CONDITIONS } from '../../../src/features/choose/conditions.ts';
import {
  type Criteria,
  NO_CRITERIA,
  readCriteria,
  SYSTEM_CHOICES,
  writeCriteria,
} from '../../../src/features/choose/criteria.ts';
import { openChoice } from '../../../src/features/choose/facts.ts';
import { PATTERNS, patternOf } from '../../../src/features/choose/memorable.ts';
import { orderOf } from '../../../src/features/choose/order.ts';
import { presentAnswer, presentCheck } from '../../../src/features/choose/present.ts';
import { survey } from '../../../src/features/choose/survey.ts';
import { reasonText } from '../../../src/words/port/in-english.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const atlas = sharedAtlas();
const data = choiceData(atlas);
const facts = openChoice(JSON.parse(JSON.stringify(data)));
const ports = Array.from({ length: PORT_COUNT }, (_, port) => port);
const verdicts = ports.map((port) => atlas.port(port).verdict);
const good = ports.filter((port) => verdicts[port]?.level === 'good');
const criteriaFor = (criteria: Partial<Criteria>): Criteria => ({ ...NO_CRITERIA, ...criteria });
const members = ({ last, port }: Choice) => ports.slice(port, last + 1);

const anyCriteria: fc.Arbitrary<Criteria> = fc
  .record({
    near: fc.option(fc.integer({ min: 0, max: PORT_COUNT - 1 }), { nil: undefined }),
    count: fc.integer({ min: 1, max: 12 }),
    block: fc.oneof(
      fc.constant(1),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 450 }),
    ),
    memorable: fc.boolean(),
    own: fc.boolean(),
    systems: fc.constantFrom(...SYSTEM_CHOICES),
    privileged: fc.boolean(),
    refused: fc.boolean(),
    listed: fc.boolean(),
    seed: fc.string({ maxLength: 64 }).map((text) => text.trim()),
  })
  .map((criteria): Criteria => ({ ...criteria }));

describe('the facts that travel with the page', () => {
  test('give every port the verdict of the atlas, with the same reasons', () => {
    const different = ports.filter((port) => {
      const verdict = verdicts[port];
      const told = facts.reasons(port);
      return (
        facts.level(port) !== verdict?.level ||
        facts.ownLevel(port) !== verdict.own ||
        told.length !== verdict.reasons.length ||
        told.some(({ id, text }, at) => {
          const reason = verdict.reasons[at];
          return id !== reason?.id || text !== reasonText(reason);
        })
      );
    });
    assert.deepEqual(different, []);
  });

  test('name the same better ports', () => {
    for (const port of [0, 80, 3000, 5000, 8080, 18080, 27017, 27418, 30000, 49152, 65535])
      assert.deepEqual(check(facts, port).better, atlas.port(port).verdict.better, `${port}`);
  });

  test('are the same in every build', () => {
    assert.equal(JSON.stringify(choiceData(openAtlas())), JSON.stringify(data));
  });
});

describe('what is asked of everybody', () => {
  test('is what makes a verdict good', () => {
    const { faultAsFirst } = survey(facts, NO_CRITERIA);
    assert.deepEqual(
      ports.filter((port) => !faultAsFirst(port)),
      good,
    );
  });

  test('leaves out no rule of the verdict', () => {
    // Free of all conditions at once, a port fails nothing but what is never offered.
    const free = criteriaFor({ systems: 'any', privileged: true, refused: true, listed: true });
    const { faultAsFirst } = survey(facts, free);
    const offered = ports.filter((port) => !faultAsFirst(port));
    const ids = new Set(offered.flatMap((port) => facts.reasons(port).map(({ id }) => id)));
    const never = RULES.map(({ id }) => id).filter((id) => !ids.has(id));
    assert.deepEqual(never.toSorted(), [
      'assigned',
      'authored',
      'backdoor',
      'established',
      'its-own',
      'listed-by-many',
      'reserved',
      'rfc',
      'zero',
    ]);
  });

  test('every condition gives the fact on which a port fails', () => {
    for (const port of ports)
      for (const condition of CONDITIONS)
        if (condition.fails(facts, port, criteriaFor({ systems: 'every' })))
          assert.notEqual(condition.fact(facts, port), '', `${port} ${condition.id}`);
  });
});

describe('what is offered', () => {
  test('meets the criteria, port by port, by the atlas’s own record', () => {
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const { chosen } = choose(facts, criteria);
        for (const choice of chosen) {
          assert.equal(choice.last - choice.port + 1, criteria.block);
          if (criteria.memorable) assert.ok(patternOf(choice.port));
          for (const port of members(choice)) assertMeets(port, criteria);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('never overlaps, and comes in full where there is enough', () => {
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const { chosen, pool } = choose(facts, criteria);
        const all = chosen.flatMap(members);
        assert.equal(new Set(all).size, all.length);
        assert.ok(chosen.length <= Math.min(criteria.count, pool));
        if (criteria.block === 1) assert.equal(chosen.length, Math.min(criteria.count, pool));
        else if (pool > 0) assert.ok(chosen.length > 0);
      }),
      { numRuns: 25 },
    );
  });

  test('is the nearest there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: PORT_COUNT - 1 }), (near) => {
        const [first] = choose(facts, criteriaFor({ near, count: 1 })).chosen;
        const at = lowerBound(good, near);
        const distances = [good[at - 1], good[at]].map((port) => Math.abs((port ?? 1e9) - near));
        assert.equal(Math.abs((first?.port ?? 1e9) - near), Math.min(...distances));
      }),
      { numRuns: 25 },
    );
  });

  function assertMeets(port: number, criteria: Criteria): void {
    const { listed, own, privileged, refused, systems } = criteria;
    const { assignments, documented, labels, platform, status } = atlas.port(port);
    if (own) {
      const uses = [...establishedUses(atlas.port(port)), ...reportedUses(atlas.port(port))];
      assert.deepEqual(uses, [], `${port}`);
    } else {
      assert.equal(assignments.length, 0, `${port}`);
      assert.ok(status !== 'assigned' && status !== 'reserved', `${port}`);
    }
    assert.ok(port > 0);
    assert.ok(privileged || port >= 1024, `${port}`);
    assert.ok(refused || !Object.values(platform.browsers).includes('refused'), `${port}`);
    // Only a profile that opens over 200 ports at once may name it.
    assert.ok(own || listed || (!documented && labels.every(isSweeping)), `${port}`);
    const lenders = platform.ephemeral.map(({ system }) => system);
    if (systems !== 'any')
      assert.ok(!lenders.some((system) => COMMON_SYSTEMS.includes(system)), `${port}`);
    if (systems === 'every')
      assert.deepEqual(
        lenders.filter((system) => system !== 'OpenBSD'),
        [],
        `${port}`,
      );
  }
});

describe('a draw', () => {
  const drawn = (seed: string, count = 5) =>
    choose(facts, criteriaFor({ seed, count })).chosen.map(({ port }) => port);

  test('is the same for the same word, and the first of a longer one', () => {
    assert.deepEqual(drawn('lighthouse'), drawn('lighthouse'));
    assert.deepEqual(drawn('lighthouse', 20).slice(0, 5), drawn('lighthouse'));
  });

  test('spreads over the ports: a hundred words rarely meet', () => {
    const { faultAsFirst } = survey(facts, NO_CRITERIA);
    const firsts = Array.from({ length: 100 }, (_, at) =>
      orderOf({ near: undefined, seed: `word ${at}` }).find((port) => !faultAsFirst(port)),
    ).map((port) => port ?? 0);
    // Of 20,733 ports, a hundred fair draws hit about 99 different ones, half of them below the middle.
    assert.ok(new Set(firsts).size > 94, `${new Set(firsts).size}`);
    const middle = good[good.length >> 1] ?? 0;
    const lower = firsts.filter((port) => port < middle).length;
    assert.ok(lower > 30 && lower < 70, `${lower}`);
  });

  test('keeps its other answers when one of its ports is taken', () => {
    const [first = 0, ...others] = drawn('lighthouse', 6);
    const holds: typeof facts.holds = (port, ids) =>
      facts.holds(port, ids) || (port === first && ids.includes('assigned'));
    const { chosen } = choose({ ...facts, holds }, criteriaFor({ seed: 'lighthouse', count: 5 }));
    assert.deepEqual(
      chosen.map(({ port }) => port),
      others,
    );
  });
});

describe('criteria', () => {
  test('comes out of an address as it went in', () => {
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const { faults, criteria: read } = readCriteria(
          new URLSearchParams(writeCriteria(criteria).toString()),
        );
        assert.deepEqual(faults, []);
        assert.deepEqual(read, criteria.near === undefined ? criteria : { ...criteria, seed: '' });
      }),
    );
    assert.equal(
      writeCriteria(criteriaFor({ near: 3000, count: 3 })).toString(),
      'near=3000&count=3',
    );
  });

  test('that cannot be is told, by its name, with what would be right', () => {
    for (const [ask, key, text] of [
      ['near=70000', 'near', "'70000' is no whole number from 0 to 65535"],
      ['near=http', 'near', "'http' is no whole number from 0 to 65535"],
      ['count=0', 'count', "'0' is no whole number from 1 to 50"],
      ['count=1e1', 'count', "'1e1' is no whole number from 1 to 50"],
      ['block=-3', 'block', "'-3' is no whole number from 1 to 1000"],
      ['systems=bsd', 'systems', "'bsd' is not one of common, every, any"],
      ['memorable=1', 'memorable', "'1' is not yes or no"],
    ] as const)
      assert.deepEqual(readCriteria(new URLSearchParams(ask)).faults, [{ key, text }]);
  });

  test('whatever the address says, nothing breaks', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (ask) => {
        const { criteria } = readCriteria(new URLSearchParams(ask));
        assert.ok(criteria.count >= 1 && criteria.block >= 1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('what is easy to remember', () => {
  test('each pattern fits its example, and no better one does', () => {
    for (const pattern of PATTERNS) assert.equal(patternOf(pattern.example), pattern);
    const points = PATTERNS.map(({ points }) => points);
    assert.deepEqual(
      points,
      points.toSorted((a, b) => b - a),
    );
  });

  for (const [port, name] of [
    [55555, 'are all the same'],
    [24680, undefined],
    [2468, 'count up or down in equal steps'],
    [54321, 'count up or down in equal steps'],
    [9000, 'make a round thousand'],
    [4646, 'take turns, two of them'],
    [27111, 'are the same three times or more at one end'],
    [4774, 'read the same backwards'],
    [22744, 'are doubled, two pairs of them'],
    [22044, 'are doubled, two pairs of them'],
    [27418, undefined],
    [80, undefined],
  ] as const)
    test(`${port}: ${name ?? 'no pattern'}`, () => assert.equal(patternOf(port)?.name, name));
});

describe('the words', () => {
  test('for one’s own documentation', () => {
    const told = presentCheck(27418, facts, 'https://portolan.example');
    assert.equal(
      told.documentation,
      `Listens on TCP port 27418 by default. The port is not registered with IANA (registry of ${data.registry}), and no other use of it is known to Portolan (https://portolan.example/27418). FreeBSD may use it for outgoing connections. Change it with [the option of your program].`,
    );
    assert.match(
      presentCheck(18080, facts).documentation ?? '',
      /what else is known of it is listed/,
    );
    assert.match(presentCheck(50123, facts).documentation ?? '', /cannot be registered with IANA/);
    assert.equal(presentCheck(80, facts).documentation, undefined);
  });

  test('say of a block which of its ports fails, and of several ports what they share', () => {
    const told = presentAnswer(new URLSearchParams('near=20000&block=4&count=2'), facts);
    assert.ok(told.passedOver.items.includes('20000: taken. IANA assigned it to dnp.'));
    assert.match(told.picks[0]?.documentation ?? '', /^Listens on TCP ports \d+ to \d+ by default/);
    assert.ok(told.shared.some((text) => text.startsWith('No registration, port list')));
    const one = presentAnswer(new URLSearchParams('near=20000&count=1'), facts);
    assert.deepEqual(one.shared, []);
    assert.ok(one.picks[0]?.reasons.some((text) => text.startsWith('No registration, port list')));
  });
});
