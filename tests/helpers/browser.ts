/** The browser of the tests: PORTOLAN_CHROMIUM, Playwright's own, or else the one that npm brings. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';

const modules = join(import.meta.dirname, '../../node_modules');
const unpacked = join(modules, '@sparticuz/chromium/unpacked');

export function testBrowser() {
  const { PORTOLAN_CHROMIUM: executablePath = chromium.executablePath() } = process.env;
  if (!existsSync(executablePath) && !existsSync(unpacked)) {
    const args = [join(modules, 'playwright/cli.js'), 'install', 'chromium', '--no-shell'];
    const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000', ...process.env };
    spawnSync(process.execPath, args, { stdio: 'inherit', timeout: 300_000, env });
    if (!existsSync(executablePath)) unpack(`${unpacked}.part`);
  }
  if (existsSync(executablePath)) return { executablePath };
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_FILE: join(unpacked, 'fonts.conf') };
  const env = { ...process.env, ...fonts, LD_LIBRARY_PATH: join(unpacked, 'al2023/lib') };
  return { executablePath: join(unpacked, 'chromium'), env };
}

/** The browser that npm brings, with its own fonts: it draws the same on every machine that it runs on. */
export function bundledBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(unpacked)) unpack(`${unpacked}.part`);
  if (!existsSync(unpacked)) return undefined;
  const fonts = join(unpacked, 'fonts-alone.conf');
  writeFileSync(fonts, fontsAlone());
  const env = {
    ...process.env,
    FONTCONFIG_FILE: fonts,
    LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
  };
  return { executablePath: join(unpacked, 'chromium'), env };
}

/** One font for whatever a page asks for: no other font of the machine is seen. */
function fontsAlone(): string {
  const families = ['serif', 'sans-serif', 'monospace', 'system-ui', 'cursive', 'fantasy'];
  const aliases = families.map(
    (family) =>
      `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  return `<fontconfig><dir>${unpacked}/fonts</dir>${aliases.join('')}</fontconfig>`;
}

/** Into what it takes for the temporary folder, with the libraries that not only Amazon's machines lack. */
function unpack(part: string): void {
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  const code = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  const env = { ...process.env, TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  spawnSync(process.execPath, ['--eval', code], { stdio: 'inherit', cwd: modules, env });
  writeFileSync(join(part, 'fonts.conf'), `<fontconfig><dir>${unpacked}/fonts</dir></fontconfig>`);
  if (existsSync(join(part, 'al2023'))) renameSync(part, unpacked);
}
