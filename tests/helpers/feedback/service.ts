/** The service in this process, on a port and a file of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../src/feedback/log.ts';
import {
  createFeedback,
  type Feedback,
  type FeedbackOptions,
} from '../../../src/feedback/service.ts';
import { openSqlite, type SqliteOptions } from '../../../src/feedback/sqlite-store.ts';
import { openSqliteThread } from '../../../src/feedback/sqlite-thread.ts';
import type { Filter, Store, StoredAnswer } from '../../../src/feedback/store.ts';
import { listen } from '../../../src/server/listen.ts';
import { type Post, postBytes, Wire, type WireAnswer } from './wire.ts';

export interface Service {
  app: Feedback['app'];
  port: number;
  folder: string;
  file: string;
  log: { level: string; event: string; reason?: string }[];
  /** One request on a connection of its own. */
  post: (post: Post) => Promise<WireAnswer>;
  send: (body: object, headers?: Record<string, string>) => Promise<WireAnswer>;
  form: (body: string, headers?: Record<string, string>) => Promise<WireAnswer>;
  /** What is stored, read as another process would. */
  stored: (filter?: Filter) => Promise<StoredAnswer[]>;
  close: () => Promise<void>;
}

export interface ServiceOptions extends Partial<FeedbackOptions> {
  sqlite?: SqliteOptions;
  /** Another store than the service's own file. */
  reader?: () => Promise<Store>;
}

export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-feedback-'));
  const file = join(folder, 'feedback.sqlite');
  const open = options.open ?? (() => openSqliteThread(file, options.sqlite));
  const log: Service['log'] = [];
  const write = (line: string) => log.push(JSON.parse(line));
  const feedback = createFeedback({
    log: createLog({ level: 'info', write }),
    proxies: 1,
    metrics: { local: true },
    ...options,
    open,
  });
  const { port, close } = await listen(feedback.app, 0, ['127.0.0.1']);
  const post = async (given: Post) => {
    const wire = new Wire(port);
    try {
      return await wire.ask(postBytes(given));
    } finally {
      wire.close();
    }
  };
  return {
    app: feedback.app,
    port,
    folder,
    file,
    log,
    post,
    send: (body, headers = {}) => post({ body: JSON.stringify(body), headers }),
    form: (body, headers = {}) => post({ body, type: FORM, headers }),
    stored: (filter) => readAll(options.reader ?? (() => openSqlite(file)), filter),
    close: async () => {
      await close();
      await feedback.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const FORM = 'application/x-www-form-urlencoded';

export async function readAll(open: () => Promise<Store>, filter?: Filter) {
  const store = await open();
  const answers = await Array.fromAsync(store.answers(filter));
  await store.close();
  return answers;
}

/** An answer as the page sends it. */
export const plain = { port: 3330, locale: 'en', face: 'no' } as const;

/** As a proxy of ours would say it. */
export const from = (address: string) => ({ 'X-Forwarded-For': address });
