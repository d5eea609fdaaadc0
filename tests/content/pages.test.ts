import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openAtlas } from '../../src/atlas/atlas.ts';
import { loadTables, PAGES_DIR } from '../../src/atlas/load.ts';
import { checkPages, findingText } from '../../src/guards/check-pages.ts';
import { GUARDS } from '../../src/guards/guards.ts';
import { readPages } from '../../src/guards/page.ts';
import { readPhrases } from '../../src/guards/phrases.ts';

test('the authored pages keep every rule', () => {
  const pages = readPages(PAGES_DIR);
  const findings = checkPages(GUARDS, {
    pages,
    wanted: new Set(pages),
    record: openAtlas(loadTables(), []).port,
    today: new Date().toISOString().slice(0, 10),
    stockPhrases: readPhrases(join(import.meta.dirname, '../../content/stock-phrases.json')),
  });
  assert.equal(findings.map(findingText).join('\n'), '');
});
