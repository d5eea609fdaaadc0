/** run.cjs in small projects of its own, with the npm of this machine. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const json = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "portolan set-up's "));
  await makeFirst(join(folder, 'first'));
});
after(() => rm(folder, { recursive: true }));

const manifest = { name: 'p', version: '1.0.0', type: 'module', optionalDependencies: {} };
const script = 'console.log(import.meta.main, JSON.stringify(process.argv.slice(2)))';

/** A project with one package, which is a file beside it: npm makes the lockfile of the first. */
async function makeFirst(place: string): Promise<void> {
  await mkdir(join(place, 'a'), { recursive: true });
  await copyFile(join(root, 'run.cjs'), join(place, 'run.cjs'));
  await writeFile(join(place, 'script.ts'), script);
  await writeFile(join(place, 'a/package.json'), '{"name":"a","version":"1.0.0"}');
  npm(place, 'pack', './a');
  const dependencies = { a: 'file:a-1.0.0.tgz' };
  await writeFile(join(place, 'package.json'), JSON.stringify({ ...manifest, dependencies }));
  npm(place, 'install', '--package-lock-only');
  const lock = await json(join(place, 'package-lock.json'));
  lock.packages[''].optionalDependencies = {};
  await writeFile(join(place, 'package-lock.json'), JSON.stringify(lock));
}

async function project(name: string): Promise<string> {
  const place = join(folder, name);
  await cp(join(folder, 'first'), place, { recursive: true });
  return place;
}

/** Its package is on the registry. */
async function farProject(name: string): Promise<string> {
  const place = await project(name);
  const own = { ...manifest, dependencies: { far: '1.0.0' } };
  const far = { 'node_modules/far': { version: '1.0.0', integrity: 'sha512-AAAA' } };
  const lock = { name: 'p', lockfileVersion: 3, packages: { '': own, ...far } };
  await writeFile(join(place, 'package.json'), JSON.stringify(own));
  await writeFile(join(place, 'package-lock.json'), JSON.stringify(lock));
  return place;
}

function npm(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(`npm ${args.join(' ')} --silent`, { cwd, shell: true });
  assert.equal(status, 0, String(stderr));
}

function begin(place: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const all = { ...process.env, npm_config_cache: join(folder, 'cache'), ...env };
  return spawn(process.execPath, args, { cwd: place, env: all, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function start(place: string, args = ['run.cjs', 'script.ts', 'x y'], env = {}) {
  const child = begin(place, args, env);
  const exit = once(child, 'exit');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exit;
  return { code, stdout, stderr };
}

const ran = { code: 0, stdout: 'true ["x y"]\n' };

describe('what is not there', () => {
  test('is installed once, with a word of it on stderr, and the script is run', async () => {
    const place = await project('once');
    const { stderr, ...first } = await start(place);
    assert.deepEqual(first, ran);
    assert.match(stderr, /^portolan: installing the packages/);
    assert.equal((await json(join(place, 'node_modules/a/package.json'))).version, '1.0.0');
    assert.deepEqual(await start(place), { ...ran, stderr: '' });
  });

  test('is installed again after an installation that was cut short', async () => {
    const place = join(folder, 'once');
    const record = join(place, 'node_modules/.package-lock.json');
    for (const left of [undefined, '{"packages": {', '{"packages": {}}']) {
      await rm(record);
      if (left !== undefined) await writeFile(record, left);
      await rm(join(place, 'node_modules/a'), { recursive: true });
      const { stderr, ...again } = await start(place);
      assert.deepEqual(again, ran);
      assert.match(stderr, /installing/);
      await stat(join(place, 'node_modules/a/package.json'));
    }
  });

  test('is installed by one start at a time; the mark of a killed one gets old', async () => {
    const place = await project('mark');
    const mark = join(place, '.installing');
    await writeFile(mark, '');
    const refused = await start(place);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /another start is installing/);
    const minuteAgo = new Date(Date.now() - 60_000);
    await utimes(mark, minuteAgo, minuteAgo);
    assert.equal((await start(place)).code, 0);
    await assert.rejects(stat(mark));
  });
});

describe('what keeps it from starting is said', () => {
  test('a Node that is too old, which changes nothing', async () => {
    const place = await project('old');
    const old = join(folder, 'old.cjs');
    for (const version of ['18.20.8', '20.18.3', '21.7.3', '22.11.0']) {
      const given = `version: { value: 'v${version}' }, versions: { value: { node: '${version}' } }`;
      await writeFile(old, `Object.defineProperties(process, { ${given} })`);
      const { code, stderr } = await start(place, ['-r', old, 'run.cjs', 'script.ts']);
      assert.equal(code, 1);
      assert.match(stderr, new RegExp(`Node v${version} is too old`));
      await assert.rejects(stat(join(place, 'node_modules')));
    }
  });

  test('a network that is not there, within seconds', async () => {
    const place = await farProject('offline');
    const env = { npm_config_registry: 'http://127.0.0.1:9' };
    const began = performance.now();
    const { code, stderr } = await start(place, undefined, env);
    assert.equal(code, 1);
    assert.match(stderr, /npm could not install/);
    assert.match(stderr, /ECONNREFUSED/);
    // npm's own patience is 70 s.
    assert.ok(performance.now() - began < 60_000);
  });

  test('a folder that may not be written', { skip: process.getuid?.() === 0 }, async () => {
    const place = await project('read-only');
    spawnSync('chmod', ['a-w', place]);
    const { code, stderr } = await start(place);
    spawnSync('chmod', ['u+w', place]);
    assert.equal(code, 1);
    assert.match(stderr, /set-up failed: EACCES/);
  });
});

test('an interrupt ends npm too', {
  skip: process.platform === 'win32',
  timeout: 60_000,
}, async () => {
  const place = await farProject('interrupt');
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  assert.ok(address !== null && typeof address === 'object');
  const asked = once(silent, 'connection');
  const env = { npm_config_registry: `http://127.0.0.1:${address.port}` };
  const child = begin(place, ['run.cjs', 'script.ts'], env);
  const exit = once(child, 'exit');
  const [socket] = await asked;
  const gone = once(socket.resume(), 'close');
  child.kill('SIGINT');
  assert.equal((await exit)[0], 130);
  await gone;
  silent.close();
  await assert.rejects(stat(join(place, '.installing')));
});

test('npm that is killed leaves nothing running on the port', {
  skip: process.platform === 'win32',
  timeout: 60_000,
}, async () => {
  const place = await project('killed');
  const own = await json(join(place, 'package.json'));
  own.scripts = { go: 'node run.cjs script.ts' };
  await writeFile(join(place, 'package.json'), JSON.stringify(own));
  const server = `import { connect, createServer } from 'node:net';
    const server = createServer().listen(0, '127.0.0.1', () => console.log(server.address().port, '!'));`;
  await writeFile(join(place, 'script.ts'), server);
  const child = spawn('npm', ['run', '--silent', 'go'], {
    cwd: place,
    env: { ...process.env, npm_config_cache: join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.includes('!')) break;
  }
  const socket = connect(Number.parseInt(said, 10), '127.0.0.1');
  await once(socket, 'connect');
  const gone = once(socket.resume(), 'close');
  child.kill('SIGKILL');
  await gone;
});

describe('what npm installs', () => {
  test('has the hash that the lockfile names, Node included', async () => {
    const { packages } = await json(join(root, 'package-lock.json'));
    const entries = Object.entries<{ integrity?: string }>(packages).filter(
      ([path]) => path !== '',
    );
    assert.ok(entries.length > 600);
    const without = entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    assert.deepEqual(without, []);
    const node = Object.keys(packages[''].optionalDependencies);
    assert.ok(node.length > 0 && node.every((name) => /^node-(bin-)?\w+-\w+$/.test(name)));
  });

  test('runs none of its scripts', async () => {
    assert.match(await readFile(join(root, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m);
  });
});
