/** A PortRecord as plain text of 80 columns: for the terminal and for `curl`. */
import type { PortRecord, SourceIndex, TransportRecord } from '../atlas/record.ts';
import { STATUSES } from '../atlas/status.ts';
import { headline, seenOpen } from './answer.ts';
import { eventWords } from './timeline-words.ts';
import { sentence, whenWords } from './words.ts';

const WIDTH = 80;
const LEVELS = { good: 'yes', care: 'with care', avoid: 'better not' } as const;

/** All that is known of a port; of one transport alone, where one is named. */
export function plainText(record: PortRecord, sources: SourceIndex, transport?: string): string {
  const shown = transport ? [transportOf(record, transport)] : record.transports;
  const book = (id: string) => sources.get(id)?.short ?? id;
  const labels = record.labels.filter(
    ({ transports }) => !transport || transports.includes(transport),
  );
  return [
    ...wrap(`${record.port}  ${headline(record)}`, '       '),
    '',
    ...shown.map((entry) => `  ${entry.transport.padEnd(5)}${transportLine(entry)}`),
    ...section('Seen open', wrap(seenOpen(record, sources), '  ', '  ')),
    ...section(
      'Other books',
      labels.map(
        ({ source, name, transports }) =>
          `  ${book(source).padEnd(12)}${transports.join('+').padEnd(10)}${name}`,
      ),
    ),
    ...section(
      'History',
      record.timeline.flatMap((event) =>
        wrap(`${whenWords(event.when)}: ${eventWords(event)}`, '    ', '  '),
      ),
    ),
    ...section(`May I use it? ${LEVELS[record.verdict.level]}`, [
      ...record.verdict.reasons.flatMap(({ text }) => wrap(`- ${sentence(text)}`, '    ', '  ')),
      ...(record.verdict.better.length > 0
        ? [`  Better: ${record.verdict.better.join(', ')}`]
        : []),
    ]),
    ...section(
      'Sources',
      record.sources.map((id) => `  ${book(id)}, ${sources.get(id)?.date ?? ''}`),
    ),
    '',
  ].join('\n');
}

/** A transport that the registry has no row for has a status all the same. */
function transportOf(record: PortRecord, transport: string): TransportRecord {
  const known = record.transports.find((entry) => entry.transport === transport);
  const status = record.range === 'dynamic' ? 'dynamic' : 'never-assigned';
  return known ?? { transport, status, services: [], unstated: false };
}

function transportLine({ services, status, unstated }: TransportRecord): string {
  const what =
    services.length > 0
      ? `${services.join(', ')} (${STATUSES[status].label})`
      : STATUSES[status].label;
  return unstated && status === 'assigned' ? `${what}; the registry names no transport` : what;
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines] : [];
}

/** Lines of at most 80 columns, the first with its own indent. */
export function wrap(text: string, indent: string, first = ''): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line += line === '' || line.endsWith(' ') ? word : ` ${word}`;
  }
  return [...lines, line];
}
