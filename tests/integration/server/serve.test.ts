/** The command that serves, as a person types it. */
import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../../../src/base/folders.ts';
import { ask } from '../../helpers/client.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { type SampleSite, serveSampleSite } from '../../helpers/sample-site.ts';

let site: SampleSite;
before(async () => {
  site = await serveSampleSite();
});
after(() => site.remove());

describe('serve', () => {
  const start = (...args: string[]) =>
    runCommand(join(ROOT, 'src/cli/serve.ts'), args, site.temporary);

  test('prints the address, serves, and ends when told to', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { child, served, ended } = start('--dir', 'dist', '--port', '0');
      const own = await served;
      assert.equal((await ask(own, '/3330')).status, 200);
      // An idle connection must not keep it: the agent holds one until after the end.
      const agent = new Agent({ keepAlive: true });
      await ask(own, '/3330', { agent });
      child.kill(signal);
      assert.deepEqual(await ended, { code: 0, errors: '' });
      agent.destroy();
    }
  });

  test('a port that is taken: which, how to see by whom, and what to do', async () => {
    const { code, errors } = await start('--dir', 'dist', '--port', String(site.port)).ended;
    assert.equal(code, 1);
    assert.match(errors, new RegExp(`^Port ${site.port} is taken`));
    assert.match(errors, /\b(ss|lsof|netstat|Get-NetTCPConnection)\b/);
    assert.match(errors, new RegExp(`--port ${site.port + 1}`));
    assert.doesNotMatch(errors, /\n\s+at /);
  });

  test('a folder that is missing: how to make it', async () => {
    const { code, errors } = await start('--dir', 'none', '--port', '0').ended;
    assert.equal(code, 1);
    assert.match(errors, /There is no folder .*none.*npm run build/);
    assert.doesNotMatch(errors, /\n\s+at /);
  });

  test('settings that make no sense are said in a sentence', async () => {
    for (const name of ['PORTOLAN_HSTS', 'PORTOLAN_FEEDBACK']) {
      const args = ['--dir', 'dist', '--port', '0'];
      const script = join(ROOT, 'src/cli/serve.ts');
      const { code, errors } = await runCommand(script, args, site.temporary, { [name]: 'x' })
        .ended;
      assert.equal(code, 1);
      assert.match(errors, new RegExp(`^${name} must be [^\n]+\n$`));
    }
  });

  test('arguments that make no sense', async () => {
    for (const args of [['--port', 'x'], ['--port', '65536'], ['--port', '-1'], ['--what']]) {
      const { code, errors } = await start(...args).ended;
      assert.equal(code, 2, args.join(' '));
      assert.doesNotMatch(errors, /\n\s+at /);
    }
  });
});
