/** The chart room by day, for pictures: the colours of styles/base.css, the paper, the rhumb lines and the rose. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../base/folders.ts';
import type { Status } from '../../facts/atlas/record.ts';
import { outline, type Type } from './lettering.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;
export const MARGIN = 64;

const STYLES = readFileSync(join(ROOT, 'src/styles/base.css'), 'utf8');

/** A colour of the pages, by day: a picture has no night. */
function colourOf(name: string): string {
  const [, colour] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`).exec(STYLES) ?? [];
  if (!colour) throw new Error(`src/styles/base.css has no colour --${name}`);
  return colour;
}

export const INK = colourOf('ink');
export const SOFT = colourOf('soft');
export const PAPER = colourOf('paper');
export const SHEET = '#e9e0cb';
const BRASS = '#b8863b';

/** As the marks on the pages have them: what is not assigned is told in the soft colour of the text. */
export const COLOURS: Record<Status, string> = {
  assigned: colourOf('assigned'),
  unassigned: SOFT,
  reserved: colourOf('reserved'),
  'de-registered': colourOf('de-registered'),
  'never-assigned': SOFT,
  dynamic: colourOf('dynamic'),
};

/** The rose of the favicon, on a field of 32 by 32. */
const ROSE =
  /<g id="rose">.*<\/g>/s.exec(readFileSync(join(ROOT, 'public/favicon.svg'), 'utf8'))?.[0] ?? '';

export const rose = (x: number, y: number, size: number) =>
  `<g transform="translate(${x - size / 2} ${y - size / 2}) scale(${size / 32})">${ROSE}</g>`;

export const write = (text: string, x: number, y: number, type: Type, colour = INK) =>
  `<path fill="${colour}" d="${outline(text, x, y, type)}"/>`;

/** The 32 winds, as on a chart: lines from one point to beyond the edge. */
export function rhumbs(x: number, y: number): string {
  const rays = Array.from({ length: 32 }, (_, wind) => {
    const angle = (wind * Math.PI) / 16;
    return `M${x} ${y}l${Math.round(1400 * Math.cos(angle))} ${Math.round(1400 * Math.sin(angle))}`;
  });
  return `<path stroke="${BRASS}" stroke-opacity=".26" d="${rays.join('')}"/>`;
}

/** The marks of the statuses, as the pages show them: told apart without their colours. */
const MARKS: Record<Status, string> = {
  assigned: '<circle r="9" fill="currentColor"/>',
  reserved: '<path d="M0-11 11 0 0 11-11 0z" fill="currentColor"/>',
  unassigned: '<circle r="8" fill="none" stroke="currentColor" stroke-width="2.5"/>',
  'never-assigned':
    '<circle r="8" fill="none" stroke="currentColor" stroke-width="2.5" stroke-dasharray="3 3"/>',
  'de-registered':
    '<path d="M-8-8 8 8M8-8-8 8" fill="none" stroke="currentColor" stroke-width="3.500"/>',
  dynamic:
    '<path d="M-10-3q5-6 10 0t10 0M-10 5q5-6 10 0t10 0" fill="none" stroke="currentColor" stroke-width="3"/>',
};

export const mark = (status: Status, x: number, y: number, scale = 1) =>
  `<g color="${COLOURS[status]}" transform="translate(${x} ${y}) scale(${scale})">${MARKS[status]}</g>`;

export const sheet = (...parts: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
  `<path fill="${PAPER}" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>${parts.join('')}</svg>`;

/** Name of the site at the foot, and how old the facts are. */
export function foot(date: string, y: number): string {
  const name: Type = { face: 'number', size: 34 };
  return (
    rose(MARGIN + 20, y - 11, 40) +
    write('Portolan', MARGIN + 52, y, name) +
    write(`IANA’s registry of ${date}`, MARGIN + 206, y, { face: 'sans', size: 25 }, SOFT)
  );
}
