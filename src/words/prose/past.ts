/** A port's past as the page tells it: the atlas's events and the author's, oldest first. */
import type { PortRecord, When } from '../../facts/atlas/record.ts';
import { eventWords } from './timeline-words.ts';
import { capital } from './words.ts';

export interface PastEvent {
  /** For <time datetime>. */
  date: string;
  /** As shown: '2006-10-27', 'by 2005-12-22', '2013 to 2014'. */
  shown: string;
  text: string;
  source: string;
}

export function pastOf({ page, timeline }: PortRecord): PastEvent[] {
  const events = [
    ...timeline.map((event) => ({
      date: event.when.date,
      shown: shown(event.when),
      text: capital(eventWords(event)),
      source: event.source,
    })),
    ...(page?.history ?? []).map(({ date, source, text }) => ({ date, shown: date, text, source })),
  ];
  return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function shown(when: When): string {
  if (when.precision === 'on') return when.date;
  return when.precision === 'by' ? `by ${when.date}` : `${when.after} to ${when.date}`;
}
