/** npm run build: the whole site into dist/. */
import { build } from '../build/build.ts';
import { BuildError } from '../build/build-error.ts';
import { run } from './arguments.ts';

await run(async () => {
  const began = performance.now();
  try {
    const { pages, peakMemory } = await build();
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${pages} pages in ${seconds.toFixed(1)} s, ${Math.round(pages / seconds)} a second; ` +
        `peak memory ${Math.round(peakMemory / 1e6)} MB`,
    );
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
});
