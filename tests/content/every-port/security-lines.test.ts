/** What the section on security says of every port, and that nothing else on the page says otherwise. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../../src/words/messages/english.ts';
import { isReported, securityOf } from '../../../src/words/port/security.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const atlas = sharedAtlas();

test('the questions report something exactly where the section does', () => {
  let reported = 0;
  for (const port of atlas.documented()) {
    const record = atlas.port(port);
    const told = record.mentions.some(({ facts }) => facts.some(({ kind }) => kind !== 'history'));
    const authored = (record.page?.security.facts.length ?? 0) > 0;
    const shown = told || authored || securityOf(record, atlas.sources).length > 0;
    assert.equal(isReported(record), shown, `port ${port}`);
    if (shown) reported++;
  }
  assert.ok(reported > 1000, `${reported} ports`);
});

test('every line is a sentence, and names a source of the index', () => {
  for (const port of atlas.documented()) {
    for (const { line, source } of securityOf(atlas.port(port), atlas.sources)) {
      assert.match(english().text(line), /^\S.*[.”…]$/s, `port ${port}`);
      assert.ok(source === '' || atlas.sources.has(source), `port ${port}: ${source}`);
    }
  }
});
