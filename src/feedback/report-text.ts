/** The report for a terminal, as JSON and as CSV. */
import Papa from 'papaparse';
import { REASONS } from '../base/feedback-values.ts';
import { printable } from '../base/printable.ts';
import { spreadsheetText } from '../base/spreadsheet-text.ts';
import type { Note, PageReport, Report } from './report.ts';
import type { Faces } from './score.ts';

export function reportText(report: Report): string {
  const { answers, locales, pages, resolved } = report;
  const title = `${counted(answers, 'open answer')}${scope(report)}; ${resolved} dealt with`;
  if (answers === 0) return `${title}\n`;
  const table = pages.map((page) => `${String(page.port).padStart(5)}  ${facts(page)}`);
  const details = pages.filter(hasDetails).map(pageText);
  const languages = locales.map((each) => `${each.locale.padEnd(5)}  ${facts(each)}`);
  const head = 'let down    no  partly    yes';
  return `${[
    title,
    [` port  ${head}`, ...table].join('\n'),
    ...details,
    [`locale ${head}`, ...languages].join('\n'),
  ].join('\n\n')}\n`;
}

function scope({ locale, since }: Report): string {
  return `${since ? ` since ${since}` : ''}${locale ? ` in ${locale}` : ''}`;
}

function facts({ faces, score }: { faces: Faces; score: number }): string {
  const numbers = [faces.no, faces.partly, faces.yes].map((count) => String(count).padStart(7));
  return `${`${Math.round(score * 100)}%`.padStart(8)}${numbers.join('').slice(1)}`;
}

function hasDetails({ notes, reasons }: PageReport): boolean {
  return notes.length > 0 || Object.keys(reasons).length > 0;
}

function pageText({ notes, port, reasons }: PageReport): string {
  const counts = REASONS.filter((reason) => reasons[reason]).map(
    (reason) => `${reason} ${reasons[reason]}`,
  );
  return [`port ${port}: ${counts.join(', ') || 'no reason given'}`, ...notes.map(noteText)].join(
    '\n',
  );
}

function noteText({ day, face, locale, reasons, text }: Note): string {
  const why = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
  return `  ${day} ${locale} ${face}${why}: ${printable(text)}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** A row for each page, and its notes as one cell. */
export function reportCsv({ pages }: Report): string {
  return csv(
    pages.map(({ faces, notes, port, reasons, score }) => ({
      port,
      score: score.toFixed(4),
      ...faces,
      ...Object.fromEntries(REASONS.map((reason) => [reason, reasons[reason] ?? 0])),
      notes: notes.map((note) => noteText(note).trim()).join(' | '),
    })),
  );
}

export function csv(rows: readonly object[]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse(rows.map(safe), { newline: '\n' })}\n`;
}

function safe(row: object): object {
  const cells = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'string' ? spreadsheetText(value) : value,
  ]);
  return Object.fromEntries(cells);
}
