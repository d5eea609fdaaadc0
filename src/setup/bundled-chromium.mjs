import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { finish } from './child.mjs';
import { say } from './report.mjs';

/**
 * The last resort: the Chromium that the package @sparticuz/chromium carries, for machines where
 * nothing but the npm registry can be reached. It has one build, for Linux on x64.
 * @param {string} root
 * @param {string} node
 * @param {(path: string) => Promise<boolean>} works
 * @returns {Promise<string | undefined>}
 */
export async function unpackBundledChromium(root, node, works) {
  const source = join(root, 'node_modules', '@sparticuz', 'chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(source)) {
    return undefined;
  }
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  // Not in the temporary directory, its default: that is shared, and the file is its owner's only.
  const directory = join(root, 'node_modules', `.portolan-chromium-${version}`);
  const launcher = join(directory, 'launch');
  if (!existsSync(join(directory, 'chromium')) && !(await unpack(source, directory, node))) {
    return undefined;
  }
  for (const ownLibraries of [false, true]) {
    writeFileSync(launcher, launcherScript(ownLibraries));
    chmodSync(launcher, 0o755);
    if (await works(launcher)) return launcher;
  }
  say('the Chromium from @sparticuz/chromium does not start on this machine');
  return undefined;
}

/**
 * @param {string} source
 * @param {string} directory
 * @param {string} node
 */
async function unpack(source, directory, node) {
  say('unpacking the Chromium that came with the packages');
  // Under another name until complete, so that a start cut short leaves nothing half done.
  const unfinished = `${directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  const code = `
    const { default: chromium, inflate } = await import(process.argv[1]);
    await chromium.executablePath();
    await inflate(process.argv[2]);`;
  const main = pathToFileURL(join(source, 'build', 'index.js')).href;
  const libraries = join(source, 'bin', 'al2023.tar.br');
  const result = await finish(node, ['--input-type=module', '-e', code, main, libraries], {
    env: { ...process.env, TMPDIR: unfinished },
    timeout: 120_000,
  });
  if (result.code !== 0) {
    say(`could not unpack the Chromium of @sparticuz/chromium: ${result.output.trim()}`);
    return false;
  }
  writeFileSync(join(unfinished, 'fonts.conf'), fontsConfiguration);
  chmodSync(join(unfinished, 'chromium'), 0o755);
  renameSync(unfinished, directory);
  return true;
}

/**
 * A script, so that what the browser needs in its environment reaches the browser alone.
 * @param {boolean} ownLibraries  whether the machine lacks libraries that the package carries
 */
export function launcherScript(ownLibraries) {
  const libraries = '$here/al2023/lib';
  return [
    '#!/bin/sh',
    'here=$(dirname "$0")',
    ...(ownLibraries
      ? [`export LD_LIBRARY_PATH="${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`]
      : []),
    '[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"',
    'exec "$here/chromium" "$@"',
    '',
  ].join('\n');
}

/** For machines without fonts: text in the package's one font is better than boxes. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
