/** The files for deployment, as far as they can be tried without deploying. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { reportAddress } from '../../src/base/report-address.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const unit = 'deploy/portolan-feedback.service';

const noAnalyze =
  spawnSync('systemd-analyze', ['--version']).status === 0
    ? false
    : 'systemd-analyze is not installed';

test('systemd takes the unit', { skip: noAnalyze }, (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-unit-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'portolan-feedback.service');
  // The program and the manual are looked for, and are here and not where the unit says. By a link,
  // since the unit's syntax takes a space in a path for its end.
  symlinkSync(root, join(folder, 'portolan'));
  const text = read(unit).replaceAll('/srv/portolan/', `${folder}/portolan/`);
  // It looks at the units of the machine too, and what it says of those is not ours to mend.
  const said = (written: string) => {
    writeFileSync(file, written);
    const { stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    return stderr.split('\n').filter((line) => line.includes('portolan-feedback.service'));
  };
  assert.deepEqual(said(text), []);
  assert.notDeepEqual(said(text.replace('ExecStart=', 'ExecStarts=')), []);
});

describe('what the files name is there', () => {
  test('the unit and the Dockerfile start tools of ours, with options that these have', () => {
    for (const name of [unit, 'Dockerfile']) {
      const scripts = read(name).match(/src\/cli\/\w+\.ts/g) ?? [];
      assert.ok(scripts.length > 0);
      for (const script of scripts) assert.ok(existsSync(join(root, script)), script);
    }
    const { stderr, status } = spawnSync(
      process.execPath,
      [join(root, 'src/cli/serve.ts'), '--feedback', '--port', '4321', '--dir', '/nowhere'],
      { encoding: 'utf8' },
    );
    assert.equal(status, 1);
    assert.match(stderr, /There is no folder/);
  });

  test('every variable that the service reads is explained, and no other', () => {
    const own = new Set(
      read('src/feedback/settings.ts').match(/\b(PORTOLAN_[A-Z_]+|DATABASE_URL)\b/g),
    );
    const table = read('deploy/README.md').match(/^\| `(\w+)`/gm) ?? [];
    assert.deepEqual(table.map((row) => row.slice(3, -1)).sort(), [...own].sort());
  });

  test('what is left out of an image is not needed to build it', () => {
    const ignored = read('.dockerignore').trim().split('\n');
    for (const needed of [
      'src',
      'content',
      'public',
      'package.json',
      'astro.config.mjs',
      'tsconfig.json',
    ]) {
      assert.ok(!ignored.includes(needed));
    }
  });
});

test('each test that SECURITY.md names is there', () => {
  const files = globSync('tests/**/*.{test,spec}.ts', { cwd: root });
  const named = read('SECURITY.md').match(/[\w/-]+\.(?:test|spec)\.ts/g) ?? [];
  assert.ok(named.length > 20);
  for (const name of named)
    assert.ok(
      files.some((file) => file.replaceAll('\\', '/').endsWith(`/${name}`)),
      name,
    );
});

describe('the habits of the repository', () => {
  const workflows = globSync('.github/workflows/*.yml', { cwd: root });

  test('a workflow uses actions by their commit, with the version beside it', () => {
    assert.ok(workflows.length > 0);
    const uses = workflows.flatMap((name) => read(name).match(/uses: .*/g) ?? []);
    assert.ok(uses.length > 0);
    for (const line of uses)
      assert.match(line, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/);
  });

  test('a workflow runs commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const name of workflows)
      for (const [, script = ''] of read(name).matchAll(/npm run (?:--silent )?([\w:]+)/g))
        assert.ok(script in scripts, `${name}: ${script}`);
  });

  test('the form for mistakes has the fields that pages fill in', () => {
    const address = new URL(
      reportAddress({ path: '/3330', asks: true, repository: 'https://forge.example/a/b' }),
    );
    const form = read(`.github/ISSUE_TEMPLATE/${address.searchParams.get('template')}`);
    for (const name of address.searchParams.keys())
      if (name !== 'template') assert.match(form, new RegExp(`^    id: ${name}$`, 'm'));
  });

  test('one version of Node, wherever it is named', () => {
    const { optionalDependencies } = JSON.parse(read('package.json'));
    const versions = new Set<string>(Object.values(optionalDependencies));
    assert.deepEqual([...versions], [read('.nvmrc').trim()]);
    assert.match(
      read('Dockerfile'),
      new RegExp(`^FROM node:${[...versions][0]?.split('.')[0]}-`, 'm'),
    );
  });
});
