/** The importer: what it survives in IANA's file, what it refuses, and how it says so. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ImportError } from '../../../src/base/input-error.ts';
import { type ParsedRegistry, parseIana } from '../../../src/facts/registry/parse-iana.ts';
import { rowKind } from '../../../src/facts/registry/row-kind.ts';
import { type ServiceRow, serviceRow } from '../../../src/facts/schemas/registry.ts';
import {
  COLUMNS,
  type Line,
  line,
  nobodys,
  registryCsv,
  SMALL,
  smallWith,
} from '../../helpers/registry-csv.ts';

const small = parseIana(registryCsv());

/** The rows of the small registry with these lines added, for the port 12345 that they are about. */
function importedRows(...more: Line[]): ServiceRow[] {
  return parseIana(registryCsv(smallWith(...more))).rows.filter(({ ports }) => ports === '12345');
}

function imported(cells: Line): ServiceRow {
  const [row, ...others] = importedRows(line('example', '12345', 'tcp', cells));
  assert.deepEqual(others, []);
  assert.ok(row);
  return row;
}

/** The one error that the importer throws for this text. */
function refusal(text: string): ImportError {
  let result: ParsedRegistry;
  try {
    result = parseIana(text);
  } catch (error) {
    assert.ok(error instanceof ImportError, String(error));
    assert.doesNotMatch(error.message, /\n/, 'one message on one line');
    return error;
  }
  return assert.fail(`it was accepted, with ${result.rows.length} rows`);
}

/** The line on which the first of the rows added by smallWith begins. */
const ADDED_LINE = registryCsv(SMALL, { end: '\n' }).split('\n').length;

describe('a good file', () => {
  test('gives every row with a port, in the order of the ports, and no notice', () => {
    assert.deepEqual(small.notices, []);
    assert.equal(small.rows.length, SMALL.length - 1);
    assert.ok(!small.rows.some(({ service }) => service === 'nosuchport'));
    const lows = small.rows.map(({ ports }) => Number(ports.split('-')[0]));
    assert.deepEqual(
      lows,
      lows.toSorted((a, b) => a - b),
    );
  });

  test('keeps each fact of a row under its name, and no contact', () => {
    const row = imported({
      Description: 'Example',
      Assignee: '[Some_One]',
      Contact: '[Some_Contact]',
      'Registration Date': '2001-02-03',
      'Modification Date': '2004-05',
      Reference: '[RFC1234]',
      'Service Code': '1179797844',
      'Unauthorized Use Reported': 'Known on port 12345',
      'Assignment Notes': 'a note',
    });
    assert.deepEqual(row, {
      ports: '12345',
      transport: 'tcp',
      service: 'example',
      description: 'Example',
      assignee: '[Some_One]',
      registered: '2001-02-03',
      modified: '2004-05',
      reference: '[RFC1234]',
      service_code: '1179797844',
      unauthorized_use: 'Known on port 12345',
      notes: 'a note',
    });
  });

  test('means the same with LF, CRLF or CR, with a byte order mark, with every field quoted', () => {
    for (const end of ['\n', '\r\n', '\r'] as const) {
      assert.deepEqual(parseIana(registryCsv(SMALL, { end })), small, JSON.stringify(end));
      assert.deepEqual(parseIana(registryCsv(SMALL, { end, quoteAll: true })), small);
    }
    assert.deepEqual(parseIana(`\ufeff${registryCsv()}`), small);
    assert.deepEqual(parseIana(`\ufeff${registryCsv(SMALL, { quoteAll: true })}`), small);
  });

  test('means the same without its last line end, and with blank lines behind it', () => {
    assert.deepEqual(parseIana(registryCsv().trimEnd()), small);
    assert.deepEqual(parseIana(`${registryCsv()}\r\n\r\n`), small);
  });

  test('means the same with its rows in another order', () => {
    const { rows } = parseIana(registryCsv(SMALL.toReversed()));
    const bySpelling = (all: ServiceRow[]) => all.map((row) => JSON.stringify(row)).toSorted();
    assert.deepEqual(bySpelling(rows), bySpelling(small.rows));
  });

  test('means the same with the name that a column had until 2018, and with columns moved', () => {
    const old = COLUMNS.map((name) =>
      name === 'Unauthorized Use Reported' ? 'Known Unauthorized Uses' : name,
    );
    assert.deepEqual(parseIana(registryCsv(SMALL, { columns: old })), small);
    const mirrored = registryCsv(SMALL, { end: '\n', quoteAll: true })
      .split(/(?<=")\n(?=")/)
      .map((row) =>
        row
          .trimEnd()
          .split(/(?<="),(?=")/)
          .toReversed()
          .join(','),
      )
      .join('\n');
    assert.match(mirrored, /^"Assignment Notes"/);
    assert.deepEqual(parseIana(mirrored), small);
  });
});

describe('the oddities of the registry', () => {
  test('line breaks inside a quoted field become single spaces, of whichever kind they are', () => {
    const row = small.rows.find(({ ports }) => ports === '7775');
    assert.equal(row?.description, 'A file transfer protocol');
    assert.equal(row?.notes, 'first line second line, with "quotes"');
    assert.equal(
      imported({ Description: 'one\r\ntwo\rthree\n\n  four' }).description,
      'one two three four',
    );
  });

  test('a line break inside a field does not shift the line that an error names', () => {
    const text = registryCsv(smallWith(line('x', '70000', 'tcp')), { end: '\n' });
    const named = refusal(text).line ?? 0;
    assert.equal(named, ADDED_LINE);
    assert.match(text.split('\n')[named - 1] ?? '', /^x,70000,/);
    assert.equal(refusal(registryCsv(smallWith(line('x', '70000', 'tcp')))).line, ADDED_LINE);
  });

  test('a row that is repeated exactly is passed over with a notice that names both lines', () => {
    const again = line('x11', '6000-6063', 'udp', { Description: 'X Window System' });
    const { rows, notices } = parseIana(registryCsv(smallWith(again)));
    assert.deepEqual(rows, small.rows);
    assert.equal(notices.length, 1);
    assert.match(
      notices[0] ?? '',
      new RegExp(`^line ${ADDED_LINE} repeats line 14: 6000-6063 udp x11`),
    );
  });

  test('a range may cover a port that has a row of its own', () => {
    const rows = parseIana(registryCsv(smallWith(line('example', '12345', 'tcp')))).rows;
    const covering = rows.filter(({ ports }) => ['12345', '7777-49150'].includes(ports));
    assert.deepEqual(covering.map(rowKind), ['unassigned', 'assigned']);
  });

  test('a port may have a row without a transport', () => {
    const row = small.rows.find(({ ports }) => ports === '585');
    assert.equal(row?.transport, '');
  });

  test('several services may share a port and a transport', () => {
    const names = small.rows
      .filter(({ ports, transport }) => ports === '80' && transport === 'tcp')
      .map(({ service }) => service);
    assert.deepEqual(names, ['http', 'www']);
  });

  test('ports may be oddly spaced, have leading zeros, a long dash, or equal ends', () => {
    const written: Record<string, string> = {
      ' 12345 ': '12345',
      '\t12345': '12345',
      '00080': '80',
      ' 50200 - 50300 ': '50200-50300',
      '50200–50300': '50200-50300',
      '4748-4748': '4748',
      '65535': '65535',
    };
    for (const [cell, ports] of Object.entries(written)) {
      const text = registryCsv(smallWith(line('odd', cell, 'tcp')));
      assert.equal(parseIana(text).rows.find(({ service }) => service === 'odd')?.ports, ports);
    }
  });

  test('a transport may be written in capitals or with spaces', () => {
    for (const [cell, transport] of [
      ['TCP', 'tcp'],
      [' Udp ', 'udp'],
      ['', ''],
    ]) {
      const [row] = importedRows(line('example', '12345', cell ?? ''));
      assert.equal(row?.transport, transport);
    }
  });

  test('dates of several forms become days or months, as exact as they are', () => {
    for (const [cell, date] of [
      ['2004-06-01', '2004-06-01'],
      ['2004-06', '2004-06'],
      ['2004', '2004'],
      ['2004-6-1', '2004-06-01'],
      ['2004/06/01', '2004-06-01'],
      ['2004.06.01', '2004-06-01'],
      ['1 June 2004', '2004-06-01'],
      ['June 2004', '2004-06'],
      ['Jun. 2004', '2004-06'],
      [' 2004-06 ', '2004-06'],
      ['', ''],
    ]) {
      assert.equal(imported({ 'Modification Date': cell ?? '' }).modified, date);
      assert.equal(imported({ 'Registration Date': cell ?? '' }).registered, date);
    }
  });

  test('what is nobody’s is known by its words, in any case', () => {
    const kinds: Record<string, string[]> = {
      unassigned: [
        'Unassigned',
        'unassigned',
        'UNASSIGNED',
        '(Unassigned) perhaps',
        'Unassigned [was x]',
      ],
      reserved: ['Reserved', 'RESERVED', 'reserved for later', 'Reserved - IANA'],
      'de-registered': [
        'De-registered',
        'De-Registered',
        'DEREGISTERED',
        'Removed',
        'deprecated',
        'Decomissioned Port 04/14/00, ms',
        'De-Commissioned Port',
      ],
      assigned: ['any private mail system', 'Registered to somebody', 'Unassignedly odd'],
    };
    for (const [kind, descriptions] of Object.entries(kinds)) {
      for (const Description of descriptions) {
        const [row] = importedRows(line('', '12345', 'udp', { Description }));
        assert.ok(row);
        assert.equal(rowKind(row), kind, Description);
      }
    }
  });

  test('a row with a name is a service whatever it says, unless it was withdrawn', () => {
    assert.equal(rowKind({ service: 'sua', description: 'De-Registered' }), 'de-registered');
    assert.equal(rowKind({ service: 'x', description: 'Reserved for x' }), 'assigned');
    assert.equal(rowKind({ service: 'x', description: 'Unassigned' }), 'assigned');
  });

  test('mail addresses and broken characters are left out of the text', () => {
    const row = imported({
      Description: 'An\u00a0example\u0000 of\ufffd text',
      'Assignment Notes': 'ask <some.one@example.org> or other&example.co.uk, not @ R&D',
    });
    assert.equal(row.description, 'An example of text');
    assert.equal(row.notes, 'ask or , not @ R&D');
  });

  test('a port that no row covers is worth a notice, not an error', () => {
    const holed = SMALL.filter((cells) => cells['Port Number'] !== '25-79');
    assert.deepEqual(parseIana(registryCsv(holed)).notices, ['no row covers 25-79']);
  });
});

describe('a bad file is refused with one ImportError that says where and what would be right', () => {
  const bad = (cells: Line) =>
    refusal(registryCsv(smallWith({ ...line('bad', '12345', 'tcp'), ...cells })));

  test('an empty file', () => {
    assert.match(refusal('').message, /empty; it should be the CSV/);
  });

  test('a web page or XML, with or without a byte order mark', () => {
    for (const start of [
      '<!DOCTYPE html>',
      '\n <html lang="en">',
      '<?xml version="1.0"?>',
      '\ufeff<HTML>',
    ]) {
      const error = refusal(`${start}\n<body>404</body>`);
      assert.equal(error.line, 1);
      assert.match(error.message, /^line 1: .*not CSV; take the file whose name ends in \.csv/);
    }
  });

  test('another text: it lacks the columns, and the message says which', () => {
    for (const text of ['Not found', '{"error": 404}', 'ssh 22/tcp\nsmtp 25/tcp\n']) {
      const error = refusal(text);
      assert.equal(error.line, 1, text);
      assert.match(error.message, /Service Name.*column is missing/, text);
    }
  });

  test('a missing column', () => {
    for (const missing of COLUMNS) {
      // Contacts are not read, so that nobody would miss them.
      if (missing === 'Contact') continue;
      const columns = COLUMNS.map((name) => (name === missing ? 'Something else' : name));
      const error = refusal(registryCsv(SMALL, { columns }));
      assert.equal(error.line, 1);
      assert.equal(error.field, missing);
      assert.match(error.message, /the column is missing; the first line must name it/);
    }
  });

  test('a file cut inside a row, inside a quoted field, or between two rows', () => {
    const text = registryCsv(SMALL, { end: '\n' });
    const inRow = refusal(text.slice(0, text.indexOf('7777-49150') + 12));
    assert.equal(inRow.line, 21);
    assert.match(inRow.message, /fields instead of 12; is the file cut short\?/);

    const inQuotes = refusal(text.slice(0, text.indexOf('second line')));
    assert.equal(inQuotes.line, 18);
    assert.match(inQuotes.message, /never closed; is the file cut short\?/);

    const betweenRows = refusal(text.slice(0, text.indexOf(',7777-49150')));
    assert.equal(betweenRows.field, 'Port Number');
    assert.match(
      betweenRows.message,
      /no row covers port 7777.*up to 49151; is the file cut short\?/,
    );
  });

  test('a header and nothing more', () => {
    assert.match(refusal(registryCsv([])).message, /no row covers port 0 .*cut short/);
  });

  test('a port above 65535, one that is text, a range that runs backwards', () => {
    for (const cell of [
      '70000',
      '65536',
      'eighty',
      '8O',
      '80a',
      '80,81',
      '-1',
      '1.5',
      '0x50',
      '80-',
      '63-60',
      '60-70000',
      '1-2-3',
    ]) {
      const error = bad({ 'Port Number': cell });
      assert.equal(error.line, ADDED_LINE, cell);
      assert.equal(error.field, 'Port Number', cell);
      assert.ok(
        error.message.includes(`'${cell}' is no port; write a number from 0 to 65535`),
        cell,
      );
    }
  });

  test('a transport that is no word', () => {
    const error = bad({ 'Transport Protocol': 'tcp/udp' });
    assert.deepEqual([error.line, error.field], [ADDED_LINE, 'Transport Protocol']);
    assert.match(
      error.message,
      /'tcp\/udp' is no transport; write tcp, udp, sctp, dccp or nothing/,
    );
  });

  test('a date that is none', () => {
    for (const field of ['Registration Date', 'Modification Date'] as const) {
      for (const cell of [
        'yesterday',
        '2004-13',
        '2004-00',
        '2004-01-32',
        '13/02/2004',
        '200-01',
        'Foo 2004',
      ]) {
        const error = bad({ [field]: cell });
        assert.deepEqual([error.line, error.field], [ADDED_LINE, field], cell);
        assert.match(error.message, /is no date; write 2026-08-17 or 2026-08/);
      }
    }
  });

  test('a row with a field too many or too few', () => {
    const error = refusal(
      registryCsv(SMALL, { end: '\n' }).replace('udp,Reserved', 'udp,Re,served'),
    );
    assert.equal(error.line, 3);
    assert.match(error.message, /has 13 fields instead of 12/);
  });

  test('two rows for the same service and port with other facts', () => {
    const again = { Description: 'X Window System', Reference: '[RFC1198]' };
    const error = refusal(registryCsv(smallWith(line('x11', '6000-6063', 'udp', again))));
    assert.equal(error.line, ADDED_LINE);
    assert.match(
      error.message,
      /6000-6063\/udp 'x11' stands on line 14 too, with other facts; keep one/,
    );
  });

  test('two rows of which one names a service and the other says that the port is nobody’s', () => {
    for (const Description of ['Reserved', 'Unassigned', 'De-registered']) {
      const error = refusal(registryCsv(smallWith(line('', '6000-6063', 'udp', { Description }))));
      assert.deepEqual([error.line, error.field], [ADDED_LINE, 'Service Name']);
      assert.match(error.message, /is '.*' here and 'x11' on line 14; only one can be right/);
    }
  });

  test('two rows that call the same port reserved and unassigned, or withdrawn and unassigned', () => {
    assert.equal(refusal(registryCsv(smallWith(nobodys('49151')))).line, ADDED_LINE);
    assert.equal(refusal(registryCsv(smallWith(nobodys('585')))).line, ADDED_LINE);
  });

  test('a message quotes a long cell in part only', () => {
    const cell = 'x'.repeat(5000);
    for (const field of ['Port Number', 'Transport Protocol', 'Modification Date'] as const) {
      const wrong = field === 'Transport Protocol' ? `${cell}!` : cell;
      assert.ok(bad({ [field]: wrong }).message.length < 250);
    }
  });
});

describe('whatever is done to a file', () => {
  const text = registryCsv();
  const at = fc.nat({ max: text.length });
  const piece = fc.nat({ max: 60 });

  /** One damage each; the numbers are taken round the end where the text has become shorter. */
  const damage = fc.oneof(
    // A byte that changes.
    fc
      .record({
        at,
        to: fc.oneof(
          fc.constantFrom('"', ',', '\n', '\r', '\0', '-', 'é'),
          fc.string({ minLength: 1, maxLength: 1 }),
        ),
      })
      .map(
        ({ at, to }) =>
          (now: string) =>
            now.slice(0, at) + to + now.slice(at + 1),
      ),
    fc.record({ at, bit: fc.nat({ max: 7 }) }).map(({ at, bit }) => (now: string) => {
      const bytes = Buffer.from(now);
      const index = at % Math.max(1, bytes.length);
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
      return bytes.toString('utf8');
    }),
    // A piece that goes missing, two pieces that change places, an end that is cut off.
    fc.record({ at, piece }).map(
      ({ at, piece }) =>
        (now: string) =>
          now.slice(0, at) + now.slice(at + piece),
    ),
    fc.record({ at, piece, other: piece }).map(({ at, piece, other }) => (now: string) => {
      const [middle, end] = [at + piece, at + piece + other];
      return now.slice(0, at) + now.slice(middle, end) + now.slice(at, middle) + now.slice(end);
    }),
    at.map((length) => (now: string) => now.slice(0, length)),
    // A line that is doubled, lost or moved to the end.
    fc
      .record({ row: fc.nat({ max: 30 }), how: fc.constantFrom('doubled', 'lost', 'moved') })
      .map(({ row, how }) => (now: string) => {
        const lines = now.split('\r\n');
        const index = row % lines.length;
        const [taken = ''] = lines.splice(index, how === 'doubled' ? 0 : 1);
        if (how === 'doubled') lines.splice(index, 0, lines[index] ?? '');
        if (how === 'moved') lines.push(taken);
        return lines.join('\r\n');
      }),
    // A cell that somebody edited.
    fc
      .record({
        at,
        to: fc.oneof(
          fc.constantFrom(
            '70000',
            '-1',
            '80-70',
            '1-65535',
            '',
            'x',
            '2004-13',
            'Reserved',
            'TCP',
            '"',
            '""',
            '__proto__',
            '=1+1',
          ),
          fc.string({ maxLength: 12 }),
        ),
      })
      .map(({ at, to }) => (now: string) => {
        const start = now.lastIndexOf(',', at) + 1;
        const end = now.indexOf(',', start);
        return now.slice(0, start) + to + now.slice(end < 0 ? now.length : end);
      }),
  );

  test('10,000 times: it is read into rows of the right form, or refused with an ImportError', (t) => {
    let read = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        const damaged = damages.reduce((now, change) => change(now), text);
        let result: ParsedRegistry;
        try {
          result = parseIana(damaged);
        } catch (error) {
          assert.ok(error instanceof ImportError, String(error));
          assert.ok(error.message.length > 20);
          refused++;
          return;
        }
        read++;
        for (const row of result.rows) assert.deepEqual(serviceRow.parse(row), row);
        const highest = Math.max(
          ...result.rows.map(({ ports }) => Number(ports.split('-').at(-1))),
        );
        assert.ok(highest >= 49151);
      }),
      { numRuns: 10_000 },
    );
    t.diagnostic(`${read} read, ${refused} refused`);
    // Both ends of the property were reached, or it would say nothing.
    assert.equal(read + refused, 10_000);
    assert.ok(read > 500 && refused > 500);
  });
});
