/** /3330.json: the document of every documented port, held to its schema by a validator that is not ours. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PortJson } from '../../../src/facts/schemas/port-json.ts';
import { portJson } from '../../../src/features/exports/port-json.ts';
import { jsonSchema, SCHEMAS, type SchemaAddress } from '../../../src/features/exports/schemas.ts';
import { assertNone } from '../../helpers/assert-none.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';
import { faultsOf, validatorOf } from '../../helpers/schema-validator.ts';

const atlas = sharedAtlas();
const documentOf = (port: number) => portJson(atlas.port(port), atlas.sources);
const documents = atlas.documented().map(documentOf);
const SCHEMA = '/schema/port-1.json';

/** The ids that the facts of a document name, wherever they stand. */
function sourcesNamed(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesNamed);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' ? [String(inner)] : sourcesNamed(inner),
  );
}

describe('the document of every documented port', () => {
  test('has the fields of the schema, and no other', () => {
    const validate = validatorOf(jsonSchema(SCHEMA, { closed: true }));
    assert.ok(documents.length > 9000);
    assertNone(
      documents.flatMap((document) =>
        faultsOf(validate, JSON.parse(JSON.stringify(document))).map(
          (fault) => `${document.port}: ${fault}`,
        ),
      ),
    );
  });

  test('names a source for each fact, and each source once, with its licence', () => {
    const wrong = documents.filter(({ sources, ...facts }) => {
      const listed = sources.map(({ id }) => id);
      const named = new Set(sourcesNamed(facts));
      const tables = sources.filter(({ kind }) => kind === 'table').map(({ id }) => id);
      return (
        new Set(listed).size !== listed.length ||
        [...named].some((id) => !listed.includes(id)) ||
        tables.some((id) => !named.has(id))
      );
    });
    assertNone(wrong.map(({ port }) => port));
  });

  test('says what the record says', () => {
    for (const { assignments, port, status, transports, verdict } of documents) {
      const record = atlas.port(port);
      assert.equal(status, record.status);
      assert.equal(verdict.level, record.verdict.level);
      assert.deepEqual(
        transports.map(({ services, transport }) => [transport, services]),
        record.transports.map(({ services, transport }) => [transport, services]),
      );
      assert.equal(assignments.length, record.assignments.length);
    }
  });

  test('tells the past in order', () => {
    for (const { history } of documents) {
      const dates = history.map(({ date }) => date);
      assert.deepEqual(dates, dates.toSorted());
    }
  });
});

test('an author’s key that is the id of a table means the table only where the address is the same', () => {
  const page = atlas.port(22).page;
  assert.ok(page);
  const [first] = page.sources;
  assert.ok(first);
  const withKey = (key: string, url: string): PortJson => {
    const sources = [{ ...first, key, url }];
    const security = { ...page.security, source: key };
    const own = { ...page, sources, security, uses: [], checks: [], history: [] };
    return portJson({ ...atlas.port(22), page: own }, atlas.sources);
  };
  const iana = atlas.sources.get('iana');
  const same = withKey('iana', iana?.url ?? '');
  assert.equal(same.page?.security.source, 'iana');
  assert.deepEqual(
    same.sources.filter(({ id }) => id === 'iana').map(({ kind, licence }) => [kind, licence]),
    [['table', 'CC0-1.0']],
  );
  const other = withKey('iana', 'https://example.org/');
  assert.equal(other.page?.security.source, 'iana-cited');
  assert.equal(other.sources.find(({ id }) => id === 'iana-cited')?.url, 'https://example.org/');
  assert.equal(other.sources.find(({ id }) => id === 'iana')?.licence, 'CC0-1.0');
});

describe('the schema', () => {
  const broken: [string, (document: Record<string, unknown>) => void][] = [
    ['a port that is none', (document) => Object.assign(document, { port: 65536 })],
    ['a status that is none', (document) => Object.assign(document, { status: 'open' })],
    ['another version', (document) => Object.assign(document, { version: 2 })],
    ['no answer', (document) => Object.assign(document, { answer: '' })],
    ['a missing field', (document) => void delete document.verdict],
    ['no source', (document) => Object.assign(document, { sources: [] })],
    ['an address that is none', (document) => Object.assign(document, { url: '3330' })],
    ['a number as text', (document) => Object.assign(document, { port: '3330' })],
  ];
  const validate = validatorOf(jsonSchema(SCHEMA));
  for (const [fault, breaking] of broken) {
    test(`refuses ${fault}`, () => {
      const document = JSON.parse(JSON.stringify(documentOf(3330)));
      assert.deepEqual(faultsOf(validate, document), []);
      breaking(document);
      assert.notDeepEqual(faultsOf(validate, document), []);
    });
  }

  test('lets a later version of the file add a field', () => {
    const document = { ...documentOf(3330), more: true };
    assert.deepEqual(faultsOf(validate, document), []);
    assert.notDeepEqual(faultsOf(validatorOf(jsonSchema(SCHEMA, { closed: true })), document), []);
  });

  test('is named by its address, and says what it is of', () => {
    for (const address of Object.keys(SCHEMAS) as SchemaAddress[]) {
      const schema = jsonSchema(address) as { $id: string; title: string };
      assert.ok(schema.$id.endsWith(address));
      assert.match(schema.title, /Portolan/);
    }
    assert.ok(documentOf(3330).$schema.endsWith(SCHEMA));
  });
});
