/** What holds between the pages, of all files of the site, and of what is read with another tool. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from '../base/page-files.ts';
import { PORT_COUNT } from '../base/ranges.ts';
import { addCase, type Findings } from './findings.ts';
import { IDENTITY } from './gathered.ts';
import { readPage } from './page.ts';
import type { Case } from './rule.ts';
import { addressOf } from './site-files.ts';
import { invalid } from './valid.ts';
import type { Whole, WholeRule } from './whole.ts';

const MOST_FILES = 100_000;
const MOST_BYTES = 800e6;

export const WHOLE_RULES: readonly WholeRule[] = [
  { name: 'ports', right: 'Each of the 65,536 ports has a page.', look: missingPorts },
  {
    name: 'same',
    right: 'No two pages of a language have the same title, description or h1.',
    look: sharedNames,
  },
  {
    name: 'links',
    right:
      'Every link leads to a page or file that is there, without a detour, and to an id on it.',
    look: deadLinks,
  },
  {
    name: 'host',
    right: `The site fits what hosts take: ${MOST_FILES} files, ${MOST_BYTES / 1e6} MB.`,
    look: tooMuch,
  },
  {
    name: 'drawings',
    right: 'No style sheet and no drawing asks anything of another host.',
    look: foreignDrawings,
  },
  {
    name: 'valid',
    right:
      'The HTML is valid, as html-validate recommends it (html-rules.ts names the exceptions).',
    look: invalid,
  },
];

export async function lookAtWhole(whole: Whole): Promise<Findings> {
  const findings: Findings = new Map();
  for (const { look, name } of WHOLE_RULES)
    for await (const found of look(whole)) addCase(findings, name, found);
  return findings;
}

function* missingPorts({ files }: Whole): Generator<Case> {
  const there = new Set(files.map(({ path }) => path));
  for (let port = 0; port < PORT_COUNT; port++) {
    const file = `${fileOf(port)}.html`;
    if (!there.has(file)) yield { file, found: 'no such file' };
  }
}

function* sharedNames({ gathered }: Whole): Generator<Case> {
  const pages = gathered.flatMap(({ identities }) => identities);
  for (const [index, what] of IDENTITY.entries()) {
    const first = new Map<string, string>();
    for (const { file, language, texts } of pages) {
      const text = texts[index] ?? '';
      const other = first.get(`${language} ${text}`);
      if (other) yield { file, found: `${what} '${text}', as ${other}` };
      else first.set(`${language} ${text}`, file);
    }
  }
}

function* deadLinks({ files, folder, gathered }: Whole): Generator<Case> {
  const fileAt = new Map(files.map(({ path }) => [addressOf(path), path]));
  const idsOf = new Map<string, Set<string>>();
  for (const [link, file] of gathered.flatMap(({ links }) => [...links])) {
    if (isElsewhere(link)) {
      if (!URL.canParse(link)) yield { file, found: `the malformed address ${link}` };
      continue;
    }
    const [, path = '', anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(link) ?? [];
    const target = fileAt.get(decodeURI(path));
    if (target === undefined) yield { file, found: link };
    else if (anchor && target.endsWith('.html')) {
      const ids = idsOf.getOrInsertComputed(target, () => idsIn(folder, target));
      if (!ids.has(decodeURIComponent(anchor))) yield { file, found: link };
    }
  }
}

/** On another host, or not something that a host would be asked for. */
const isElsewhere = (address: string) => /^([a-z][a-z\d+.-]*:|\/\/)/i.test(address);

function idsIn(folder: string, file: string): Set<string> {
  const { elements } = readPage(file, readFileSync(join(folder, file)));
  return new Set(elements.flatMap(({ attributes }) => attributes.id ?? []));
}

function* tooMuch({ files }: Whole): Generator<Case> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (files.length > MOST_FILES) yield { file: '.', found: `${files.length} files` };
  if (bytes > MOST_BYTES) yield { file: '.', found: `${Math.ceil(bytes / 1e6)} MB` };
}

const ASKED = /(?:url\(\s*["']?|@import\s+["']|href=["']?)((?:https?:)?\/\/[^"')\s]+)/g;

function* foreignDrawings({ files, folder }: Whole): Generator<Case> {
  for (const { path } of files)
    if (/\.(css|svg)$/.test(path))
      for (const [, found = ''] of readFileSync(join(folder, path), 'utf8').matchAll(ASKED))
        yield { file: path, found };
}
