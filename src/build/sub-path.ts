/**
 * Moves a whole built site into a folder of its host: '/443' becomes '/ports/443' wherever a browser, a
 * program or a reader takes it for an address. The last step of a build with PORTOLAN_BASE, so that
 * sources write addresses as they are on a host of their own.
 */
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { FEEDBACK_PATH } from '../base/feedback-values.ts';

export interface Move {
  /** '/ports' */
  base: string;
  /** 'https://example.org': what whole addresses begin with. */
  site: string;
  /** What addresses of the site begin with, beside numbers: 'guides', 'ports.json', '_assets'. */
  names: ReadonlySet<string>;
}

export class PlaceTakenError extends Error {}

/** @returns the number of files that have addresses of the site in them */
export function moveSite(folder: string, base: string, site: string): number {
  const names = new Set(
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => name.replace(/\.html$/, ''))
      .filter((name) => !/^\d+$/.test(name)),
  );
  names.add(FEEDBACK_PATH.split('/')[1] ?? '');
  const [, first = ''] = base.split('/');
  if (names.has(first))
    throw new PlaceTakenError(
      `PORTOLAN_BASE: the site has a page /${first} of its own; take another`,
    );
  const move = { base, site, names };
  let moved = 0;
  for (const [pattern, change] of CHANGES) {
    for (const name of globSync(pattern, { cwd: folder })) {
      const file = join(folder, name);
      const before = readFileSync(file, 'utf8');
      const after = change(before, move);
      if (after === before) continue;
      writeFileSync(file, after);
      moved++;
    }
  }
  return moved;
}

type Change = (text: string, move: Move) => string;

/** Of the search index only the files of names have addresses, and the browser makes those. */
const CHANGES: readonly [string, Change][] = [
  ['**/*.html', (text, move) => wholeAddresses(movedHtml(text, move), move)],
  ['_assets/*.css', (text, { base }) => text.replace(/url\((["']?)\/(?!\/)/g, `url($1${base}/`)],
  ['_assets/*.js', (text, move) => movedScript(text, move)],
  [
    '{*,schema/*,oembed/*,.well-known/*}.{json,txt,xml,csv}',
    (text, move) => wholeAddresses(text, move),
  ],
];

const TAG = /<[a-z][^>]*>/g;
const ADDRESS = /(\s(?:href|src|action)=["']?)\/(?!\/)/g;

export const movedHtml = (html: string, { base }: Pick<Move, 'base'>): string =>
  html.replace(TAG, (tag) => tag.replace(ADDRESS, `$1${base}/`));

/** Those that have the folder already keep it. */
export function wholeAddresses(text: string, { base, site }: Pick<Move, 'base' | 'site'>): string {
  const own = `${site.replace(/\/$/, '')}/`;
  const moved = `${own}${base.slice(1)}/`;
  return text.replaceAll(moved, own).replaceAll(own, moved);
}

/** In a string that is HTML, or a selector of it. */
const IN_TEXT = /((?:^|[\s[])(?:href|src|action)=\\?["']?)\/(?!\/)/g;

/**
 * A string of a script is an address where it begins with the name of something at the top of the site,
 * and a template where it begins with '/' and a value: `/${port}`.
 */
export function movedScript(script: string, move: Move): string {
  const source = ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest, true);
  const edits: { at: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node)) {
      const at = node.getStart(source);
      const text = script.slice(at, node.end);
      const moved = movedLiteral(text, ts.isTemplateHead(node), move);
      if (moved !== text) edits.push({ at, end: node.end, text: moved });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits
    .sort((a, b) => b.at - a.at)
    .reduce((text, edit) => text.slice(0, edit.at) + edit.text + text.slice(edit.end), script);
}

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);

function movedLiteral(text: string, isHead: boolean, { base, names }: Move): string {
  const [quote, inner] = [text.charAt(0), text.slice(1)];
  const [, first] = /^\/([\w.-]+)/.exec(inner) ?? [];
  const isAddress = quote !== '}' && first !== undefined && names.has(first);
  if (isAddress || (isHead && inner === '/${')) return quote + base + inner;
  return text.replace(IN_TEXT, `$1${base}/`);
}
