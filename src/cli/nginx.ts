/**
 * node src/cli/nginx.ts [--listen 80] [--name ports.example] [--root DIR] [--upstream HOST:PORT] [--brotli]
 * The configuration of nginx; with --write, the sample in deploy/.
 * node src/cli/nginx.ts --names > /etc/nginx/portolan-names.map
 * The names of services that lead to ports, as the site in dist/ has them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIST } from '../base/folders.ts';
import { openAtlas } from '../facts/atlas/atlas.ts';
import { nameRedirects } from '../server/name-redirects.ts';
import { namesIn } from '../server/names-file.ts';
import { nginxConfig, SAMPLE } from '../server/nginx-config.ts';
import { nameLine } from '../server/nginx-redirects.ts';
import { run } from './arguments.ts';

const FILE = join(import.meta.dirname, '../../deploy/nginx.conf');

await run(() => {
  const { values } = parseArgs({
    options: {
      listen: { type: 'string', default: SAMPLE.listen },
      name: { type: 'string', default: SAMPLE.name },
      root: { type: 'string', default: SAMPLE.root },
      upstream: { type: 'string', default: SAMPLE.upstream },
      names: { type: 'boolean', default: false },
      brotli: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { names, write, ...options } = values;
  if (write) writeFileSync(FILE, nginxConfig(SAMPLE));
  else process.stdout.write(names ? namesMap() : nginxConfig({ ...SAMPLE, ...options }));
});

/** Every spelling of every name, but for those in whose place the site has a page. */
function namesMap(): string {
  const portOf = namesIn(DIST);
  const leading = nameRedirects(openAtlas()).filter(({ name, port }) => portOf(name) === port);
  return leading.map(nameLine).join('');
}
