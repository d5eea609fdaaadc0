/** The status of a port, from the rows that cover it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rowsFor, STATUS_RULES, statusOf, strongest } from '../../../src/facts/atlas/status.ts';
import { serviceRow } from '../../helpers/rows.ts';

const rows = {
  assigned: serviceRow({ service: 'nail' }),
  'de-registered': serviceRow({ description: 'De-registered' }),
  reserved: serviceRow({ description: 'Reserved' }),
  unassigned: serviceRow({ description: 'Unassigned' }),
};
const ORDER = ['assigned', 'de-registered', 'reserved', 'unassigned'] as const;

describe('the status of a port', () => {
  test('is what its one row says', () => {
    for (const kind of ORDER) assert.equal(statusOf(80, [rows[kind]]), kind);
  });

  test('is the strongest where several rows cover it, in whichever order they stand', () => {
    for (const [index, strong] of ORDER.entries()) {
      for (const weak of ORDER.slice(index)) {
        assert.equal(statusOf(80, [rows[strong], rows[weak]]), strong);
        assert.equal(statusOf(80, [rows[weak], rows[strong]]), strong);
      }
    }
  });

  test('is never-assigned or dynamic where no row covers it', () => {
    assert.equal(statusOf(49151, []), 'never-assigned');
    assert.equal(statusOf(49152, []), 'dynamic');
  });

  test('is assigned in the dynamic range too, should the registry ever say so', () => {
    assert.equal(statusOf(50000, [rows.assigned]), 'assigned');
  });

  test('from several transports is the strongest of theirs', () => {
    assert.equal(strongest(['never-assigned', 'unassigned', 'reserved']), 'reserved');
    assert.equal(strongest(['dynamic']), 'dynamic');
  });

  test('has a label and a rule for each', () => {
    assert.deepEqual(
      Object.keys(STATUS_RULES).toSorted(),
      [...ORDER, 'dynamic', 'never-assigned'].toSorted(),
    );
    for (const { label, rule } of Object.values(STATUS_RULES))
      assert.ok(label && rule.endsWith('.'));
  });
});

describe('the rows that count for a transport', () => {
  const tcp = serviceRow({ transport: 'tcp' });
  const udp = serviceRow({ transport: 'udp' });
  const any = serviceRow({ transport: '' });

  test('are its own, and those without a transport only where it has none', () => {
    assert.deepEqual(rowsFor('tcp', [tcp, udp, any]), [tcp]);
    assert.deepEqual(rowsFor('sctp', [tcp, udp, any]), [any]);
    assert.deepEqual(rowsFor('sctp', [tcp, udp]), []);
  });
});
