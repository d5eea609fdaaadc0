/** A page names a command that the reader has, and never a package that may be somebody else's. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../../src/base/folders.ts';
import { terminalOf } from '../../../src/base/package-name.ts';

test('npx is named when the name is registered, and the checkout before', () => {
  assert.equal(terminalOf({ name: '@a/ports', registered: true }).command, 'npx @a/ports');
  assert.doesNotMatch(terminalOf({ name: '@a/ports', registered: false }).command, /npx|@a/);
});

test('no page and no README says npx by itself', () => {
  for (const file of [
    'README.md',
    ...['about', 'choose', 'lookup'].map((name) => `content/pages/${name}.mdx`),
  ])
    assert.doesNotMatch(readFileSync(join(ROOT, file), 'utf8'), /npx portolan/);
});
