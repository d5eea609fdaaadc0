/** `npx portolan --scan FILE`: the table of a scan in the terminal. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { runToolOf, withoutPages } from '../../helpers/commands.ts';

const project = withoutPages();
after(() => project.remove());

const fixture = (name: string) => join(import.meta.dirname, '../../fixtures/scans', name);
const portolan = (...args: string[]) => runToolOf(project.root, 'portolan.ts', ...args);

describe('portolan --scan', () => {
  test('prints a row for every port, and what it was read as', async () => {
    const { code, stderr, stdout } = await portolan('--scan', fixture('ss/01-tulpn.txt'));
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.match(stdout, /^Port +State +Process +Address +Registered/);
    assert.match(stdout, /^22\/tcp +LISTEN +sshd +0\.0\.0\.0, :: +ssh /m);
    assert.equal(stdout.match(/^\d+\//gm)?.length, 6);
    assert.match(stdout, /^6 ports found, .* read as ss\.$/m);
  });

  test('--json gives the same to programs', async () => {
    const { stdout } = await portolan('--scan', fixture('nmap-xml/01-web.txt'), '--json');
    const rows = JSON.parse(stdout);
    assert.deepEqual(
      rows.map(({ page, port, states, transport }: Record<string, unknown>) => [
        port,
        transport,
        states,
        page,
      ]),
      [
        [22, 'tcp', ['open'], '/22'],
        [23, 'tcp', ['closed'], '/23'],
        [80, 'tcp', ['open'], '/80'],
        [443, 'tcp', ['open'], '/443'],
      ],
    );
    assert.equal(rows[0].registered, 'ssh');
  });

  for (const piped of [['--scan', '-'], ['--scan'], ['--scan', '--json']]) {
    test(`${piped.join(' ')} reads what is piped in`, async () => {
      const tool = join(project.root, 'src/cli/portolan.ts');
      const child = spawn(process.execPath, [tool, ...piped], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      child.stdin.end('listening on 10.0.0.1:3330\n');
      assert.match(await text(child.stdout), /3330.*mcs-calypsoicf/s);
    });
  }

  test('a text without a port is told what would have been understood', async () => {
    const { code, stdout } = await portolan('--scan', fixture('text/07-nothing.txt'));
    assert.equal(code, 0);
    assert.match(stdout, /^No port in it\. Understood are/);
    const { stdout: json } = await portolan('--scan', fixture('text/07-nothing.txt'), '--json');
    assert.deepEqual(JSON.parse(json), []);
  });

  test('a file that is not there, or a port beside the file, is one line and no stack', async () => {
    const missing = await portolan('--scan', '/no/such/file');
    assert.deepEqual([missing.code, missing.stderr], [1, 'ENOENT: /no/such/file\n']);
    const both = await portolan('22', '--scan', 'x');
    assert.equal(both.code, 2);
    assert.match(both.stderr, /^--scan takes one file; /);
  });
});
