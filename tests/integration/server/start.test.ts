/** `npm start`, in a project of its own: it builds when it has to, and serves. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../../../src/base/folders.ts';
import { ask } from '../../helpers/client.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { serveSampleSite } from '../../helpers/sample-site.ts';

const site = await serveSampleSite();
after(() => site.remove());

describe('start, in a project of its own', () => {
  const project = join(site.temporary, 'project');
  const script = join(project, 'src/cli/start.ts');
  const dist = join(project, 'dist');

  before(() => {
    cpSync(join(ROOT, 'src'), join(project, 'src'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
    mkdirSync(join(project, 'content/registry'), { recursive: true });
    cpSync(join(ROOT, 'content/locales'), join(project, 'content/locales'), { recursive: true });
    const translated = 'content/translated-pages.json';
    cpSync(join(ROOT, translated), join(project, translated));
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    // The real build is another test's matter; this one writes a page, or fails.
    writeFileSync(
      join(project, 'src/build/build.ts'),
      `import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
        import { join } from 'node:path';
        import { DIST, ROOT } from '../base/folders.ts';
        import { BuildError } from './build-error.ts';
        import { sourceStamp, writeStamp } from './stamp.ts';
        export async function build() {
          if (existsSync(join(ROOT, 'content/wrong.mdx'))) throw new BuildError('page 7 is wrong');
          mkdirSync(DIST, { recursive: true });
          writeFileSync(join(DIST, '3330.html'), 'built');
          writeStamp(sourceStamp());
        }`,
    );
  });

  test('the first start builds', async () => {
    const { child, served, said, ended } = runCommand(script, ['--port', '0'], site.temporary);
    assert.equal((await ask(await served, '/3330')).body.toString(), 'built');
    assert.match(said(), /^Building/);
    child.kill('SIGTERM');
    assert.deepEqual(await ended, { code: 0, errors: '' });
  });

  test('the second builds nothing', async () => {
    const { child, served, said, ended } = runCommand(script, ['--port', '0'], site.temporary);
    assert.equal((await ask(await served, '/3330')).status, 200);
    assert.doesNotMatch(said(), /Building/);
    child.kill('SIGTERM');
    assert.equal((await ended).code, 0);
  });

  test('a taken port is found out before a build', async () => {
    writeFileSync(join(project, 'src/new.ts'), '');
    const { code, errors } = await runCommand(script, ['--port', String(site.port)], site.temporary)
      .ended;
    assert.equal(code, 1);
    assert.match(errors, /is taken/);
  });

  test('a build that fails is shown, and leaves the site as it was', async () => {
    writeFileSync(join(project, 'content/wrong.mdx'), '');
    const { code, errors } = await runCommand(script, ['--port', '0'], site.temporary).ended;
    assert.equal(code, 1);
    assert.match(errors, /^page 7 is wrong\n/);
    assert.match(errors, /still in dist/);
    assert.doesNotMatch(errors, /\n\s+at /);
    assert.equal(readFileSync(join(dist, '3330.html'), 'utf8'), 'built');
  });
});
