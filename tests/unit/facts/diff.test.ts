/** Two states of the registry in, dated changes out. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changeInWords, changeLine } from '../../../src/facts/registry/change-words.ts';
import { compareChanges, diffSnapshots } from '../../../src/facts/registry/diff.ts';
import { tighten } from '../../../src/facts/registry/tighten.ts';
import type { ChangeRow, ServiceRow } from '../../../src/facts/schemas/registry.ts';
import { changeRow, serviceRow } from '../../helpers/rows.ts';

const AFTER = '2013-02-18';
const BY = '2014-07-09';

function diff(old: Partial<ServiceRow>[], now: Partial<ServiceRow>[]): ChangeRow[] {
  return diffSnapshots(
    { date: AFTER, rows: old.map(serviceRow) },
    { date: BY, rows: now.map(serviceRow) },
  );
}

/** The one change between two states of one port. */
function onlyChange(old: Partial<ServiceRow>[], now: Partial<ServiceRow>[]): ChangeRow {
  const [change, ...more] = diff(old, now);
  assert.ok(change, 'there is a change');
  assert.deepEqual(more, []);
  return change;
}

const nail = { service: 'nail', description: 'Nail Server' };
const tack = { service: 'tack', description: 'Tack Server' };

describe('the kinds of change', () => {
  test('the same rows in another order are no change', () => {
    const rows = [nail, tack, { ...nail, transport: 'udp' }];
    assert.deepEqual(diff(rows, rows.toReversed()), []);
    assert.deepEqual(diff([], []), []);
  });

  test('other descriptions, notes, assignees and dates of the same name are no change', () => {
    const now = { ...nail, description: 'Other', notes: 'n', assignee: '[A]', modified: '2013-05' };
    assert.deepEqual(diff([nail], [now]), []);
  });

  test('a new name is listed', () => {
    assert.deepEqual(
      onlyChange([], [nail]),
      changeRow({ change: 'listed', new: 'nail', new_description: 'Nail Server' }),
    );
  });

  test('a name that is gone was withdrawn', () => {
    assert.deepEqual(
      onlyChange([nail], []),
      changeRow({ change: 'withdrawn', old: 'nail', old_description: 'Nail Server' }),
    );
    const unassigned = { transport: '', description: 'Unassigned' };
    assert.equal(onlyChange([nail], [unassigned]).change, 'withdrawn');
    assert.equal(onlyChange([nail], [{ description: 'De-registered' }]).change, 'withdrawn');
  });

  test('a name that stands there still, but marked as de-registered, was withdrawn', () => {
    const marked = { ...nail, description: 'De-Registered', modified: '2013-06-01' };
    const change = onlyChange([nail], [marked]);
    assert.deepEqual([change.change, change.old, change.date], ['withdrawn', 'nail', '2013-06-01']);
  });

  test('a name that is gone from a number now held back was reserved', () => {
    assert.equal(onlyChange([nail], [{ description: 'Reserved' }]).change, 'reserved');
    // Whether the row that says so names the transport or not.
    const forAll = { transport: '', description: 'Reserved' };
    assert.equal(onlyChange([nail], [forAll]).change, 'reserved');
  });

  test('another name with the same description was renamed', () => {
    const renamed = { service: 'nail-server', description: 'nail  SERVER' };
    const change = onlyChange([nail], [renamed]);
    assert.deepEqual([change.change, change.old, change.new], ['renamed', 'nail', 'nail-server']);
  });

  test('the same name in another spelling was renamed', () => {
    const change = onlyChange(
      [{ service: 'nail_srv', description: 'a' }],
      [{ service: 'nail-srv', description: 'b' }],
    );
    assert.equal(change.change, 'renamed');
  });

  test('a name that a note calls the former one was renamed', () => {
    const change = onlyChange([nail], [{ ...tack, notes: 'a replacement for "nail".' }]);
    assert.equal(change.change, 'renamed');
  });

  test('another service in place of the only one was reassigned', () => {
    const change = onlyChange([nail], [tack]);
    assert.deepEqual([change.change, change.old, change.new], ['reassigned', 'nail', 'tack']);
  });

  test('where several come and go, nobody guesses who followed whom', () => {
    const screw = { service: 'screw', description: 'Screw' };
    const bolt = { service: 'bolt', description: 'Bolt' };
    const kinds = diff([nail, tack], [screw, bolt]).map(({ change }) => change);
    assert.deepEqual(kinds.toSorted(), ['listed', 'listed', 'withdrawn', 'withdrawn']);
  });

  test('a second name beside the first is listed, and the first stays', () => {
    const change = onlyChange([nail], [nail, tack]);
    assert.deepEqual([change.change, change.new], ['listed', 'tack']);
  });

  test('purposes without a name are told apart by their descriptions', () => {
    const mail = { description: 'any private mail system' };
    const file = { description: 'any private file service' };
    assert.deepEqual(diff([mail], [mail]), []);
    const change = onlyChange([mail], [file]);
    assert.deepEqual(
      [change.change, change.old_description, change.new_description],
      ['reassigned', mail.description, file.description],
    );
  });

  test('rows that assign nothing cannot change', () => {
    const rows = ['Unassigned', 'Reserved', 'De-registered'].map((description) => ({
      description,
    }));
    for (const row of rows) {
      assert.deepEqual(diff([row], []), []);
      for (const other of rows) assert.deepEqual(diff([row], [other]), []);
    }
  });

  test('‘IANA Reserved’ and ‘Reserved’ say the same: 49151 was never assigned', () => {
    const iana = { ports: '49151', transport: '', description: 'IANA Reserved' };
    assert.deepEqual(diff([], [iana]), []);
    assert.deepEqual(diff([iana], [{ ...iana, description: 'Reserved' }]), []);
  });
});

describe('transports', () => {
  test('change one by one', () => {
    const changes = diff([nail, { ...nail, transport: 'udp' }], [nail]);
    assert.deepEqual(
      changes.map(({ transport, change }) => [transport, change]),
      [['udp', 'withdrawn']],
    );
  });

  test('a service that only moved between a row without and rows with a transport did not change', () => {
    const without = { ...nail, transport: '' };
    const both = [nail, { ...nail, transport: 'udp' }];
    assert.deepEqual(diff([without], both), []);
    assert.deepEqual(diff(both, [without]), []);
  });
});

describe('dates', () => {
  const dated = (registered: string, modified = '') =>
    onlyChange([], [{ ...nail, registered, modified }]).date;

  test('the registry’s date is believed when it lies between the two copies', () => {
    assert.equal(dated('2013-05-06'), '2013-05-06');
    assert.equal(dated(AFTER), AFTER);
    assert.equal(dated(BY), BY);
  });

  test('a date before, after or in another century is a typing error, and left out', () => {
    for (const wrong of ['2013-02-17', '2014-07-10', '2103-05-06', '1913-05-06', '2012', '']) {
      assert.equal(dated(wrong), '');
    }
  });

  test('a month or a year counts as far as it goes', () => {
    assert.equal(dated('2013-02'), '2013-02');
    assert.equal(dated('2014-07'), '2014-07');
    assert.equal(dated('2013'), '2013');
    assert.equal(dated('2014-08'), '');
  });

  test('the date of the last change stands in for a date of registration that cannot be', () => {
    assert.equal(dated('2103-05-06', '2013-05-06'), '2013-05-06');
  });

  test('a departure is dated by the row that stands there now', () => {
    const change = onlyChange([nail], [{ description: 'Reserved', modified: '2013-09-08' }]);
    assert.equal(change.date, '2013-09-08');
  });

  test('every change carries the days of the two copies', () => {
    const change = onlyChange([nail], []);
    assert.deepEqual([change.after, change.by], [AFTER, BY]);
  });
});

describe('ranges', () => {
  test('neighbours with the same change become one row', () => {
    assert.equal(onlyChange([], [{ ...nail, ports: '6000-6063' }]).ports, '6000-6063');
    const singly = ['10', '11', '12'].map((ports) => ({ ...nail, ports }));
    assert.equal(onlyChange(singly, []).ports, '10-12');
  });

  test('a gap, another transport or another name makes another row', () => {
    const ports = (rows: Partial<ServiceRow>[]) =>
      diff([], rows).map((row) => `${row.ports}/${row.transport} ${row.new}`);
    assert.deepEqual(
      ports([
        { ...nail, ports: '10-11' },
        { ...nail, ports: '13' },
      ]),
      ['10-11/tcp nail', '13/tcp nail'],
    );
    assert.deepEqual(
      ports([
        { ...nail, ports: '10' },
        { ...nail, ports: '11', transport: 'udp' },
        { ...tack, ports: '12' },
      ]),
      ['10/tcp nail', '11/udp nail', '12/tcp tack'],
    );
  });

  test('a range that loses one port in its middle changes there only', () => {
    const change = onlyChange(
      [{ ...nail, ports: '10-20' }],
      [
        { ...nail, ports: '10-14' },
        { ...nail, ports: '16-20' },
      ],
    );
    assert.deepEqual([change.ports, change.change], ['15', 'withdrawn']);
  });

  test('a port inside a range of unassigned ones is compared like any other', () => {
    const range = { ports: '7748-7776', transport: '', description: 'Unassigned' };
    const change = onlyChange([range], [range, { ...nail, ports: '7775' }]);
    assert.deepEqual([change.ports, change.change], ['7775', 'listed']);
  });
});

describe('the order of changes', () => {
  test('is by port, transport, day and name', () => {
    const rows = [
      changeRow({ ports: '9', new: 'a' }),
      changeRow({ ports: '10', transport: '', new: 'a' }),
      changeRow({ ports: '10', new: 'a', by: '2014-07-09' }),
      changeRow({ ports: '10', new: 'b', by: '2014-07-09' }),
      changeRow({ ports: '10', new: 'a', by: '2015-01-09' }),
      changeRow({ ports: '10-12', new: 'a' }),
      changeRow({ ports: '10-12', transport: 'udp', new: 'a' }),
    ];
    assert.deepEqual(rows.toReversed().sort(compareChanges), rows);
  });
});

describe('narrower intervals from more copies', () => {
  const sighting = {
    seen_on: '2013-09-01',
    previous_snapshot: '2013-08-01',
    port: '1234',
    protocol: 'tcp',
    service_or_state: 'nail',
    change: 'added',
  };
  const listed = changeRow({ new: 'nail' });
  const narrowed = { ...listed, after: '2013-08-01', by: '2013-09-01' };

  test('a sighting of the same name narrows the interval', () => {
    assert.deepEqual(tighten([listed], [sighting]), [narrowed]);
    const gone = changeRow({ change: 'withdrawn', old: 'nail' });
    assert.deepEqual(tighten([gone], [{ ...sighting, change: 'removed' }]), [
      { ...gone, after: '2013-08-01', by: '2013-09-01' },
    ]);
  });

  test('it never widens it', () => {
    const [row] = tighten([listed], [{ ...sighting, previous_snapshot: '2005-12-22' }]);
    assert.deepEqual([row?.after, row?.by], ['2013-02-18', '2013-09-01']);
  });

  test('a sighting of another port, transport, name, kind or time does nothing', () => {
    for (const other of [
      { port: '1235' },
      { protocol: 'udp' },
      { service_or_state: 'tack' },
      { change: 'removed' },
      { change: 'changed' },
      { seen_on: '2013-02-18' },
      { seen_on: '2014-07-10' },
    ]) {
      assert.deepEqual(tighten([listed], [{ ...sighting, ...other }]), [listed]);
    }
  });
});

describe('a change in words', () => {
  test('each kind has its sentence', () => {
    const names = { old: 'nail', old_description: 'Nail Server', new: 'tack', new_description: '' };
    const words = (facts: Partial<ChangeRow>) => changeLine(changeRow({ ...names, ...facts }));
    assert.equal(words({ change: 'listed' }), '1234/tcp: newly assigned to tack');
    assert.equal(words({ change: 'renamed' }), '1234/tcp: renamed from nail (Nail Server) to tack');
    assert.equal(
      words({ change: 'reassigned' }),
      '1234/tcp: reassigned from nail (Nail Server) to tack',
    );
    assert.equal(words({ change: 'withdrawn' }), '1234/tcp: withdrawn from nail (Nail Server)');
    assert.equal(
      words({ change: 'reserved', ports: '2-3', transport: '' }),
      '2-3: withdrawn from nail (Nail Server) and reserved',
    );
    assert.equal(
      words({ change: 'withdrawn', old: '', old_description: 'any private mail system' }),
      "1234/tcp: withdrawn from 'any private mail system'",
    );
    assert.equal(changeInWords(changeRow({ new: 'tack' })), 'newly assigned to tack');
  });
});
