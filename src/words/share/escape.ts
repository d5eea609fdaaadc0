/** Any text inside the markup of others, so that it comes out there as it went in. */
import { escapeHtml } from '../../base/escape.ts';

/** CommonMark lets every sign of ASCII be escaped; these are the ones that begin something, in GitHub’s dialect too. */
export const inMarkdown = (text: string): string =>
  oneLine(text).replace(/[\\`*_[\]<>~|$]|&(?=#?\w+;)/g, String.raw`\$&`);

export const inHtml = (text: string): string => escapeHtml(oneLine(text));

/** BBCode has no escape that all forums know: what would be a tag is put in round brackets. */
export const inBbcode = (text: string): string =>
  oneLine(text).replaceAll('[', '(').replaceAll(']', ')');

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
