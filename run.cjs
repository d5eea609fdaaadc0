/**
 * node run.cjs [--dev] SCRIPT [ARGUMENTS]: every command of package.json goes through here. Installs
 * what the lockfile asks for and is not there, then runs the script with the Node that came with it.
 * Written in what Node 8 can read: a Node that is too old must get as far as to say so.
 */
/** On stderr, so that what a command prints can be piped. */
const say = (message) => process.stderr.write(`portolan: ${message}\n`);
const [major, minor] = process.versions.node.split('.').map(Number);
// An older one has npm leave out packages that refuse it, and these are missing ever after.
if (major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  say(`Node ${process.version} is too old: get 20.19, 22.12 or later. Nothing was changed.`);
  process.exit(1);
}

const { spawn, spawnSync } = require('node:child_process');
const { once } = require('node:events');
const { existsSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const windows = process.platform === 'win32';
const lock = join(__dirname, '.installing');
const modules = join(__dirname, 'node_modules');
const record = join(modules, '.package-lock.json'); // npm writes it when all is there.
const wanted = require('./package-lock.json').packages;

function installed() {
  try {
    return JSON.parse(readFileSync(record, 'utf8')).packages;
  } catch (_error) {
    return {}; // Not there, or cut short.
  }
}

/** Whether node_modules holds what the lockfile asks for on this machine. */
function isInstalled(dev) {
  const found = installed();
  return Object.keys(wanted).every((path) => {
    const { os = [], cpu = [], libc, ...entry } = wanted[path];
    if (path === '' || (entry.dev && !dev)) return true;
    // Of two optional packages for one machine, only one may suit its C library.
    const suits = os.includes(process.platform) && cpu.includes(process.arch) && !libc;
    if ((entry.optional || entry.devOptional) && !suits) return true;
    return path in found && found[path].version === entry.version;
  });
}

async function install(dev) {
  // Two at once would take each other's files away. Of a start that was killed, the mark gets old.
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs < 15000)
    throw new Error('another start is installing; try again when it has finished');
  const tell = (message) => writeFileSync(lock, '') || say(message);
  tell('installing the packages (npm ci), once; this takes about a minute');
  process.on('exit', () => rmSync(lock, { force: true }));
  rmSync(record, { force: true });
  const progress = setInterval(tell, 10000, 'still installing');
  let args = `ci --${dev ? 'include' : 'omit'}=dev --include=optional --prefer-offline --no-audit`;
  // npm's own patience would be two silent minutes without network.
  args += ' --fetch-retries=2 --fetch-retry-mintimeout=500 --fetch-retry-maxtimeout=2000';
  args += ' --no-fund --loglevel=error';
  // On Windows it is npm.cmd, which only a shell starts.
  const line = windows ? [`npm ${args}`, []] : ['npm', args.split(' ')];
  await run(...line, { cwd: __dirname, shell: windows, stdio: ['ignore', 2, 2] });
  clearInterval(progress);
  if (!isInstalled(dev))
    throw new Error(
      'npm could not install, and says why above (no network?). Nothing was started.',
    );
  // One that does not run on this machine must not be the `node` of the next start.
  if (!findNode()) rmSync(join(modules, '.bin/node'), { force: true });
}

/** The Node among the packages, if it runs here. */
function findNode() {
  const names = Object.keys(wanted[''].optionalDependencies);
  const paths = names.map((name) => join(modules, name, windows ? 'bin/node.exe' : 'bin/node'));
  return paths.find((path) => spawnSync(path, ['--version']).status === 0);
}

/** npm that is killed ends neither what it started nor the shell in between: a server kept its port. */
function whenNpmIsGone(act) {
  const before = ancestors();
  const look = () => ancestors() !== before && act();
  if (process.env.npm_lifecycle_event) setInterval(look, 500).unref();
}

function ancestors() {
  try {
    const parent = readFileSync(`/proc/${process.ppid}/stat`, 'utf8'); // 41 (sh) S 40 …
    return `${process.ppid} ${parent.slice(parent.lastIndexOf(')')).split(' ')[2]}`;
  } catch (_error) {
    return String(process.ppid); // No Linux: there, the shell has become the command.
  }
}

/** Runs a command to its end. What ends this process ends the command first. */
async function run(command, args, options) {
  const child = spawn(command, args, options);
  const stop = (signal, code) => {
    process.exitCode = code;
    // Ctrl-C in a terminal reaches the child by itself; a second one would be impatience.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), 2000); // npm may wait for the network.
  };
  const signals = Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 });
  for (const [signal, code] of signals) process.on(signal, () => stop(signal, code));
  whenNpmIsGone(() => stop('SIGTERM', 143));
  const [code] = await once(child, 'exit');
  // After an installation the script itself is to be ended by them.
  for (const [signal] of signals) process.removeAllListeners(signal);
  process.exitCode = process.exitCode || (code === null ? 1 : code);
  if (process.exitCode > 128) process.exit();
}

async function main([first, ...others]) {
  const [script, ...args] = first === '--dev' ? others : [first, ...others];
  const dev = first === '--dev' || existsSync(join(modules, 'typescript'));
  if (!isInstalled(dev)) await install(dev);
  process.argv = [process.execPath, resolve(__dirname, script), ...args];
  // The sources are TypeScript that this version runs as it is.
  if (major >= 26) {
    whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));
    return require('node:module').runMain();
  }
  const node = findNode();
  if (!node) throw new Error('npm has no Node 26 that runs here: install it, and try again');
  await run(node, process.argv.slice(1), { stdio: 'inherit' });
  process.exit();
}

main(process.argv.slice(2)).catch((error) => {
  say(`set-up failed: ${error.message}`);
  process.exit(1);
});
