/** What of the table is shown: sorted, filtered, a part at a time. */
import { VERDICT_LEVELS } from '../../base/verdict-levels.ts';
import { inOrder } from './group.ts';
import type { ColumnId, TableRow } from './table.ts';

export interface View {
  sort: ColumnId;
  descending: boolean;
  onlyWorthALook: boolean;
}

export const FIRST_VIEW: View = { sort: 'port', descending: false, onlyWorthALook: false };

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export function rowsInView(rows: readonly TableRow[], view: View): TableRow[] {
  const { descending, onlyWorthALook, sort } = view;
  const shown = onlyWorthALook ? rows.filter(({ worthALook }) => worthALook) : [...rows];
  const sign = descending ? -1 : 1;
  return shown.sort(
    (a, b) =>
      blanksLast(a.cells[sort], b.cells[sort]) ||
      sign * by(sort, a, b) ||
      inOrder(a.found, b.found),
  );
}

/** An empty cell tells nothing, whichever way the column is sorted. */
const blanksLast = (a: string, b: string) => Number(a === '') - Number(b === '');

function by(sort: ColumnId, a: TableRow, b: TableRow): number {
  if (sort === 'port') return inOrder(a.found, b.found);
  if (sort === 'verdict') return placeOf(a) - placeOf(b);
  return collator.compare(a.cells[sort], b.cells[sort]);
}

const placeOf = ({ level }: TableRow) => (level ? VERDICT_LEVELS.indexOf(level) : -1);
