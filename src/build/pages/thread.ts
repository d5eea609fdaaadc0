/** A thread that writes plain pages: it opens the atlas while Astro bundles, and begins when the frame is there. */
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { openAtlas } from '../../facts/atlas/atlas.ts';
import { type PlainPages, writePlainPages } from './write-plain.ts';

if (parentPort) {
  const told = once(parentPort, 'message');
  const atlas = openAtlas();
  const [pages] = (await told) as [PlainPages];
  for (const _ of writePlainPages(pages, atlas));
  parentPort.close();
}
