/** What the page at hand is made of, fetched again as data: its record, its sources, its citations. */
import type { PlainPorts } from '../facts/atlas/plain-ports.ts';
import { plainRecord } from '../facts/atlas/plain-ports.ts';
import type { PortRecord, SourceIndex } from '../facts/atlas/record.ts';
import type { Source } from '../facts/schemas/sources.ts';
import { recordOfJson } from '../features/exports/record-of-json.ts';
import type { Spoken } from '../words/messages/spoken.ts';
import type { PageView } from '../words/page/view.ts';
import { securityOf } from '../words/port/security.ts';
import type { Citation } from '../words/prose/source-list.ts';

/** /page-data.json */
interface PageData {
  sources: Source[];
  plain: PlainPorts;
}

const article = document.querySelector<HTMLElement>('article[data-port]');

interface Facts {
  record: PortRecord;
  sources: SourceIndex;
}

let known: Promise<Facts> | undefined;

/** Fetched once, however often the language is changed. */
function pageFacts(): Promise<Facts> {
  known ??= fetchFacts().catch((error) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function fetchFacts(): Promise<Facts> {
  const port = Number(document.querySelector('.number')?.textContent);
  const choices = article?.dataset.port ?? '';
  const json = choices === '' ? fetchJson(`/${port}.json`) : undefined;
  const { plain, sources: list } = await fetchJson<PageData>('/page-data.json');
  const sources: SourceIndex = new Map(list.map((source) => [source.id, source]));
  const record = json
    ? recordOfJson(await json, sources)
    : plainRecord(port, choices.split(',').map(Number), plain);
  return { record, sources };
}

async function fetchJson<Body = never>(address: string): Promise<Body> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

export async function pageView(spoken: Spoken): Promise<PageView> {
  const { record, sources } = await pageFacts();
  const security = securityOf(record, sources);
  return { ...spoken, record, sources, security, citations: citationsHere() };
}

/** The numbers that the page gave to its sources: the story refers to them, too. */
const citationsHere = (): Citation[] =>
  [...document.querySelectorAll('#sources li')].map(
    ({ id }, index) => ({ id: id.slice('s-'.length), number: index + 1 }) as Citation,
  );
