/** How long the atlas takes to open, and to answer. */
import { execFileSync } from 'node:child_process';
import { PORT_COUNT } from '../../src/base/ranges.ts';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { figure, median } from './print.ts';

const RUNS = 5;

export function benchAtlas(): void {
  const opening = Array.from({ length: RUNS }, () => {
    const code = `const t = performance.now(); const { openAtlas } = await import(${JSON.stringify(new URL('../../src/facts/atlas/atlas.ts', import.meta.url).href)}); const loaded = performance.now(); openAtlas(); console.log(loaded - t, performance.now() - loaded);`;
    const [load, open] = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
    })
      .trim()
      .split(' ')
      .map(Number);
    return { load: load ?? 0, open: open ?? 0 };
  });
  figure('loading the code, in a new process', median(opening.map(({ load }) => load)), 'ms');
  figure('opening the atlas, in a new process', median(opening.map(({ open }) => open)), 'ms');
  const atlas = openAtlas();
  const began = performance.now();
  for (let port = 0; port < PORT_COUNT; port++) atlas.port(port);
  figure('a lookup, mean over all ports', ((performance.now() - began) / PORT_COUNT) * 1000, 'µs');
}
