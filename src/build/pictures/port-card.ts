/** The picture of an authored page: number, name, status of each transport, summary, and the ports around it. */
import type { PortRecord, Status, TransportRecord } from '../../facts/atlas/record.ts';
import { STATUS_RULES } from '../../facts/atlas/status.ts';
import { stripAround } from '../../site/chart-strip.ts';
import { nameOf } from '../../words/port/in-english.ts';
import { balanced, type Type, widthOf, wrapped } from './lettering.ts';
import {
  COLOURS,
  foot,
  INK,
  MARGIN,
  mark,
  rhumbs,
  rose,
  SOFT,
  sheet,
  WIDTH,
  write,
} from './look.ts';

const ROOM = WIDTH - 2 * MARGIN;
const NUMBER: Type = { face: 'number', size: 210 };
const PORT: Type = { face: 'serif', size: 92 };
const NAMES: readonly Type[] = [64, 56, 48, 42].map((size) => ({ face: 'number', size }));
const SUMMARIES: readonly Type[] = [40, 37, 34].map((size) => ({ face: 'sans', size }));
const STATUS: Type = { face: 'sans', size: 30 };
const TRANSPORT: Type = { face: 'strong', size: 30 };
const LINE = 1.3;
const ROSE = { x: 1020, y: 134, size: 204 };
const STRIP_TOP = 606;

export function portCard(record: PortRecord, statuses: readonly Status[], date: string): string {
  const { page, port } = record;
  const name = nameOf(record);
  const type = largest(NAMES, (each) => widthOf(name, each) <= ROOM);
  const [title = ''] = wrapped(name, ROOM, 1, type);
  const summary = page?.summary ?? '';
  const text = largest(SUMMARIES, (each) => wrapped(summary, ROOM, 4, each).length <= 3);
  const lines = balanced(summary, ROOM, 3, text);
  return sheet(
    rhumbs(ROSE.x, ROSE.y),
    rose(ROSE.x, ROSE.y, ROSE.size),
    write('Port', MARGIN, 206, PORT, SOFT),
    write(String(port), MARGIN + widthOf('Port ', PORT), 206, NUMBER),
    write(title, MARGIN, 296, type),
    transportsLine(record.transports, 354),
    ...lines.map((line, index) => write(line, MARGIN, 418 + index * LINE * text.size, text)),
    foot(date, 578),
    neighbours(port, statuses),
  );
}

const largest = (types: readonly Type[], fits: (type: Type) => boolean) =>
  types.find(fits) ?? (types.at(-1) as Type);

/** Transports of which the same is true share one mark. */
function transportsLine(transports: readonly TransportRecord[], y: number): string {
  const groups = Map.groupBy(transports, ({ services, status }) =>
    [...services, STATUS_RULES[status].label].join(', '),
  );
  let x = MARGIN;
  let line = '';
  for (const [text, group] of groups) {
    const status = group[0]?.status ?? 'unassigned';
    const named = group.map(({ transport }) => transport.toUpperCase()).join(', ');
    const start = x + 32 + widthOf(`${named}  `, TRANSPORT);
    const end = start + widthOf(text, STATUS);
    if (x > MARGIN && end > WIDTH - MARGIN) break;
    line +=
      mark(status, x + 11, y - 10) +
      write(named, x + 32, y, TRANSPORT, COLOURS[status]) +
      write(text, start, y, STATUS, COLOURS[status]);
    x = end + 44;
  }
  return line;
}

/** The strip of the chart along the lower edge, this port in ink. */
function neighbours(port: number, statuses: readonly Status[]): string {
  const { at, runs } = stripAround(port, statuses);
  const unit = WIDTH / 64;
  const bars = runs.map(
    ({ length, start, status }) =>
      `<path fill="${COLOURS[status]}" fill-opacity="${status === 'unassigned' ? 0.35 : 1}" ` +
      `d="M${start * unit} ${STRIP_TOP}h${length * unit}v30h-${length * unit}z"/>`,
  );
  return `${bars.join('')}<path fill="${INK}" d="M${at * unit} ${STRIP_TOP - 12}h${unit}v50h-${unit}z"/>`;
}
