/** The way to the worker that searches; it is started by the first question. */
import type { Hit } from '../features/search/hit.ts';
import type { Answer, Question } from './search-worker.ts';

export type Show = (hits: Hit[], done: boolean) => void;

let worker: Worker | undefined;
let last = 0;
let show: Show | undefined;
/** The ports of the latest question, which are known without the worker. */
let ports: Hit[] = [];

function startWorker(): Worker {
  const started = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (data.id === last) show?.(data.hits, data.done);
  };
  // Offline it cannot be fetched. The next question tries again.
  started.onerror = () => {
    worker = undefined;
    show?.(ports, true);
  };
  return started;
}

/** Only the answer to the latest question is shown. */
export function askSearch(question: Omit<Question, 'id'>, onAnswer: Show): void {
  worker ??= startWorker();
  show = onAnswer;
  ports = [...question.ports];
  worker.postMessage({ ...question, id: ++last } satisfies Question);
}

/** What is on its way is no longer wanted. */
export function forgetSearch(): void {
  last++;
  show = undefined;
}
