/** An authored page as the rules read it: the file's text, its fields and its body. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contentDir } from '../base/content-dir.ts';
import { type Body, parseBody } from './body.ts';
import { type Fields, readFields } from './fields.ts';
import { type FrontMatter, readFrontMatter } from './frontmatter.ts';
import { type Passage, readPassages } from './passages.ts';

export type PageKind = 'port' | 'guide';

export interface Page {
  kind: PageKind;
  /** As findings name it: content/ports/3330.mdx. */
  file: string;
  /** The port that the file's name says; undefined where it says none, and for a guide. */
  port: number | undefined;
  /** The file as it is. */
  text: string;
  front: FrontMatter;
  fields: Fields;
  body: Body;
  /** Everything on the page that is a text of the author's. */
  passages: Passage[];
}

export function readPage(file: string, text: string, kind: PageKind = 'port'): Page {
  const front = readFrontMatter(text);
  const fields = readFields(front);
  const body = parseBody(text, front.bodyOffset);
  return {
    kind,
    file,
    port: kind === 'port' ? portOf(file) : undefined,
    text,
    front,
    fields,
    body,
    passages: readPassages(front, fields, body.tree),
  };
}

function portOf(file: string): number | undefined {
  const match = /(?:^|[\\/])(0|[1-9]\d{0,4})\.mdx$/.exec(file);
  return match ? Number(match[1]) : undefined;
}

/** All pages of a folder, by port or by name. Other files there are read too, so that the rule on names can object. */
function readPages(directory: string, kind: PageKind = 'port'): Page[] {
  return readdirSync(directory)
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => join(directory, name))
    .map((path) => readPage(relative(process.cwd(), path), readFileSync(path, 'utf8'), kind))
    .sort((a, b) => (a.port ?? -1) - (b.port ?? -1) || (a.file < b.file ? -1 : 1));
}

/** Where the pages of each kind are. */
export const FOLDERS = { port: contentDir('ports'), guide: contentDir('guides') };

export function readAllPages(folders: Partial<Record<PageKind, string>> = FOLDERS): Page[] {
  const { port, guide } = folders;
  return [...(port ? readPages(port) : []), ...(guide ? readPages(guide, 'guide') : [])];
}

/** What a page is called on the command line: its port, or a guide's name. */
export function nameOf({ file, kind, port }: Page): string {
  return kind === 'port' ? String(port) : (/([^\\/]+)\.mdx?$/.exec(file)?.[1] ?? file);
}
