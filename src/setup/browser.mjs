import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import { unpackBundledChromium } from './bundled-chromium.mjs';
import { finish } from './child.mjs';
import { withLock } from './lock.mjs';
import { say } from './report.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Where a browser may be on this machine, the likeliest first.
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function browserCandidates(platform, env) {
  if (platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': programFiles32 } = env;
    const bases = [PROGRAMFILES, programFiles32, LOCALAPPDATA].filter((base) => base !== undefined);
    return bases.flatMap((base) => [
      win32.join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      win32.join(base, 'Chromium', 'Application', 'chrome.exe'),
    ]);
  }
  const { PATH = '', HOME } = env;
  const directories = PATH.split(':').filter(Boolean);
  const onPath = names.flatMap((name) => directories.map((each) => posix.join(each, name)));
  if (platform !== 'darwin') return onPath;
  const bundles = ['Chromium.app/Contents/MacOS/Chromium'];
  bundles.push('Google Chrome.app/Contents/MacOS/Google Chrome');
  const bases = ['/Applications', ...(HOME ? [posix.join(HOME, 'Applications')] : [])];
  return [...onPath, ...bases.flatMap((base) => bundles.map((each) => posix.join(base, each)))];
}

/**
 * A name on PATH proves little: it may be a stub that asks for a snap, or lack a library. So a
 * browser counts only if it starts and says which it is.
 * @param {string} path
 */
export async function startsAsBrowser(path) {
  if (!existsSync(path)) return false;
  // There, `--version` prints nothing and opens a window.
  if (process.platform === 'win32') return true;
  const { code, output } = await finish(path, ['--version'], { timeout: 20_000 });
  return code === 0 && saysItsVersion(output);
}

/** @param {string} output */
export function saysItsVersion(output) {
  return /Chrom(e|ium)\b.*\d+\.\d+\.\d+/.test(output);
}

/**
 * @param {string[]} paths
 * @param {(path: string) => Promise<boolean>} works
 */
export async function firstThatWorks(paths, works) {
  for (const path of paths) if (await works(path)) return path;
  return undefined;
}

/**
 * @param {string} root
 * @param {string} node  a Node that runs the project's packages
 * @returns {Promise<string | undefined>} a Chromium's executable file
 */
export async function findBrowser(root, node) {
  const { PORTOLAN_CHROMIUM: chosen } = process.env;
  if (chosen && existsSync(chosen)) return chosen;
  if (chosen) say(`PORTOLAN_CHROMIUM is ${chosen}, but there is no such file; looking for another`);

  return readRecord(root) ?? (await withLock(root, () => search(root, node)));
}

/**
 * @param {string} root
 * @param {string} node
 */
async function search(root, node) {
  const found =
    readRecord(root) ?? // Another start may have searched while this one waited.
    (await firstThatWorks(browserCandidates(process.platform, process.env), startsAsBrowser)) ??
    (await fromPlaywright(root, node)) ??
    (await unpackBundledChromium(root, node, startsAsBrowser));
  if (found) writeFileSync(recordPath(root), `${JSON.stringify({ path: found }, null, 2)}\n`);
  else {
    say(
      'found no Chromium. Install Chromium or Chrome, or set PORTOLAN_CHROMIUM to one, for the steps that need it',
    );
  }
  return found;
}

/** @param {string} root */
export function forgetBrowser(root) {
  rmSync(recordPath(root), { force: true });
}

/** @param {string} root */
function recordPath(root) {
  return join(root, 'node_modules', '.portolan-browser.json');
}

/**
 * @param {string} root
 * @returns {string | undefined}
 */
function readRecord(root) {
  try {
    const { path } = JSON.parse(readFileSync(recordPath(root), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The browser Playwright downloads for itself, unless the network does not let it.
 * @param {string} root
 * @param {string} node
 */
async function fromPlaywright(root, node) {
  const downloaded = () => firstThatWorks(playwrightBrowsers(root), startsAsBrowser);
  const already = await downloaded();
  if (already) return already;
  say('no Chromium or Chrome on this machine; trying to download one with Playwright');
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  await finish(node, [cli, 'install', 'chromium', '--only-shell'], {
    cwd: root,
    timeout: 120_000,
    // Its own default is half a minute for each of several mirrors.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
  });
  return downloaded();
}

/**
 * @param {string} root
 * @returns {string[]}
 */
function playwrightBrowsers(root) {
  try {
    const list = join(root, 'node_modules', 'playwright-core', 'browsers.json');
    /** @type {{ browsers: { name: string, revision: string }[] }} */
    const { browsers } = JSON.parse(readFileSync(list, 'utf8'));
    const revision = browsers.find(({ name }) => name === 'chromium-headless-shell')?.revision;
    const directory = join(playwrightDirectory(), `chromium_headless_shell-${revision}`);
    return readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((path) => /[/\\](chrome-)?headless[-_]shell(\.exe)?$/.test(path))
      .map((path) => join(directory, path));
  } catch {
    return []; // Nothing downloaded.
  }
}

function playwrightDirectory() {
  const { PLAYWRIGHT_BROWSERS_PATH, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (PLAYWRIGHT_BROWSERS_PATH) return PLAYWRIGHT_BROWSERS_PATH;
  const base = {
    win32: LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'),
    darwin: join(homedir(), 'Library', 'Caches'),
  };
  const caches =
    process.platform === 'win32' || process.platform === 'darwin'
      ? base[process.platform]
      : (XDG_CACHE_HOME ?? join(homedir(), '.cache'));
  return join(caches, 'ms-playwright');
}
