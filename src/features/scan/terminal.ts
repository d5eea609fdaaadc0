/** The table in a terminal: columns that are as wide as what stands in them, and no column that is empty. */
import { printable } from '../../base/printable.ts';
import { COLUMN_IDS, COLUMNS, type TableRow } from './table.ts';

/** A cell that is longer is cut, save in the last column. */
const WIDEST = 28;

export function toTerminal(rows: readonly TableRow[]): string {
  const columns = COLUMN_IDS.filter((id) => rows.some(({ cells }) => cells[id] !== ''));
  const lines = [
    columns.map((id) => COLUMNS[id]),
    ...rows.map(({ cells }) => columns.map((id) => printable(cells[id]))),
  ];
  const widths = columns.map((_, at) =>
    lines.reduce((widest, cells) => Math.max(widest, Math.min(WIDEST, cells[at]?.length ?? 0)), 0),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, at) => (at === columns.length - 1 ? cell : cut(cell, widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const cut = (text: string, width: number) =>
  (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);
