/** The table of what was found: headers that sort, and a link for every port. */
import { COLUMN_IDS, COLUMNS, type ColumnId } from '../features/scan/table.ts';
import type { View } from '../features/scan/view.ts';
import { element } from './element.ts';
import type { ShownRow } from './scan-messages.ts';

export function headersOf(onSort: (column: ColumnId) => void): HTMLTableCellElement[] {
  return COLUMN_IDS.map((id) => {
    const button = element('button', { type: 'button' }, COLUMNS[id]);
    button.addEventListener('click', () => onSort(id));
    const header = element('th', { scope: 'col' }, button);
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
  const link = element('a', { href: page }, port);
  return element(
    'tr',
    { className: worthALook ? 'look' : '' },
    element('th', { scope: 'row' }, link, transport ? '/' : '', transport ?? ''),
    ...COLUMN_IDS.filter((id) => id !== 'port').map((id) => cellOf(id, cells[id])),
  );
}

/** On a phone a row is a card, where each cell needs its title, and an empty one is left out. */
function cellOf(column: ColumnId, text: string): HTMLTableCellElement {
  const cell = element('td', {}, text);
  cell.dataset.column = column;
  cell.dataset.title = COLUMNS[column];
  return cell;
}
