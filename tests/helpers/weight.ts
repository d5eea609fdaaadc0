/** The bytes that a page needs before it can be read and used: itself, and all it names with src or href in its head and body. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { DIST } from '../../src/build/folders.ts';

export interface Weight {
  total: number;
  html: number;
  script: number;
  style: number;
  icon: number;
}

const QUALITY = 5;

export const brotli = (bytes: Buffer): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length;

export function pageWeight(file: string): Weight {
  const html = readFileSync(file);
  const text = html.toString('utf8');
  const sizes = (pattern: RegExp) =>
    [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))]
      .map((path) => brotli(readFileSync(join(DIST, path))))
      .reduce((sum, size) => sum + size, 0);
  const weight = {
    html: brotli(html),
    script: sizes(/<script[^>]*\ssrc="?([^"\s>]+)/g),
    style: stylesOf(text),
    icon: sizes(/<link[^>]*rel="?icon"?[^>]*href="?([^"\s>]+)/g),
  };
  return { ...weight, total: weight.html + weight.script + weight.style + weight.icon };
}

/** Style sheets, and the pictures that they bring along. */
function stylesOf(text: string): number {
  const sheets = [...text.matchAll(/<link[^>]*rel="?stylesheet"?[^>]*href="?([^"\s>]+)/g)].map(
    (match) => match[1] ?? '',
  );
  return sheets.reduce((sum, path) => {
    const css = readFileSync(join(DIST, path));
    const pictures = [...css.toString('utf8').matchAll(/url\((\/[^)]+)\)/g)].map(
      (match) => match[1] ?? '',
    );
    return (
      sum +
      brotli(css) +
      pictures.reduce((bytes, picture) => bytes + brotli(readFileSync(join(DIST, picture))), 0)
    );
  }, 0);
}
