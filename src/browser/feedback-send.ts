/** Sends an answer, and keeps for later what could not be sent. */
import { recall, remember } from './storage.ts';

/** Each is told in words of this name. */
export type Outcome = 'thanks' | 'later' | 'failed';

const KEY = 'feedback';

/** Kept where it may be sent another time: the reader is offline, or the service is busy or away. */
export async function fetchAnswer(address: string, answer: object): Promise<Outcome> {
  const body = JSON.stringify(answer);
  const outcome = await post(address, body);
  if (outcome === 'later') remember(KEY, body);
  return outcome;
}

/** What was kept is sent once, whatever comes of it; nothing where nothing was kept. */
export async function sendKept(address: string): Promise<Outcome | undefined> {
  const body = recall(KEY);
  if (!body || !navigator.onLine) return undefined;
  remember(KEY, '');
  const outcome = await post(address, body);
  return outcome === 'later' ? 'failed' : outcome;
}

async function post(address: string, body: string): Promise<Outcome> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const { ok, status } = await fetch(address, { method: 'POST', headers, body });
    if (ok) return 'thanks';
    return status === 429 || status >= 500 ? 'later' : 'failed';
  } catch {
    return 'later';
  }
}
