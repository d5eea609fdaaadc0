/** Cells of the registry's file, tidied: one line, single spaces, no one's address. */

import { ImportError } from '../../base/input-error.ts';
import { isPortRange } from '../schemas/registry.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Mail addresses are contacts, and contacts are not published; so are bytes that nobody meant. */
export function cleanText(cell: string): string {
  return (
    cell
      // From the beginning of a word: begun anew at each of its letters, a long one would take for ever.
      .replace(/<?(?<![\w.+-])[\w.+-]+(?:@|&)[\w-]+(?:\.[\w-]+)+>?/g, '')
      .replace(/\(?previous contact was ?\[[^\][]*\]\)?/gi, '')
      // Signs that control a terminal (Cc) or turn a line around (Cf), too.
      .replace(/[\p{Cc}\p{Cf}\ufffd\s]+/gu, ' ')
      .replace(/√(.)/g, (pair, second) => mendMacRoman(second) ?? pair)
      .trim()
  );
}

/** The upper half of Mac OS Roman, from byte 0x80 to 0xBF. */
const MAC_ROMAN = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø';

/** UTF-8 that was once read as Mac OS Roman: '√´' was ë. '√' is the first byte of the pair. */
function mendMacRoman(second: string): string | undefined {
  const at = MAC_ROMAN.indexOf(second);
  return at < 0 ? undefined : String.fromCharCode(0xc0 + at);
}

/** '80', ' 6000 - 6063 ' or '4748-4748', as the registry writes them; anything else is an error. */
export function cleanPorts(cell: string, line: number): string {
  const text = cell
    .trim()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/ ?- ?/, '-');
  if (!isPortRange(text)) {
    throw new ImportError(
      `'${cell.slice(0, 40)}' is no port; write a number from 0 to 65535, or a range such as 6000-6063`,
      { line, field: 'Port Number' },
    );
  }
  const [low, high] = text.split('-').map(Number);
  return high === undefined || high === low ? String(low) : `${low}-${high}`;
}

/** 2004-06, 2004-6-1, 2004/06/01, 1 June 2004 and 'June 2004' all become ISO dates, as exact as given. */
export function cleanDate(cell: string, line: number, field: string): string {
  const text = cell.trim();
  if (text === '') return '';
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  const worded = /^(?:(\d{1,2})\s+)?([A-Za-z]{3})[a-z]*\.?\s+(\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : worded
      ? [worded[3], String(MONTHS.indexOf(worded[2]?.toLowerCase() ?? '') + 1), worded[1]]
      : [];
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
  const inRange =
    (parts[1] ?? 1) >= 1 && (parts[1] ?? 1) <= 12 && (parts[2] ?? 1) >= 1 && (parts[2] ?? 1) <= 31;
  if (year === undefined || !inRange) {
    throw new ImportError(`'${text.slice(0, 40)}' is no date; write 2026-08-17 or 2026-08`, {
      line,
      field,
    });
  }
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
