/** The bytes that a page needs before it can be used: itself, and all it names with src or href. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export interface Weight {
  total: number;
  html: number;
  script: number;
  style: number;
  icon: number;
}

type Needs = Pick<Weight, 'icon' | 'script' | 'style'>;

interface Weigher {
  /** What the files weigh that a page names. */
  needs: (page: Weighed) => Needs;
  weigh: (page: Weighed) => Weight;
  /** The same answer as `weigh` gives, in a fraction of the time. */
  exceeds: (page: Weighed, limit: number) => boolean;
}

/** What is to be weighed: the bytes, and what a reading of them gave. */
interface Weighed {
  content: Buffer;
  /** Addresses, by what they are. */
  script: readonly string[];
  style: readonly string[];
  icon: readonly string[];
}

const QUALITY = 5;

export const brotli = (bytes: Buffer): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length;

/** With less effort nothing becomes smaller. */
const roughly = (bytes: Buffer): number => brotliCompressSync(bytes, { params: ROUGH }).length;
const ROUGH = {
  [constants.BROTLI_PARAM_QUALITY]: 1,
  [constants.BROTLI_PARAM_LGWIN]: 16,
};

/** By a search in the text: for the few pages whose weight is printed. */
export function pageWeight(folder: string, file: string): Weight {
  const content = readFileSync(join(folder, file));
  const text = content.toString('utf8');
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, path = '']) => path);
  return weigherOf(folder).weigh({
    content,
    script: found(/<script[^>]*\ssrc="?([^"\s>]+)/g),
    style: found(/<link[^>]*rel="?stylesheet"?[^>]*href="?([^"\s>]+)/g),
    icon: found(/<link[^>]*rel="?icon"?[^>]*href="?([^"\s>]+)/g),
  });
}

const weighers = new Map<string, Weigher>();

/** Each file that pages share is weighed once. */
export const weigherOf = (folder: string): Weigher =>
  weighers.getOrInsertComputed(folder, makeWeigher);

function makeWeigher(folder: string): Weigher {
  const assets = new Map<string, Asset>();
  const sums = new Map<string, number>();
  const asset = (path: string) => assets.getOrInsertComputed(path, () => readAsset(folder, path));

  /** A style sheet brings its pictures along, a script the modules that it imports at once. */
  function addWithNeeds(path: string, files: Set<string>): void {
    if (files.has(path)) return;
    files.add(path);
    for (const needed of asset(path).needs) addWithNeeds(needed, files);
  }

  const sum = (paths: readonly string[]): number =>
    sums.getOrInsertComputed(paths.join(' '), () => {
      const files = new Set<string>();
      for (const path of paths) addWithNeeds(path, files);
      return [...files].reduce((bytes, path) => bytes + asset(path).bytes, 0);
    });

  const needs = ({ icon, script, style }: Weighed): Needs => ({
    script: sum(script),
    style: sum(style),
    icon: sum(icon),
  });
  const weigh = (page: Weighed): Weight => {
    const { icon, script, style } = needs(page);
    const html = brotli(page.content);
    return { html, script, style, icon, total: html + script + style + icon };
  };
  const exceeds = (page: Weighed, limit: number): boolean => {
    const { icon, script, style } = needs(page);
    const others = icon + script + style;
    // Most pages fit as they are, and no effort makes one larger.
    if (page.content.length + others <= limit) return false;
    return roughly(page.content) + others > limit && weigh(page).total > limit;
  };
  return { needs, weigh, exceeds };
}

interface Asset {
  bytes: number;
  needs: string[];
}

function readAsset(folder: string, path: string): Asset {
  const content = readFileSync(join(folder, path));
  const text = content.toString('utf8');
  const named = path.endsWith('.css')
    ? text.matchAll(/url\(["']?(?!data:)([^"')]+)/g)
    : path.endsWith('.js')
      ? text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^"'()]*?from\s*)?["']([^"']+)["']/g)
      : [];
  const needs = [...named].map(([, name = '']) => posix.resolve(posix.dirname(path), name));
  return { bytes: brotli(content), needs };
}
