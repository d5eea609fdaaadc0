/** CSV in and out: the only place that knows how the tables are written. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { z } from 'zod';
import { ImportError } from '../../base/input-error.ts';

export interface CsvLine {
  cells: string[];
  /** The line of the file on which the row begins, counted from 1. */
  line: number;
}

/** Every row with its line, so that an error can point at it. Blank lines are passed over. */
export function parseCsv(text: string): CsvLine[] {
  const rows: CsvLine[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step({ data, errors, meta }) {
      const error = errors[0];
      if (error) {
        const remedy =
          error.code === 'MissingQuotes'
            ? 'a quoted field is never closed; is the file cut short?'
            : error.message;
        throw new ImportError(remedy, { line });
      }
      if (data.length > 1 || data[0] !== '') rows.push({ cells: data, line });
      line += countBreaks(text, read, meta.cursor);
      read = meta.cursor;
    },
  });
  return rows;
}

function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // A CR counts unless it is the first half of a CRLF.
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) breaks++;
  }
  return breaks;
}

/** A table as typed rows, or an ImportError that names the file, the line and the field. */
export function readTable<Row extends object>(
  file: string,
  schema: z.ZodObject & z.ZodType<Row>,
): Row[] {
  const { data, errors } = Papa.parse<string[]>(readFileSync(file, 'utf8'), {
    delimiter: ',',
    skipEmptyLines: true,
  });
  const broken = errors[0];
  if (broken) throw new ImportError(broken.message, { file, line: (broken.row ?? 0) + 1 });
  const [header, ...body] = data;
  const columns = Object.keys(schema.shape);
  if (header?.join() !== columns.join()) {
    throw new ImportError(`the columns must be ${columns.join(', ')}`, { file, line: 1 });
  }
  return body.map((cells, index) => {
    if (cells.length !== columns.length) {
      throw new ImportError(`the row has ${cells.length} fields instead of ${columns.length}`, {
        file,
        line: index + 2,
      });
    }
    const row: Record<string, string | undefined> = {};
    columns.forEach((column, at) => {
      row[column] = cells[at];
    });
    return checkRow(schema, row, { file, line: index + 2 });
  });
}

function checkRow<Row>(
  schema: z.ZodType<Row>,
  row: unknown,
  where: { file: string; line: number },
): Row {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ImportError(String(issue?.message), { ...where, field: String(issue?.path[0]) });
}

/** A table as it is written, after a look at every row. */
export function tableText<Row extends object>(
  file: string,
  schema: z.ZodObject,
  rows: Row[],
): string {
  const columns = Object.keys(schema.shape);
  for (const [index, row] of rows.entries()) checkRow(schema, row, { file, line: index + 2 });
  return `${Papa.unparse(rows as object[], { columns, newline: '\n' })}\n`;
}
