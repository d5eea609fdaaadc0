/** What a port page costs over the wire, compressed as the server does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../../src/base/folders.ts';
import { pageWeight } from '../../src/prove/weight.ts';
import { figure } from './print.ts';

export function benchBytes(): void {
  for (const port of [443, 22, 3330, 8080, 4998, 50123]) {
    const weight = pageWeight(DIST, `${port}.html`);
    figure(`/${port}: HTML, CSS, script and icon`, weight.total, 'bytes, brotli 5');
    figure(`/${port}: HTML alone, raw`, readFileSync(join(DIST, `${port}.html`)).length, 'bytes');
  }
}
