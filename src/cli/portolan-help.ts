/** The manual in the terminal and as a man page. */
import { wrap } from '../words/prose/wrap.ts';
import {
  CALLS,
  COMMANDS,
  EXAMPLES,
  EXIT_CODES,
  PARTS,
  SURROUNDINGS,
  WHAT,
  written,
} from './portolan-manual.ts';

type Rows = readonly (readonly [string, string])[];

const optionRows = (options: (typeof PARTS)[number]['options']): Rows =>
  options.map((option) => [written(option), option.text]);

const SECTIONS: readonly (readonly [string, Rows])[] = [
  ['Examples', EXAMPLES],
  ...PARTS.map(({ options, title }) => [title, optionRows(options)] as const),
  ['Commands', COMMANDS],
  ['Exit codes', EXIT_CODES],
  ['Environment', SURROUNDINGS],
];

export function helpText(width: number): string {
  return [
    ...wrap(`portolan: ${WHAT}`, '', '', width),
    '',
    ...CALLS.flatMap((call, at) =>
      wrap(call, ' '.repeat(9), at === 0 ? 'usage: ' : '  or:  ', width),
    ),
    ...SECTIONS.flatMap(([title, rows]) => ['', title, ...rowLines(rows, width)]),
  ].join('\n');
}

/** Two columns; on a narrow terminal the second one stands below the first. */
function rowLines(rows: Rows, width: number): string[] {
  const column = Math.max(...rows.map(([left]) => left.length)) + 4;
  if (column > width / 2)
    return rows.flatMap(([left, right]) => [
      `  ${left}`,
      ...wrap(right, '      ', '      ', width),
    ]);
  return rows.flatMap(([left, right]) =>
    wrap(right, ' '.repeat(column), `  ${left}`.padEnd(column), width),
  );
}

export function manPage(version: string, date: string): string {
  return [
    `.TH PORTOLAN 1 "${date}" "portolan ${version}" "User Commands"`,
    '.SH NAME',
    `portolan \\- ${roff(WHAT)}`,
    '.SH SYNOPSIS',
    ...CALLS.flatMap((call, at) => [...(at === 0 ? [] : ['.br']), roff(call)]),
    ...SECTIONS.flatMap(([title, rows]) => [
      `.SH ${title.toUpperCase()}`,
      ...rows.flatMap(([left, right]) => ['.TP', `\\fB${roff(left.trim())}\\fR`, roff(right)]),
    ]),
  ].join('\n');
}

/** A stroke is a minus there, a backslash begins a command, and other letters have numbers. */
const roff = (text: string) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/[^\n -~]/gu, (sign) => `\\[u${hex(sign)}]`);

const hex = (sign: string) =>
  (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
