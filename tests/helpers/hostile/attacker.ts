/** Begins an attack, and ends it. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Attacker {
  /** How many answers it got. */
  end: () => Promise<number>;
}

/** Another address of this machine, where it has one: a client of its own for the server. */
const FROM = process.platform === 'linux' ? '127.0.0.2' : '127.0.0.1';

export function beginAttack(name: string, port: number, connections = 50): Attacker {
  const worker = new Worker(new URL('./attack-worker.ts', import.meta.url), {
    workerData: { name, port, connections, from: FROM },
  });
  return {
    end: async () => {
      const told = once(worker, 'message');
      worker.postMessage('end');
      const [answers] = await told;
      return answers;
    },
  };
}
