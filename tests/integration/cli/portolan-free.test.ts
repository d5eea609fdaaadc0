/** `npx portolan --free` as a person types it, without the authored pages. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { portJson } from '../../../src/features/exports/port-json.ts';
import { runToolOf, withoutPages } from '../../helpers/commands.ts';

const project = withoutPages();
after(() => project.remove());

const atlas = openAtlas(undefined, []);
const free = (...args: string[]) => runToolOf(project.root, 'portolan.ts', '--free', ...args);

async function answer(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await free(...args);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  return stdout;
}

const portsIn = (text: string) =>
  [...text.matchAll(/^(\d+) ? ?/gm)].map((match) => +(match[1] ?? 0));
const level = (port: number) => atlas.port(port).verdict.level;

describe('portolan --free', () => {
  test('draws five good ports, tells how to get the same again, and then draws the same', async () => {
    const text = await answer();
    const ports = portsIn(text.slice(0, text.indexOf('\n\n')));
    assert.equal(new Set(ports).size, 5);
    for (const port of ports) assert.equal(level(port), 'good', `${port}`);
    for (const line of text.split('\n')) assert.ok(line.length <= 80, line);
    const [, seed = ''] = /^The same again: --seed (\w+)$/m.exec(text) ?? [];
    assert.equal(await answer('--seed', seed), text);
  });

  test('--near 3000 --count 2: the nearest, what was passed over, the words to document it', async () => {
    const text = await answer('--near', '3000', '--count', '2');
    assert.match(text, /^4337 {2}1,337 above 3000\.\n4338 {2}1,338 above 3000\.\n/);
    assert.match(text, /^ {2}- 3000: taken\. IANA assigned it to hbci/m);
    assert.match(text, /^ {2}- Listens on TCP port 4337 by default\./m);
    assert.doesNotMatch(text, /--seed/);
  });

  test('--block, --memorable, --systems, --listed and --json: facts for programs', async () => {
    const args = ['--block', '3', '--memorable', '--systems', 'every', '--listed', '--json'];
    const told = JSON.parse(await answer(...args, '--near', '4400', '--count', '2'));
    assert.equal(told.length, 2);
    for (const { chosen, ...document } of told) {
      const { documentation, last, page, pattern } = chosen;
      const { port } = document;
      assert.deepEqual(
        document,
        JSON.parse(JSON.stringify(portJson(atlas.port(port), atlas.sources))),
      );
      assert.match(
        page,
        /\/choose\?near=4400&count=2&block=3&systems=every&memorable=yes&listed=yes$/,
      );
      assert.equal(last - port, 2);
      assert.ok(pattern && documentation.includes(`${port} to ${last}`));
      for (let one = port; one <= last; one++) assert.notEqual(level(one), 'avoid', `${one}`);
    }
  });

  test('--json is a list whatever is asked, of the same fields, and an empty one where there is none', async () => {
    const fields = ['documentation', 'last', 'page', 'pattern', 'reasons'];
    for (const args of [[], ['--count', '1'], ['--near', '8080', '--own']]) {
      const told = JSON.parse(await answer(...args, '--json'));
      assert.ok(Array.isArray(told) && told.length > 0);
      for (const { chosen } of told) assert.deepEqual(Object.keys(chosen).toSorted(), fields);
    }
    const { code, stdout } = await free('--block', '1000', '--json');
    assert.deepEqual([code, JSON.parse(stdout)], [1, []]);
  });

  test('--own: what nobody uses, though it be registered', async () => {
    const text = await answer('--own', '--near', '3000', '--count', '3');
    const ports = portsIn(text.slice(0, text.indexOf('\n\n')));
    assert.equal(ports.length, 3);
    // Why 3000 itself is not among them: who uses it, and not who has it registered.
    assert.match(text, /3000: taken\. Used by default by/);
    for (const port of ports) {
      assert.ok(Math.abs(port - 3000) < 20, `${port}`);
      assert.equal(atlas.port(port).verdict.own, 'good', `${port}`);
    }
  });

  test('where there is none, it says so, and ends with 1', async () => {
    const { code, stdout } = await free('--block', '1000');
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^No block of 1,000 ports meets all that you ask\. The longest run has \d+/,
    );
  });
});

describe('what is not understood: exit code 2, one line, no answer', () => {
  const wrong: [string[], RegExp][] = [
    [['--near', '70000'], /^--near: '70000' is no whole number from 0 to 65535$/],
    [['--count', 'many'], /^--count: 'many' is no whole number from 1 to 50$/],
    [['--block='], /^--block: a value is missing$/],
    [['--systems', 'bsd'], /^--systems: 'bsd' is not one of common, every, any$/],
    [['3330'], /^--free takes no port and no scan; portolan --help /],
    [['--scan', '-'], /^--free takes no port and no scan; /],
  ];
  for (const [args, message] of wrong) {
    test(`portolan --free ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await free(...args);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(stderr.trimEnd(), message);
    });
  }

  test('portolan 3330 --near 3000, without --free', async () => {
    const { code, stderr } = await runToolOf(project.root, 'portolan.ts', '3330', '--near', '3000');
    assert.equal(code, 2);
    assert.match(stderr, /^--near goes with --free; portolan --help /);
  });
});
