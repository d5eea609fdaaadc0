/** Pictures with the chart of all ports: one for each status, where its ports stand out, and one for the site. */
import { PORT_COUNT } from '../../base/ranges.ts';
import type { Status } from '../../facts/atlas/record.ts';
import { STATUS_RULES } from '../../facts/atlas/status.ts';
import { capital } from '../../words/prose/words.ts';
import { balanced, type Type } from './lettering.ts';
import {
  COLOURS,
  foot,
  HEIGHT,
  INK,
  MARGIN,
  mark,
  PAPER,
  rhumbs,
  rose,
  SHEET,
  SOFT,
  sheet,
  WIDTH,
  write,
} from './look.ts';

/** 256 ports a row, two pixels a port. */
const ROW = 256;
const UNIT = 2;
/** Where there are fewer than this, single ones are ringed. */
const FEW = 100;
const SIDE = ROW * UNIT;
const LEFT = WIDTH - SIDE - 52;
const TOP = (HEIGHT - SIDE) / 2;
const ROOM = LEFT - MARGIN - 36;

const COUNT: Type = { face: 'sans', size: 32 };
const RULE: Type = { face: 'sans', size: 39 };
const HEAD: Type = { face: 'number', size: 84 };
const NAME: Type = { face: 'number', size: 112 };

const number = new Intl.NumberFormat('en-GB');

export function statusCard(status: Status, statuses: readonly Status[], date: string): string {
  const count = statuses.filter((each) => each === status).length;
  const head = capital(STATUS_RULES[status].label);
  // The longest, 'De-registered', is as wide as the room.
  const words = balanced(STATUS_RULES[status].rule, ROOM, 5, RULE);
  return sheet(
    rhumbs(LEFT, TOP),
    chart(statuses, (each) => (each === status ? COLOURS[status] : undefined)),
    count < FEW ? rings(status, statuses) : '',
    mark(status, MARGIN + 20, 104, 2),
    write('Port status', MARGIN + 58, 116, { face: 'serif', size: 40 }, SOFT),
    write(head, MARGIN, 216, HEAD, COLOURS[status]),
    ...words.map((line, index) => write(line, MARGIN, 284 + index * 50, RULE)),
    write(
      `${number.format(count)} of ${number.format(PORT_COUNT)} ports`,
      MARGIN,
      512,
      COUNT,
      SOFT,
    ),
    foot(date, 578),
  );
}

export function siteCard(statuses: readonly Status[], date: string): string {
  const words = balanced(
    'Every TCP and UDP port from 0 to 65535, and what we know about it.',
    ROOM,
    4,
    { face: 'sans', size: 40 },
  );
  return sheet(
    rhumbs(LEFT, TOP),
    chart(statuses, (each) => (each === 'unassigned' ? undefined : COLOURS[each])),
    rose(MARGIN + 62, 130, 124),
    write('Portolan', MARGIN - 4, 296, NAME),
    ...words.map((line, index) =>
      write(line, MARGIN, 366 + index * 52, { face: 'sans', size: 40 }),
    ),
    write(`IANA’s registry of ${date}`, MARGIN, 578, { face: 'sans', size: 25 }, SOFT),
  );
}

/** A dot of two pixels is lost among 65,536: a ring around it shows where it is. */
function rings(status: Status, statuses: readonly Status[]): string {
  const each = statuses.flatMap((other, port) => {
    if (other !== status || statuses[port - 1] === status || statuses[port + 1] === status)
      return [];
    const [x, y] = [(port % ROW) * UNIT + 1, Math.floor(port / ROW) * UNIT + 1];
    return [`<circle cx="${x}" cy="${y}" r="6"/>`];
  });
  const look = `fill="none" stroke="${COLOURS[status]}" stroke-width="2"`;
  return `<g transform="translate(${LEFT} ${TOP})" ${look}>${each.join('')}</g>`;
}

/** The ports that have a colour, each colour one path of runs; the others are the sheet below. */
function chart(
  statuses: readonly Status[],
  colourOf: (status: Status) => string | undefined,
): string {
  const paths = new Map<string, string>();
  let start = 0;
  for (let port = 1; port <= statuses.length; port++) {
    if (port % ROW !== 0 && statuses[port] === statuses[start]) continue;
    const colour = colourOf(statuses[start] as Status);
    if (colour) {
      const [x, y] = [(start % ROW) * UNIT, Math.floor(start / ROW) * UNIT];
      const width = (port - start) * UNIT;
      const run = `M${x} ${y}h${width}v${UNIT}h-${width}z`;
      paths.set(colour, (paths.get(colour) ?? '') + run);
    }
    start = port;
  }
  const runs = [...paths].map(([colour, path]) => `<path fill="${colour}" d="${path}"/>`);
  return (
    `<g transform="translate(${LEFT} ${TOP})" shape-rendering="crispEdges">` +
    `<path fill="${SHEET}" d="M0 0h${SIDE}v${SIDE}H0z"/>${runs.join('')}</g>` +
    frame(8, `stroke="${INK}" stroke-width="2"`) +
    frame(4, `stroke="${PAPER}" stroke-width="6"`)
  );
}

/** A line around the chart, so many pixels away from it. */
function frame(away: number, stroke: string): string {
  const side = SIDE + 2 * away;
  const path = `M${LEFT - away} ${TOP - away}h${side}v${side}h-${side}z`;
  return `<path fill="none" ${stroke} d="${path}"/>`;
}
