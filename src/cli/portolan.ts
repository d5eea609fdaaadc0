/**
 * npx portolan 3330 5432/tcp 6881-6889 postgres [--json]
 * What the atlas knows, in the terminal; with --scan FILE, of every port in the output of a tool; and
 * with --free, ports for a new program.
 */
import { parseArgs } from 'node:util';
import { theIndex } from '../package/stored-index.ts';
import { plainText } from '../words/prose/plain-text.ts';
import { run, UsageError } from './arguments.ts';
import { FREE_OPTIONS, FREE_USAGE, freeOptionsIn, printFree } from './portolan-free.ts';
import { portsAsked } from './portolan-query.ts';
import { printScan } from './portolan-scan.ts';

await run(async () => {
  if (process.argv[2] === 'mcp') {
    const { serveMcp } = await import('../package/mcp.ts');
    return serveMcp();
  }
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      scan: { type: 'string' },
      free: { type: 'boolean' },
      ...FREE_OPTIONS,
    },
  });
  if (values.free) {
    if (positionals.length > 0 || values.scan !== undefined) throw new UsageError(FREE_USAGE);
    return printFree(values, values.json === true);
  }
  const [stray] = freeOptionsIn(values);
  if (stray) throw new UsageError(`--${stray} goes with --free; ${FREE_USAGE}`);
  if (values.scan !== undefined) {
    if (positionals.length > 0) throw new UsageError('usage: portolan --scan FILE [--json]');
    return printScan(values.scan, theIndex(), values.json === true);
  }
  if (positionals.length === 0)
    throw new UsageError(
      'usage: portolan 3330 | 5432/tcp | 6881-6889 | postgres … [--json], portolan --scan FILE ' +
        '(- reads what is piped in), or portolan --free [--near 3000] [--count 5]',
    );
  const index = theIndex();
  const asked = positionals.flatMap((text) => portsAsked(text, index));
  if (values.json) {
    const records = asked.map(({ port }) => index.port(port));
    console.log(JSON.stringify(records.length === 1 ? records[0] : records, null, 2));
    return;
  }
  const texts = asked.map(({ port, transport }) =>
    plainText(index.port(port), index.sources, { transport }),
  );
  console.log(texts.join(`${'─'.repeat(80)}\n`).trimEnd());
});
