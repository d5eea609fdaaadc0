import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPages, findingText } from '../../src/checks/check-pages.ts';
import { readAllPages } from '../../src/checks/page.ts';
import { readPhrases } from '../../src/checks/phrases.ts';
import { RULES } from '../../src/checks/rules.ts';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { loadTables } from '../../src/facts/atlas/load.ts';

test('the authored pages and the guides keep every rule', () => {
  const pages = readAllPages();
  for (const kind of ['port', 'guide'] as const)
    assert.ok(pages.some((page) => page.kind === kind));
  const findings = checkPages(RULES, {
    pages,
    wanted: new Set(pages),
    record: openAtlas(loadTables(), []).port,
    today: new Date().toISOString().slice(0, 10),
    stockPhrases: readPhrases(join(import.meta.dirname, '../../content/stock-phrases.json')),
  });
  assert.equal(findings.map(findingText).join('\n'), '');
});
