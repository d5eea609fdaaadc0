/**
 * npx portolan 3330 tcp/5432 6881-6889 postgres [--long] [--json]
 * What is known of ports, in the terminal; with --scan FILE, of every port in the output of a tool; and
 * with --free, ports for a new program. portolan-manual.ts has all of it.
 */
import { parseArgs } from 'node:util';
import { paintFor, widthOf } from '../words/prose/paint.ts';
import { run, UsageError } from './arguments.ts';
import { FREE_OPTIONS, freeOptionsIn } from './portolan-free-options.ts';
import type { Printing } from './portolan-ports.ts';

const HELP = 'portolan --help tells how it is called';

await run(async () => {
  const [first, second] = process.argv.slice(2);
  if (await isCommand(first, second)) return;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    args: argumentsOf(process.argv.slice(2)),
    options: {
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'V' },
      long: { type: 'boolean', short: 'l' },
      json: { type: 'boolean' },
      scan: { type: 'string' },
      free: { type: 'boolean' },
      ...FREE_OPTIONS,
    },
  });
  const printing: Printing = {
    width: widthOf(process.stdout, process.env),
    paint: paintFor(process.stdout, process.env),
    long: values.long === true,
    json: values.json === true,
  };
  if (values.help) return printHelp(printing.width);
  if (values.version) return printVersion();
  const { theIndex } = await import('../package/stored-index.ts');
  if (values.free) {
    if (positionals.length > 0 || values.scan !== undefined)
      throw new UsageError(`--free takes no port and no scan; ${HELP}`);
    const { printFree } = await import('./portolan-free.ts');
    return printFree(values, printing);
  }
  const [stray] = freeOptionsIn(values);
  if (stray) throw new UsageError(`--${stray} goes with --free; ${HELP}`);
  if (values.scan !== undefined) {
    if (positionals.length > 0) throw new UsageError(`--scan takes one file; ${HELP}`);
    const { printScan } = await import('./portolan-scan.ts');
    return printScan(values.scan, theIndex(), printing);
  }
  if (positionals.length === 0) {
    // At a keyboard, that is a question; in a script, a mistake.
    if (process.stdin.isTTY && process.stdout.isTTY) return printHelp(printing.width);
    throw new UsageError(`no port was named; ${HELP}, and --scan reads what is piped in`);
  }
  const { printPorts } = await import('./portolan-ports.ts');
  return printPorts(positionals, theIndex(), printing);
}, `; ${HELP}`);

/** Without the name of a file, --scan reads what is piped in. */
function argumentsOf(given: readonly string[]): string[] {
  return given.flatMap((word, at) => {
    const next = given[at + 1];
    const alone = word === '--scan' && (next === undefined || /^-./.test(next));
    return alone ? [word, '-'] : [word];
  });
}

/** Words that no port is asked for by, where they come first. */
async function isCommand(first = '', second?: string): Promise<boolean> {
  if (first === 'mcp') {
    const { serveMcp } = await import('../package/mcp.ts');
    await serveMcp();
  } else if (first === 'help') await printHelp(widthOf(process.stdout, process.env));
  else if (first === 'man') {
    const [{ manPage }, { date, version }] = await Promise.all([
      import('./portolan-help.ts'),
      facts(),
    ]);
    console.log(manPage(version, date));
  } else if (first === 'completion') {
    const { completionFor, isShell } = await import('./portolan-completion.ts');
    if (!isShell(second)) throw new UsageError('portolan completion bash, zsh or fish');
    console.log(completionFor(second));
  } else return false;
  return true;
}

async function printHelp(width: number): Promise<void> {
  const { helpText } = await import('./portolan-help.ts');
  console.log(helpText(width));
}

async function printVersion(): Promise<void> {
  const { date, version } = await facts();
  console.log(`portolan ${version}, facts of ${date}`);
}

/** A version is the day of its facts: 2026.1130. */
async function facts(): Promise<{ date: string; version: string }> {
  const { theIndex } = await import('../package/stored-index.ts');
  const { date } = theIndex();
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { date, version: `${year}.${month * 100 + day}` };
}
