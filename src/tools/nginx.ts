/**
 * node src/tools/nginx.ts [--listen 80] [--name ports.example] [--root DIR] [--upstream HOST:PORT] [--brotli]
 * The configuration of nginx; with --write, the sample in deploy/.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nginxConfig, SAMPLE } from '../server/nginx-config.ts';
import { run } from './arguments.ts';

const FILE = join(import.meta.dirname, '../../deploy/nginx.conf');

await run(() => {
  const { values } = parseArgs({
    options: {
      listen: { type: 'string', default: SAMPLE.listen },
      name: { type: 'string', default: SAMPLE.name },
      root: { type: 'string', default: SAMPLE.root },
      upstream: { type: 'string', default: SAMPLE.upstream },
      names: { type: 'string', default: SAMPLE.names },
      brotli: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { write, ...options } = values;
  if (write) writeFileSync(FILE, nginxConfig(SAMPLE));
  else process.stdout.write(nginxConfig(options));
});
