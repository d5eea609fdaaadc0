/** The answers of the MCP server: as a person would read them, with sources and the page's address. */
import { absolute, SITE } from '../base/site-address.ts';
import { answerOf } from '../words/port/in-english.ts';
import { plainText } from '../words/prose/plain-text.ts';
import { type Criteria, choose, find, readScan } from './api.ts';
import { theIndex } from './stored-index.ts';

export function portText(port: number, transport?: string): string {
  const index = theIndex();
  return plainText(index.port(port), index.sources, { site: SITE, transport });
}

export function foundText(name: string, limit?: number): string {
  const found = find(name, { limit });
  if (found.length === 0) {
    const search = absolute(`/search?q=${encodeURIComponent(name)}`);
    return `We have no port by the name '${name}'. The site searches its texts too: ${search}`;
  }
  const index = theIndex();
  const records = found.map(({ port }) => index.port(port));
  const lines = found.map(({ name: called, port, url, why }, at) => {
    const record = records[at];
    return `${port} ${called} (${why}). ${record ? answerOf(record) : ''}\n  ${url}`;
  });
  return [...lines, '', ...sourceLines(records.flatMap(({ sources }) => sources))].join('\n');
}

export function scanText(text: string): string {
  const rows = readScan(text);
  if (rows.length === 0) return 'No port in it.';
  const index = theIndex();
  const lines = rows.map(
    ({ look, port, processes, registered, states, to, transport, url, usual, worthALook }) =>
      [
        `${port}${to === undefined ? '' : `-${to}`}${transport === '' ? '' : `/${transport}`}`,
        ...states,
        ...processes,
        `- registered: ${registered || 'nothing'}; usually listens: ${usual || 'not known'}`,
        ...(worthALook ? [`; worth a look: ${look}`] : []),
        `(${url})`,
      ].join(' '),
  );
  const known = rows.filter(({ to }) => to === undefined).map(({ port }) => index.port(port));
  return [...lines, '', ...sourceLines(known.flatMap(({ sources }) => sources))].join('\n');
}

export function chosenText(criteria: Criteria): string {
  const chosen = choose(criteria);
  if (chosen.length === 0) return 'No port meets all that was asked.';
  const lines = chosen.map(({ last, port, reasons, url }) =>
    [`${port}${last === port ? '' : ` to ${last}`}:`, ...reasons, `(${url})`].join(' '),
  );
  const index = theIndex();
  const used = ['iana', ...chosen.flatMap(({ port }) => index.port(port).sources)];
  return [
    ...lines,
    '',
    `${index.sources.size} sources were looked at: ${absolute('/about')}`,
    ...sourceLines(used),
  ].join('\n');
}

/** Each once: its name, date and address. */
function sourceLines(ids: readonly string[]): string[] {
  const { sources } = theIndex();
  const lines = [...new Set(ids)].flatMap((id) => {
    const source = sources.get(id);
    return source ? [`- ${source.name}, ${source.date}: ${source.url}`] : [];
  });
  return lines.length > 0 ? ['Sources:', ...lines] : [];
}
