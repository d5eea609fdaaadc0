/** Writes the plain pages on every core: threads from the moment the frame is there, and this one when it is free. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { PORT_COUNT } from '../../base/ranges.ts';
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { doneIn, newCounters } from './share.ts';
import { type PlainPages, writePlainPages } from './write-plain.ts';

/** Each holds the tables, and more of them would wait for the disk. */
const MOST_THREADS = 7;

export interface Writing {
  begin: (frame: string) => void;
  done: () => number;
  /** Helps the threads, and returns when all of them are done. */
  finish: (atlas: Atlas, onProgress: (done: number, total: number) => void) => Promise<void>;
  /** For a build that failed. */
  stop: () => Promise<void>;
}

export function startWriting(folder: string): Writing {
  const counters = newCounters();
  const count = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
  const threads = Array.from({ length: count }, startThread);
  let pages: PlainPages | undefined;
  return {
    begin(frame) {
      pages = { folder, frame, counters };
      for (const { worker } of threads) worker.postMessage(pages);
    },
    done: () => doneIn(counters),
    async finish(atlas, onProgress) {
      const total = PORT_COUNT - atlas.authored().size;
      if (pages === undefined) throw new Error('Astro has rendered no frame for the ports');
      // A thread that fails ends the build at once, and not when the others are done.
      const ended = Promise.all(threads.map((thread) => thread.ended));
      ended.catch(() => {});
      for (const _ of writePlainPages(pages, atlas)) {
        onProgress(doneIn(counters), total);
        await Promise.race([setImmediate(), ended]);
      }
      await ended;
    },
    async stop() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(): { worker: Worker; ended: Promise<void> } {
  const worker = new Worker(new URL('./thread.ts', import.meta.url));
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  ended.catch(() => {});
  return { worker, ended };
}
