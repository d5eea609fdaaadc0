/** Sends hostile requests, several at a time, and tells how each was answered. */
import { connect } from 'node:net';
import { type Hostile, hostileRequests } from './hostile.ts';

export interface FuzzReport {
  statuses: Map<number, number>;
  /** Requests that were not answered at all, though whole. */
  unanswered: string[];
  /** With a status that no request should have. */
  faults: string[];
}

/** What an attacker may be told. 431 comes from Node, for headers that are too large. */
const HONEST = [200, 400, 403, 408, 413, 415, 417, 429, 431, 501];

/** A request that says it is longer than it is would be waited for: this is long enough to know. */
const PATIENCE = 1500;
const AT_A_TIME = 40;

export async function fuzz(port: number, count: number, seed: number): Promise<FuzzReport> {
  const report: FuzzReport = { statuses: new Map(), unanswered: [], faults: [] };
  const requests = hostileRequests(seed);
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const request = requests.next().value as Hostile;
      const status = await statusOf(port, request.bytes);
      report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1);
      if (status !== 0 && !HONEST.includes(status))
        report.faults.push(`${status}: ${shown(request)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return report;
}

function shown({ bytes, kind }: Hostile): string {
  return `${kind}: ${bytes.toString('latin1').slice(0, 600)}`;
}

/** On a connection of its own, since a hostile request may leave one in any state. 0 for no answer. */
function statusOf(port: number, bytes: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(bytes));
    let answer = '';
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0));
    };
    const timer = setTimeout(end, PATIENCE);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      // Told to go on, it waits for more, and has all that there is.
      if (/^HTTP\/1\.1 1\d\d/.test(answer)) answer = answer.replace(/^.*?\r\n\r\n/s, '');
      if (answer.includes('\r\n\r\n')) end();
    });
    socket.on('error', end).on('close', end);
  });
}
