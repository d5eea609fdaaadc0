/** The bytes that a page needs before it can be read and used: itself, and all it names with src or href in its head and body. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { DIST } from '../../src/base/folders.ts';

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
  const weight = {
    html: brotli(html),
    script: sum(/<script[^>]*\ssrc="?([^"\s>]+)/g, text),
    style: sum(/<link[^>]*rel="?stylesheet"?[^>]*href="?([^"\s>]+)/g, text),
    icon: sum(/<link[^>]*rel="?icon"?[^>]*href="?([^"\s>]+)/g, text),
  };
  return { ...weight, total: weight.html + weight.script + weight.style + weight.icon };
}

function sum(pattern: RegExp, text: string): number {
  const files = new Set<string>();
  for (const [, path = ''] of text.matchAll(pattern)) addWithNeeds(path, files);
  return [...files].reduce((bytes, path) => bytes + asset(path).bytes, 0);
}

/** A style sheet brings its pictures along, a script the modules that it imports at once. */
function addWithNeeds(path: string, files: Set<string>): void {
  if (files.has(path)) return;
  files.add(path);
  for (const needed of asset(path).needs) addWithNeeds(needed, files);
}

interface Asset {
  bytes: number;
  needs: string[];
}

const assets = new Map<string, Asset>();

function asset(path: string): Asset {
  return assets.getOrInsertComputed(path, () => {
    const content = readFileSync(join(DIST, path));
    const text = content.toString('utf8');
    const named = path.endsWith('.css')
      ? text.matchAll(/url\(["']?(?!data:)([^"')]+)/g)
      : path.endsWith('.js')
        ? text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^"'()]*?from\s*)?["']([^"']+)["']/g)
        : [];
    const needs = [...named].map(([, name = '']) => posix.resolve(posix.dirname(path), name));
    return { bytes: brotli(content), needs };
  });
}
