/** A checkout whose path Astro cannot take is refused with a sentence, before anything is written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../../src/base/folders.ts';
import { refusePlace } from '../../../src/build/place.ts';

test('the characters that break a build are named, and others build', () => {
  for (const sign of [`'`, '"', '#', '?', '*', '%', '`', '\\'])
    assert.throws(
      () => refusePlace(`/home/a${sign}b`, false),
      (error) => {
        assert.ok(error instanceof Error);
        return error.message.startsWith(`The path of this folder has ${sign} in it`);
      },
    );
  assert.throws(() => refusePlace('/a\nb', false), /has a line break in it/);
  for (const path of ['/a b', '/a[b]{c}', '/a&b;$c', '/ä/海', '/a,b=(c)!@~^+'])
    refusePlace(path, false);
  refusePlace('C:\\portolan', true);
});

test('build and dev say so, and leave everything as it is', {
  skip: process.platform === 'win32',
}, (context) => {
  const temporary = mkdtempSync(join(tmpdir(), 'portolan-place-'));
  context.after(() => rmSync(temporary, { recursive: true }));
  const project = join(temporary, `it's a "#?*"`);
  mkdirSync(project);
  cpSync(join(ROOT, 'src'), join(project, 'src'), { recursive: true });
  cpSync(join(ROOT, 'content/locales'), join(project, 'content/locales'), { recursive: true });
  mkdirSync(join(project, 'content/registry'));
  const translated = 'content/translated-pages.json';
  cpSync(join(ROOT, translated), join(project, translated));
  cpSync(join(ROOT, 'public'), join(project, 'public'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  for (const script of ['build', 'dev']) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(project, `src/cli/${script}.ts`)],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(status, 1, stderr);
    assert.match(stderr, /^The path of this folder has ' in it, .+\nMove or rename .+\n$/);
  }
  assert.ok(!existsSync(join(project, '.cache')));
});
