import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPages } from '../../src/checks/check-pages.ts';
import { EXCEPTIONS_FILE, readExceptions } from '../../src/checks/exceptions.ts';
import type { Exception } from '../../src/checks/rule.ts';
import { reviewed } from '../../src/checks/rules/reviewed.ts';
import { RULES } from '../../src/checks/rules.ts';
import { contextOf, goodPageSaying } from './good-page.ts';

/** How many there are. Whoever mends some writes the new figure; nobody writes a higher one. */
const MOST: Record<string, number> = {
  'cve-fixed': 32,
  'cve-record': 6,
  'living-sources': 7,
  'opened-sources': 75,
};

test('the exceptions only become fewer, and name rules that there are', () => {
  const rows = readExceptions(join(import.meta.dirname, '../..', EXCEPTIONS_FILE));
  for (const [rule, { length }] of Object.entries(
    Object.groupBy(rows, ({ rule }) => rule) as never as Record<string, Exception[]>,
  )) {
    assert.ok(
      RULES.some(({ name }) => name === rule),
      rule,
    );
    assert.ok(length <= (MOST[rule] ?? 0), `${length} exceptions of '${rule}'`);
  }
});

const pages = [goodPageSaying('One.'), goodPageSaying('Two.', 4243)];
const findingsWith = (exceptions: Exception[], wanted = pages) =>
  checkPages(
    [reviewed],
    contextOf(pages, { exceptions, reviewed: new Set([4243]), wanted: new Set(wanted) }),
  ).map(({ file, wrong }) => `${file}: ${wrong}`);
const exception = (page: string): Exception => ({ rule: 'reviewed', page, what: '' });

test('an exception excuses the problem that it names, and no other', () => {
  assert.deepEqual(findingsWith([exception('4242')]), []);
  assert.equal(findingsWith([{ ...exception('4242'), rule: 'length' }]).length, 2);
  assert.equal(findingsWith([{ ...exception('4242'), what: 'manual' }]).length, 2);
});

test('an exception that excuses nothing is found, when all pages are asked for', () => {
  const exceptions = [exception('4242'), exception('4243')];
  assert.deepEqual(findingsWith(exceptions), [
    `${EXCEPTIONS_FILE}: 'reviewed,4243,' excuses nothing`,
  ]);
  assert.deepEqual(findingsWith(exceptions, pages.slice(0, 1)), []);
});
