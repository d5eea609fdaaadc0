/** The table in a terminal: columns that are as wide as what stands in them, and no column that is empty. */
import { printable } from '../../base/printable.ts';
import { wrap } from '../../words/prose/wrap.ts';
import { COLUMN_IDS, COLUMNS, type ColumnId, type TableRow } from './table.ts';

/** A cell that is longer is cut, save in the last column. */
const WIDEST = 28;
/** What a narrow terminal does without, the least needed first. */
const SPARED: readonly ColumnId[] = ['verdict', 'registered'];

/** As a table where it fits; else each port has lines of its own, with what stands beside it below. */
export function toTerminal(rows: readonly TableRow[], width = Number.POSITIVE_INFINITY): string {
  const filled = COLUMN_IDS.filter((id) => rows.some(({ cells }) => cells[id] !== ''));
  for (let spared = 0; spared <= SPARED.length; spared++) {
    const left = SPARED.slice(0, spared);
    const table = tableOf(
      rows,
      filled.filter((id) => !left.includes(id)),
    );
    if (width === Number.POSITIVE_INFINITY || table.every((line) => line.length <= width))
      return table.join('\n');
  }
  return rows.flatMap((row) => cardOf(row, width)).join('\n');
}

function tableOf(rows: readonly TableRow[], columns: readonly ColumnId[]): string[] {
  const lines = [
    columns.map((id) => COLUMNS[id]),
    ...rows.map(({ cells }) => columns.map((id) => printable(cells[id]))),
  ];
  const widths = columns.map((_, at) =>
    lines.reduce((widest, cells) => Math.max(widest, Math.min(WIDEST, cells[at]?.length ?? 0)), 0),
  );
  return lines.map((cells) =>
    cells
      .map((cell, at) => (at === columns.length - 1 ? cell : cut(cell, widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function cardOf({ cells, found }: TableRow, width: number): string[] {
  const filled = (...ids: ColumnId[]) => ids.map((id) => printable(cells[id])).filter(Boolean);
  const below = (text: string) => wrap(text, '    ', '  ', width);
  // Of the port of a connection's own end, names say nothing.
  const known = [
    ...filled('usual').map((names) => `Usually listens: ${names}`),
    ...filled('registered').map((names) => `Registered: ${names}`),
  ];
  return [
    ...wrap(filled('port', 'state', 'process').join(' '), '    ', '', width),
    ...filled('address', 'look').flatMap(below),
    ...(found.listens === false ? [] : known.slice(0, 1)).flatMap(below),
  ];
}

const cut = (text: string, width: number) =>
  (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);
