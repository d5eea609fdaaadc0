/** What the answers say, page by page: those first whose readers were let down most. */
import { FACES, type Face, type Reason } from '../base/feedback-values.ts';
import { type Faces, score } from './score.ts';
import type { StoredAnswer } from './store.ts';

export interface Note {
  day: string;
  locale: string;
  face: Face;
  reasons: Reason[];
  text: string;
  version: string;
}

export interface PageReport {
  port: number;
  score: number;
  faces: Faces;
  reasons: Partial<Record<Reason, number>>;
  notes: Note[];
}

interface LocaleReport {
  locale: string;
  score: number;
  faces: Faces;
}

export interface Report {
  since: string | null;
  locale: string | null;
  answers: number;
  /** Left out, because somebody has dealt with them. */
  resolved: number;
  pages: PageReport[];
  locales: LocaleReport[];
}

export interface Asked {
  since?: string | undefined;
  locale?: string | undefined;
}

/** @param answers those that were asked for, dealt with or not */
export async function makeReport(
  answers: AsyncIterable<StoredAnswer>,
  { since, locale }: Asked,
): Promise<Report> {
  const pages = new Map<number, PageReport>();
  const locales = new Map<string, LocaleReport>();
  let count = 0;
  let resolved = 0;
  for await (const answer of answers) {
    if (answer.resolved !== null) {
      resolved++;
      continue;
    }
    count++;
    add(found(pages, answer.port, emptyPage), answer);
    found(locales, answer.locale, emptyLocale).faces[answer.face]++;
  }
  return {
    since: since ?? null,
    locale: locale ?? null,
    answers: count,
    resolved,
    pages: ranked(pages).sort((a, b) => b.score - a.score || a.port - b.port),
    locales: ranked(locales).sort((a, b) => b.score - a.score || (a.locale < b.locale ? -1 : 1)),
  };
}

function add(page: PageReport, answer: StoredAnswer): void {
  const { day, face, locale, note: text, reasons, version } = answer;
  page.faces[face]++;
  for (const reason of reasons) page.reasons[reason] = (page.reasons[reason] ?? 0) + 1;
  if (text !== '') page.notes.push({ day, locale, face, reasons, text, version });
}

const noFaces = (): Faces => Object.fromEntries(FACES.map((face) => [face, 0])) as Faces;

const emptyPage = (port: number): PageReport => ({
  port,
  score: 0,
  faces: noFaces(),
  reasons: {},
  notes: [],
});

const emptyLocale = (locale: string): LocaleReport => ({ locale, score: 0, faces: noFaces() });

function found<Key, Value>(map: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const value = map.get(key) ?? make(key);
  map.set(key, value);
  return value;
}

function ranked<Value extends { faces: Faces; score: number }>(map: Map<unknown, Value>): Value[] {
  return [...map.values()].map((value) => ({ ...value, score: score(value.faces) }));
}
