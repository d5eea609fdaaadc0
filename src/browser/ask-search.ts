/** The way to the worker that searches; it is started by the first question. */
import type { Hit } from '../features/search/hit.ts';
import type { Answer, Question } from './search-worker.ts';

export type Show = (hits: Hit[], done: boolean) => void;

let worker: Worker | undefined;
let last = 0;
let show: Show | undefined;

/** Only the answer to the latest question is shown. */
export function askSearch(question: Omit<Question, 'id'>, onAnswer: Show): void {
  if (!worker) {
    worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.id === last) show?.(data.hits, data.done);
    };
    worker.onerror = () => show?.([], true);
  }
  show = onAnswer;
  worker.postMessage({ ...question, id: ++last } satisfies Question);
}

/** What is on its way is no longer wanted. */
export function forgetSearch(): void {
  last++;
  show = undefined;
}
