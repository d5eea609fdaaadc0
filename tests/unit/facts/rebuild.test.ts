/** The tables that are made once from collected raw files. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  rebuildBook,
  rebuildBrowsers,
  rebuildChanges,
  rebuildPeople,
  rebuildPrinted,
} from '../../../src/facts/registry/rebuild.ts';
import { serviceRow } from '../../helpers/rows.ts';

describe('the printed lists', () => {
  const line = {
    port: '7',
    protocol: '',
    keyword: 'ECHO',
    description: 'Echo',
    rfc: '900',
    date: '1984-06',
    era: 'TCP/UDP port',
  };

  test('become one row for each name, from the first RFC to the last, in whichever order they come', () => {
    const lines = [
      { ...line, rfc: '1010', date: '1987-05' },
      { ...line, keyword: 'echo' },
      { ...line, rfc: '960', date: '1985-12' },
    ];
    const [row, ...more] = rebuildPrinted(lines);
    assert.deepEqual(more, []);
    assert.equal(row?.name, 'echo');
    assert.deepEqual([row.first_rfc, row.first_date], ['900', '1984-06']);
    assert.deepEqual([row.last_rfc, row.last_date], ['1010', '1987-05']);
  });

  test('are kept apart by port, transport, name, description and era', () => {
    const others = [
      line,
      { ...line, port: '8' },
      { ...line, protocol: 'tcp' },
      { ...line, keyword: 'other' },
      { ...line, description: 'other' },
      { ...line, era: 'NCP socket' },
    ];
    assert.equal(rebuildPrinted(others).length, others.length);
  });
});

describe('a book of names', () => {
  const line = { port: '80', protocol: 'tcp', name: 'http' };

  test('becomes rows in the order of the ports, each of them once', () => {
    const lines = [{ ...line, port: '443' }, line, { ...line, protocol: 'tcp6' }, line];
    assert.deepEqual(
      rebuildBook(lines).map(({ ports, transport }) => `${ports}/${transport}`),
      ['80/tcp', '443/tcp'],
    );
  });

  test('loses other protocols, ports that are none and rows without a name', () => {
    const others = [
      { ...line, protocol: 'ddp' },
      { ...line, port: '28000-280001' },
      { ...line, port: '' },
      { ...line, name: ' ' },
    ];
    assert.deepEqual(rebuildBook(others), []);
  });
});

describe('the people', () => {
  test('are called by their organisation, else by their name, and left out without either', () => {
    const people = [
      { id: 'B', name: 'Jane Doe', organisation: 'Example Corp' },
      { id: 'A', name: 'John Roe <john@example.org>', organisation: '' },
      { id: 'C', name: '', organisation: '' },
    ];
    assert.deepEqual(rebuildPeople(people), [
      { id: 'A', name: 'John Roe' },
      { id: 'B', name: 'Example Corp' },
    ]);
  });
});

describe('the browsers', () => {
  test('refuse what their list has; what Chromium’s old list lacks is unknown', () => {
    const rows = rebuildBrowsers(new Set([1, 4190]), new Set([1, 6]), new Set([1]));
    assert.deepEqual(rows, [
      { port: '1', fetch: 'yes', chromium: 'yes', firefox: 'yes' },
      { port: '6', fetch: 'no', chromium: 'yes', firefox: 'no' },
      { port: '4190', fetch: 'yes', chromium: '', firefox: 'no' },
    ]);
  });
});

describe('the changes', () => {
  test('of several copies are found between each and the next, and put in order', () => {
    const nail = serviceRow({ ports: '9', service: 'nail' });
    const tack = serviceRow({ ports: '8', service: 'tack' });
    const changes = rebuildChanges(
      [
        { date: '2013-02-18', rows: [] },
        { date: '2014-07-09', rows: [nail] },
        { date: '2015-01-09', rows: [tack] },
      ],
      [],
    );
    assert.deepEqual(
      changes.map(({ ports, change, after, by }) => [ports, change, after, by]),
      [
        ['8', 'listed', '2014-07-09', '2015-01-09'],
        ['9', 'listed', '2013-02-18', '2014-07-09'],
        ['9', 'withdrawn', '2014-07-09', '2015-01-09'],
      ],
    );
  });
});
