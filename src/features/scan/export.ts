/** The table as text for other places: Markdown for a ticket, CSV for a spreadsheet. */
import { spreadsheetText } from '../../base/spreadsheet-text.ts';
import { COLUMN_IDS, COLUMNS, type TableRow } from './table.ts';

/** With links to the pages, which `origin` makes whole. */
export function toMarkdown(rows: readonly TableRow[], origin: string): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const titles = COLUMN_IDS.map((id) => COLUMNS[id]);
  return [
    line(titles),
    line(titles.map(() => '---')),
    ...rows.map(({ cells, page }) =>
      line(
        COLUMN_IDS.map((id) =>
          id === 'port' ? `[${cells.port}](${origin}${page})` : markdownCell(cells[id]),
        ),
      ),
    ),
    '',
  ].join('\n');
}

/** What was pasted is nobody's markup. */
const markdownCell = (text: string) => text.replace(/[\\|`*_[\]<>]/g, '\\$&').replace(/\s+/g, ' ');

export function toCsv(rows: readonly TableRow[], origin: string): string {
  const line = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`;
  return [
    line([...COLUMN_IDS.map((id) => COLUMNS[id]), 'Page']),
    ...rows.map(({ cells, page }) => line([...COLUMN_IDS.map((id) => cells[id]), origin + page])),
  ].join('');
}

function csvCell(text: string): string {
  const safe = spreadsheetText(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
