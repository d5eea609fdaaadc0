/** '[RFC9110][https://example.org/]' as links, '[Some_One]' as a name. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { loadTables } from '../../../src/facts/atlas/load.ts';
import { assigneeNames, parseReferences } from '../../../src/facts/atlas/references.ts';

describe('references', () => {
  const rfc = (number: number) => ({
    label: `RFC ${number}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}`,
  });
  const draft = (name: string) => ({
    label: name,
    url: `https://datatracker.ietf.org/doc/${name}/`,
  });

  test('an RFC, whichever way it is written, links to its text', () => {
    for (const cell of ['[RFC9110]', '[rfc9110]', '[RFC 9110]', '[RFC-9110]', ' [RFC9110] ']) {
      // A space is not written by IANA, but a label is still better than nothing.
      if (cell === '[RFC 9110]') assert.equal(parseReferences(cell)[0]?.label, 'RFC 9110');
      else assert.deepEqual(parseReferences(cell), [rfc(9110)], cell);
    }
    assert.deepEqual(parseReferences('[RFC0768]'), [rfc(768)]);
  });

  test('several in one cell stay in their order', () => {
    assert.deepEqual(parseReferences('[RFC9110][RFC2616], [RFC768]'), [
      rfc(9110),
      rfc(2616),
      rfc(768),
    ]);
  });

  test('a draft links to its page, also one that waits to become an RFC', () => {
    assert.deepEqual(parseReferences('[draft-herbert-gue-02]'), [draft('draft-herbert-gue-02')]);
    assert.deepEqual(parseReferences('[RFC-ietf-httpbis-semantics-19]'), [
      draft('draft-ietf-httpbis-semantics-19'),
    ]);
  });

  test('an address is called by its host', () => {
    assert.deepEqual(parseReferences('[https://www.example.org/a/b?c=d]'), [
      { label: 'example.org', url: 'https://www.example.org/a/b?c=d' },
    ]);
  });

  test('a document without an address is named and not linked', () => {
    assert.deepEqual(parseReferences('[3GPP TS 24.379]'), [{ label: '3GPP TS 24.379' }]);
    assert.deepEqual(parseReferences('[javascript:alert(1)]'), [{ label: 'javascript:alert(1)' }]);
  });

  test('what refers to nothing is left out', () => {
    for (const cell of ['', '[]', '[ ]', '[n/a]', '[1]', 'RFC9110', '[RFC9110']) {
      assert.deepEqual(parseReferences(cell), [], cell);
    }
  });
});

describe('assignees', () => {
  const people = new Map([
    ['IESG', 'IESG'],
    ['Mark_Lottor', 'Mark Lottor'],
    ['Example_Corp_2', 'Example Corporation'],
  ]);

  test('are called by the name behind the id', () => {
    assert.equal(assigneeNames('[Mark_Lottor]', people), 'Mark Lottor');
    assert.equal(assigneeNames('[Example_Corp_2]', people), 'Example Corporation');
  });

  test('several are all named, and nobody twice', () => {
    assert.equal(assigneeNames('[IESG][Mark_Lottor]', people), 'IESG, Mark Lottor');
    assert.equal(assigneeNames('[IESG][IESG]', people), 'IESG');
  });

  test('an id without an entry is read as a name, without the number that tells namesakes apart', () => {
    assert.equal(assigneeNames('[Jane_Doe_3]', people), 'Jane Doe');
  });

  test('an empty cell names nobody', () => {
    assert.equal(assigneeNames('', people), undefined);
    assert.equal(assigneeNames('Mark Lottor', people), undefined);
  });
});

describe('the registry’s own cells', () => {
  const tables = loadTables();
  const people = new Map(tables.people.map(({ id, name }) => [id, name]));

  test('every address among the references can be opened', () => {
    const addresses = tables.services
      .flatMap(({ reference }) => parseReferences(reference))
      .flatMap(({ url }) => (url === undefined ? [] : [url]));
    assert.ok(addresses.length > 300);
    for (const address of new Set(addresses)) assert.match(new URL(address).protocol, /^https?:$/);
  });

  test('no assignee is published with a mail address', () => {
    for (const { assignee } of tables.services) {
      assert.doesNotMatch(assigneeNames(assignee, people) ?? '', /\S@\S/, assignee);
    }
  });

  test('no note names a contact', () => {
    const notes = tables.services.map((row) => row.notes);
    assert.deepEqual(
      notes.filter((text) => /contact (was|is)/i.test(text)),
      [],
    );
  });

  test('no remark calls a person by an id', () => {
    const atlas = openAtlas(tables, []);
    const remarks = atlas.documented().flatMap((port) => atlas.port(port).remarks);
    assert.deepEqual(
      remarks.filter((text) => /\[[A-Za-z]+_[A-Za-z_]+\d*\]/.test(text)),
      [],
    );
  });

  test('no table has a character that was broken by an old encoding', () => {
    const broken = /[\ufffd√Ãâ][\u0080-\uffff]|\ufffd/;
    const cells = [
      ...tables.people.map(({ name }) => name),
      ...[...tables.services, ...tables.changes, ...tables.printed].flatMap((row) =>
        Object.values(row),
      ),
    ];
    assert.deepEqual(
      cells.filter((cell) => broken.test(cell)),
      [],
    );
  });
});
