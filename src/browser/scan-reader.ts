/** The way to the worker that reads scans: a question, its answer. A new text ends what is still being read. */
import type { Answer, Found, Part, Progress, Request, Source } from './scan-messages.ts';

export class ScanReader {
  #worker: Worker | undefined;
  /** Each question waits for the answer to the one before. */
  #last: Promise<unknown> = Promise.resolve();

  /** Never answered where another text comes first. */
  read(source: Source, onProgress: (done: number) => void): Promise<Found> {
    this.#worker?.terminate();
    this.#worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' });
    this.#last = Promise.resolve();
    return this.#askSearch({ kind: 'read', source }, onProgress) as Promise<Found>;
  }

  rows(question: Omit<Extract<Request, { kind: 'rows' }>, 'kind'>): Promise<Part> {
    return this.#askSearch({ ...question, kind: 'rows' }) as Promise<Part>;
  }

  async text(question: Omit<Extract<Request, { kind: 'text' }>, 'kind'>): Promise<string> {
    const answer = await this.#askSearch({ ...question, kind: 'text' });
    return answer.kind === 'text' ? answer.text : '';
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #askSearch(request: Request, onProgress: (done: number) => void = () => {}): Promise<Answer> {
    const worker = this.#worker;
    const asked = this.#last.then(
      () =>
        new Promise<Answer>((resolve, reject) => {
          if (!worker) return reject(new Error('nothing has been read'));
          worker.onmessage = ({ data }: MessageEvent<Answer | Progress>) => {
            if (data.kind === 'progress') onProgress(data.done);
            else resolve(data);
          };
          worker.onerror = (event) => {
            event.preventDefault();
            reject(new Error(event.message || 'the worker did not start'));
          };
          worker.postMessage(request);
        }),
    );
    this.#last = asked.catch(() => undefined);
    return asked;
  }
}
