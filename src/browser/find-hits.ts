/** Results for a text: those from numbers at once, the others as they come. For every box and page that searches. */
import type { Question } from '../features/search/answer.ts';
import type { Hit } from '../features/search/hit.ts';
import { parseQuery } from '../features/search/query.ts';
import { isTyping, noteOf, portHits } from '../features/search/suggest.ts';
import { askSearch, forgetSearch } from './ask-search.ts';
import { knownPorts } from './known-ports.ts';

export type How = Pick<Question, 'filters' | 'pages' | 'pause' | 'rows'>;
export type ShowHits = (hits: readonly Hit[], note: string, done: boolean) => void;

export function findHits(text: string, how: How, show: ShowHits): void {
  const asked = parseQuery(text);
  const ports = portHits(asked, knownPorts(), isTyping(text));
  const note = noteOf(asked);
  const words = asked.words !== '';
  // What is shown for other words stays until these are answered.
  if (!words) show(ports, note, ports.length === 0);
  if (text.trim() === '' || (!words && ports.length === 0)) forgetSearch();
  else
    askSearch({ ...how, text, ports, words }, (hits, done) =>
      show(hits, note || (done && hits.length === 0 ? 'Nothing found' : ''), done),
    );
}
