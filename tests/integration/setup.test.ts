import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parseArguments } from '../../src/setup/arguments.mjs';
import {
  browserCandidates,
  firstThatWorks,
  saysItsVersion,
  startsAsBrowser,
} from '../../src/setup/browser.mjs';
import { launcherScript } from '../../src/setup/bundled-chromium.mjs';
import { exitCodeOf, finish } from '../../src/setup/child.mjs';
import {
  inputsOf,
  isInstalled,
  lockFits,
  modeToInstall,
  needsInstall,
} from '../../src/setup/install.mjs';
import { isStale, withLock } from '../../src/setup/lock.mjs';
import { chooseNode, packageNode, withPath } from '../../src/setup/node-binary.mjs';
import { findNpm } from '../../src/setup/npm.mjs';

describe('the arguments of set-up', () => {
  test('options stand before the script, the rest is the script’s own', () => {
    assert.deepEqual(parseArguments(['--dev', 'a.ts', '--browser', 'x y']), {
      dev: true,
      browser: false,
      script: 'a.ts',
      args: ['--browser', 'x y'],
    });
    assert.deepEqual(parseArguments(['--browser', '--dev', 'a.ts']), {
      dev: true,
      browser: true,
      script: 'a.ts',
      args: [],
    });
  });

  test('an unknown option or no script is refused', () => {
    assert.equal(parseArguments(['--prod', 'a.ts']), undefined);
    assert.equal(parseArguments(['--dev']), undefined);
    assert.equal(parseArguments([]), undefined);
  });
});

describe('when an install is needed', () => {
  const manifest = { dependencies: { a: '1.0.0' }, scripts: { test: 'x' } };
  const inputs = inputsOf('lock', manifest, 'linux-x64');

  test('the inputs are the lockfile, the dependencies and the machine, and nothing else', () => {
    assert.equal(inputsOf('lock', { ...manifest, scripts: {} }, 'linux-x64'), inputs);
    assert.notEqual(inputsOf('other', manifest, 'linux-x64'), inputs);
    assert.notEqual(inputsOf('lock', manifest, 'darwin-arm64'), inputs);
    assert.notEqual(inputsOf('lock', { dependencies: { a: '1.0.1' } }, 'linux-x64'), inputs);
    assert.notEqual(
      inputsOf('lock', { ...manifest, devDependencies: { b: '1.0.0' } }, 'linux-x64'),
      inputs,
    );
  });

  test('without a marker, or with one of other inputs', () => {
    assert.equal(needsInstall(undefined, inputs, false), true);
    assert.equal(needsInstall({ inputs: 'old', mode: 'full' }, inputs, false), true);
  });

  test('a full install serves every start, a production install only those without --dev', () => {
    assert.equal(needsInstall({ inputs, mode: 'full' }, inputs, true), false);
    assert.equal(needsInstall({ inputs, mode: 'full' }, inputs, false), false);
    assert.equal(needsInstall({ inputs, mode: 'production' }, inputs, false), false);
    assert.equal(needsInstall({ inputs, mode: 'production' }, inputs, true), true);
  });

  test('development packages, once there, are kept', () => {
    assert.equal(modeToInstall({ inputs: 'old', mode: 'full' }, false), 'full');
    assert.equal(modeToInstall({ inputs, mode: 'production' }, true), 'full');
    assert.equal(modeToInstall(undefined, false), 'production');
  });
});

describe('an install made by hand', () => {
  const machine = { platform: 'linux', arch: 'x64' };
  const lock = {
    packages: {
      '': { dependencies: { a: '1.0.0' } },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', dev: true },
      'node_modules/c-mac': { version: '3.0.0', optional: true, os: ['darwin'], cpu: ['x64'] },
      'node_modules/c-linux': { version: '3.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
    },
  };
  const a = { 'node_modules/a': { version: '1.0.0' } };
  const b = { 'node_modules/b': { version: '2.0.0' } };
  const c = { 'node_modules/c-linux': { version: '3.0.0' } };

  test('counts when it holds what this machine needs', () => {
    assert.equal(isInstalled(lock, { packages: { ...a, ...b, ...c } }, 'full', machine), true);
    assert.equal(isInstalled(lock, { packages: { ...a, ...c } }, 'production', machine), true);
  });

  test('does not count when a package is missing or of another version', () => {
    assert.equal(isInstalled(lock, { packages: { ...a, ...c } }, 'full', machine), false);
    assert.equal(isInstalled(lock, { packages: { ...a, ...b } }, 'full', machine), false);
    const old = { 'node_modules/a': { version: '0.9.0' } };
    assert.equal(isInstalled(lock, { packages: { ...old, ...c } }, 'production', machine), false);
    assert.equal(isInstalled(lock, {}, 'production', machine), false);
  });

  test('does not count when the lockfile was made for other dependencies', () => {
    assert.equal(lockFits(lock, { dependencies: { a: '1.0.0' } }), true);
    assert.equal(lockFits(lock, { dependencies: { a: '1.0.1' } }), false);
    assert.equal(
      lockFits(lock, { dependencies: { a: '1.0.0' }, devDependencies: { b: '2.0.0' } }),
      false,
    );
  });
});

describe('which Node runs the project', () => {
  test('the packaged one, else the machine’s own if new enough', () => {
    const own = '/usr/bin/node';
    assert.equal(chooseNode({ packaged: '/p/node', own, ownVersion: '27.0.0' }), '/p/node');
    assert.equal(chooseNode({ packaged: undefined, own, ownVersion: '26.0.0' }), own);
    assert.equal(chooseNode({ packaged: undefined, own, ownVersion: '20.20.2' }), undefined);
  });

  test('the packaged one has the name its platform gives it', () => {
    assert.match(packageNode('/r', 'linux'), /node_modules.node.bin.node$/);
    assert.match(packageNode('/r', 'win32'), /node_modules.node.bin.node\.exe$/);
  });

  test('its directory goes first in PATH, under the name PATH has there', () => {
    assert.deepEqual(withPath(['/n', '/b'], { PATH: '/usr/bin', A: '1' }, 'linux'), {
      PATH: '/n:/b:/usr/bin',
      A: '1',
    });
    assert.deepEqual(withPath(['N'], { Path: 'W' }, 'win32'), { Path: 'N;W' });
    assert.deepEqual(withPath(['/n'], {}, 'linux'), { PATH: '/n' });
  });
});

describe('which npm installs', () => {
  const machine = { execPath: '/opt/node/bin/node', platform: 'linux', npmExecPath: undefined };
  const beside = '/opt/node/lib/node_modules/npm/bin/npm-cli.js';

  test('the one that started set-up, npx being beside it', () => {
    const exists = () => true;
    for (const script of ['npm-cli.js', 'npx-cli.js']) {
      const npm = findNpm({ ...machine, npmExecPath: `/x/bin/${script}`, exists });
      assert.deepEqual(npm.before, ['/x/bin/npm-cli.js']);
      assert.equal(npm.command, machine.execPath);
    }
  });

  test('not another package manager, but the one beside Node', () => {
    const exists = (path: string) => path === beside || path.includes('yarn');
    assert.deepEqual(findNpm({ ...machine, npmExecPath: '/x/yarn.js', exists }).before, [beside]);
  });

  test('else the one on PATH, in a shell where it is a .cmd file', () => {
    const exists = () => false;
    assert.deepEqual(findNpm({ ...machine, exists }), { command: 'npm', before: [], shell: false });
    assert.deepEqual(findNpm({ ...machine, platform: 'win32', exists }), {
      command: 'npm.cmd',
      before: [],
      shell: true,
    });
  });
});

describe('which browser is found', () => {
  test('on PATH Chromium comes before Chrome, whatever the order of the directories', () => {
    assert.deepEqual(browserCandidates('linux', { PATH: '/a:/b' }).slice(0, 3), [
      '/a/chromium',
      '/b/chromium',
      '/a/chromium-browser',
    ]);
    assert.deepEqual(browserCandidates('linux', {}), []);
  });

  test('macOS and Windows have their usual places', () => {
    const mac = browserCandidates('darwin', { PATH: '/a', HOME: '/Users/x' });
    assert.equal(mac[0], '/a/chromium');
    assert.ok(mac.includes('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'));
    assert.ok(mac.includes('/Users/x/Applications/Chromium.app/Contents/MacOS/Chromium'));
    assert.deepEqual(browserCandidates('win32', { PROGRAMFILES: 'C:\\P' }), [
      'C:\\P\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\P\\Chromium\\Application\\chrome.exe',
    ]);
  });

  test('a browser says its version; a stub says something else', () => {
    assert.ok(saysItsVersion('Chromium 153.0.8010.0\n'));
    assert.ok(saysItsVersion('Google Chrome for Testing 159.0.8154.6'));
    assert.ok(!saysItsVersion('Command requires the chromium snap to be installed.'));
    assert.ok(!saysItsVersion('v26.10.0'));
  });

  describe('on a PATH with spaces', { skip: process.platform === 'win32' }, () => {
    let directory = '';
    before(async () => {
      directory = await mkdtemp(join(tmpdir(), 'portolan set-up '));
      const scripts = {
        chromium: 'echo "please install the snap"',
        'chromium-browser': 'echo "Chromium 1.2.3"; exit 1',
        'google-chrome': 'echo "Google Chrome 150.0.1"',
        'google-chrome-stable': 'echo "Google Chrome 151.0.1"',
      };
      for (const [name, body] of Object.entries(scripts)) {
        await writeFile(join(directory, name), `#!/bin/sh\n${body}\n`);
        await chmod(join(directory, name), 0o755);
      }
    });
    after(() => rm(directory, { recursive: true }));

    test('a stub, a failing browser and a missing one are passed over', async () => {
      const paths = browserCandidates('linux', { PATH: `${directory}/none:${directory}` });
      assert.equal(await firstThatWorks(paths, startsAsBrowser), join(directory, 'google-chrome'));
    });

    test('none that works is no browser', async () => {
      const paths = [join(directory, 'chromium'), join(directory, 'nothing')];
      assert.equal(await firstThatWorks(paths, startsAsBrowser), undefined);
    });

    test('the bundled Chromium’s launcher starts what lies beside it', async () => {
      const bundle = join(directory, 'a bundle');
      await mkdir(bundle);
      await writeFile(join(bundle, 'chromium'), '#!/bin/sh\necho "$LD_LIBRARY_PATH|$1"\n');
      await writeFile(join(bundle, 'launch'), launcherScript(true));
      await chmod(join(bundle, 'chromium'), 0o755);
      await chmod(join(bundle, 'launch'), 0o755);
      const env = { ...process.env, LD_LIBRARY_PATH: '/other' };
      const { output } = await finish(join(bundle, 'launch'), ['--a b'], { env });
      assert.equal(output, `${bundle}/al2023/lib:/other|--a b\n`);
    });
  });
});

describe('commands that set-up runs', () => {
  test('are waited for, with their output and exit code', async () => {
    const code = 'process.stdout.write("out"); process.exitCode = 7';
    assert.deepEqual(await finish(process.execPath, ['-e', code]), { code: 7, output: 'out' });
  });

  test('have a time limit', async () => {
    const { code } = await finish(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      timeout: 200,
    });
    assert.equal(code, -1);
  });

  test('may be missing', async () => {
    const { code, output } = await finish(join(tmpdir(), 'portolan', 'no-such-command'), []);
    assert.equal(code, -1);
    assert.match(output, /ENOENT/);
  });

  test('end by a signal with the code a shell would give', () => {
    assert.equal(exitCodeOf(3, null), 3);
    assert.equal(exitCodeOf(0, null), 0);
    assert.equal(exitCodeOf(null, 'SIGTERM'), 143);
  });
});

describe('two starts at once', () => {
  let root = '';
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'portolan-lock-'));
  });
  after(() => rm(root, { recursive: true }));

  test('work one after the other, also when the first fails', async () => {
    const order: string[] = [];
    const first = withLock(root, async () => {
      order.push('first in');
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('first out');
      throw new Error('on purpose');
    });
    // Only once the first has the lock, or the second might be the first.
    while (order.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const second = withLock(root, async () => order.push('second in'));
    await assert.rejects(first, /on purpose/);
    await second;
    assert.deepEqual(order, ['first in', 'first out', 'second in']);
  });

  test('a lock left by a killed start does not last', async () => {
    const lock = join(root, '.cache', 'setup.lock');
    await mkdir(lock, { recursive: true });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    assert.equal(await withLock(root, async () => 'done'), 'done');
  });

  test('a lock left by a killed start lasts while the command it started runs', () => {
    const killed = 4_000_000_000; // No system counts processes that far.
    const minuteOld = { age: 60_000, worker: process.pid };
    assert.equal(isStale(minuteOld), false);
    assert.equal(isStale({ ...minuteOld, worker: killed }), true);
    assert.equal(isStale({ ...minuteOld, worker: undefined }), true);
    assert.equal(isStale({ age: 1000, worker: undefined }), false);
    // The number may by then be another process's.
    assert.equal(isStale({ age: 3_600_000, worker: process.pid }), true);
  });
});
