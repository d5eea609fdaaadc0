import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPages, findingText } from '../../src/checks/check-pages.ts';
import { openContext } from '../../src/checks/context.ts';
import { readAllPages } from '../../src/checks/page.ts';
import { RULES } from '../../src/checks/rules.ts';

test('the authored pages and the guides keep every rule', () => {
  const pages = readAllPages();
  for (const kind of ['port', 'guide'] as const)
    assert.ok(pages.some((page) => page.kind === kind));
  const findings = checkPages(RULES, openContext(pages, new Set(pages)));
  assert.equal(findings.map(findingText).join('\n'), '');
});
