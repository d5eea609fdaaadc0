/** The table of what was found: headers that sort, and a link for every port. */
import { COLUMN_IDS, COLUMNS, type ColumnId } from '../features/scan/table.ts';
import type { View } from '../features/scan/view.ts';
import type { ShownRow } from './lookup-messages.ts';
import { make } from './make.ts';

export function headersOf(onSort: (column: ColumnId) => void): HTMLTableCellElement[] {
  return COLUMN_IDS.map((id) => {
    const button = make('button', { type: 'button' }, COLUMNS[id]);
    button.addEventListener('click', () => onSort(id));
    const header = make('th', { scope: 'col' }, button);
    header.dataset.column = id;
    return header;
  });
}

/** Only the column by which the table is sorted says so. */
export function showOrder(
  headers: readonly HTMLTableCellElement[],
  { descending, sort }: View,
): void {
  for (const header of headers) {
    if (header.dataset.column === sort)
      header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    else header.removeAttribute('aria-sort');
  }
}

export function rowOf({ cells, page, worthALook }: ShownRow): HTMLTableRowElement {
  const [port = '', transport] = cells.port.split('/');
  const link = make('a', { href: page }, port);
  return make(
    'tr',
    { className: worthALook ? 'look' : '' },
    make('th', { scope: 'row' }, link, transport ? `/${transport}` : ''),
    ...COLUMN_IDS.filter((id) => id !== 'port').map((id) => make('td', {}, cells[id])),
  );
}
