import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPages, findingText, summaryText } from '../../src/checks/check-pages.ts';
import { RULES } from '../../src/checks/rules.ts';
import { contextOf, goodPageSaying, goodPageWith } from './good-page.ts';

test('every rule has a name of its own, a description and a test', () => {
  assert.equal(new Set(RULES.map(({ name }) => name)).size, RULES.length);
  for (const { name, description } of RULES) {
    assert.match(description, /^\S.{10,100}$/, name);
    assert.ok(existsSync(join(import.meta.dirname, `${name}.test.ts`)), name);
  }
});

test('the good page is good', () => {
  const story = Array.from({ length: 250 }, (_, i) => `word${i}`).join(' ');
  const context = contextOf([goodPageSaying(`${story}.[^manual] [^letter]`)]);
  const findings = checkPages(RULES, context);
  assert.deepEqual(findings, []);
  assert.equal(summaryText(findings, context), '1 page checked: nothing to mend');
});

test('a finding is file, line, what is wrong, what would be right and the rule, in the order of the lines', () => {
  const { page, line } = goodPageWith(
    ['kind: default', 'kind: usual'],
    ['the same over TLS', 'port 70000'],
    ['## What', '# What'],
  );
  const context = contextOf([page]);
  const findings = checkPages(RULES, context).filter(({ rule }) => rule !== 'length');
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['schema', 'ports', 'structure'],
  );
  assert.equal(
    findingText(findings[1] as never),
    `content/ports/4242.mdx:${line('port 70000')}: there is no port 70000; ports end at 65535 [ports]`,
  );
  assert.equal(summaryText(findings, context), '1 page checked: 3 findings in 1');
});

test('a page whose YAML is broken gets that finding and no others', () => {
  const { page } = goodPageWith(['title: Example', 'title: Example: x']);
  assert.deepEqual(
    checkPages(RULES, contextOf([page])).map(({ rule }) => rule),
    ['syntax'],
  );
});
