/** The one loader: every table under content/registry and the frontmatter of every page, read and validated once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load as parseYaml } from 'js-yaml';
import type { z } from 'zod';
import { contentDir } from '../../base/content-dir.ts';
import { ImportError } from '../../base/input-error.ts';
import { readTable } from '../registry/csv.ts';
import { FACT_TABLES, factFile } from '../registry/facts/tables.ts';
import { labelSources, readSources } from '../registry/source-list.ts';
import { REGISTRY_DIR, sourcesFile, TABLES, tableFile } from '../registry/tables.ts';
import { finishUpdate } from '../registry/write-all.ts';
import { portPage } from '../schemas/port-page.ts';
import { labelRow } from '../schemas/registry.ts';
import { type AuthoredPage, portsInStory } from './authored-mentions.ts';
import type { SourcedLabel } from './labels.ts';

export const PAGES_DIR = contentDir('ports');

export function loadTables(dir = REGISTRY_DIR) {
  finishUpdate(dir); // One that was cut off: its tables belong together.
  const sources = readSources(sourcesFile(dir));
  return {
    services: readTable(tableFile('services', dir), TABLES.services.schema),
    people: readTable(tableFile('people', dir), TABLES.people.schema),
    changes: readTable(tableFile('changes', dir), TABLES.changes.schema),
    printed: readTable(tableFile('printed', dir), TABLES.printed.schema),
    browsers: readTable(tableFile('browsers', dir), TABLES.browsers.schema),
    ephemeral: readTable(tableFile('ephemeral', dir), TABLES.ephemeral.schema),
    privileged: readTable(tableFile('privileged', dir), TABLES.privileged.schema),
    labels: labelSources(sources).flatMap(({ id, kind, short, table }) =>
      readTable(join(dir, table), labelRow).map(
        (row): SourcedLabel => ({ ...row, source: id, list: short, kind }),
      ),
    ),
    ...loadFactTables(dir),
    sources,
  };
}

/** The tables of uses and attacks. */
function loadFactTables(dir: string) {
  return {
    programs: readTable(factFile('programs', dir), FACT_TABLES.programs.schema),
    games: readTable(factFile('games', dir), FACT_TABLES.games.schema),
    devices: readTable(factFile('devices', dir), FACT_TABLES.devices.schema),
    vendorServices: readTable(
      factFile('vendor-services', dir),
      FACT_TABLES['vendor-services'].schema,
    ),
    homes: readTable(factFile('homes', dir), FACT_TABLES.homes.schema),
    attacks: readTable(factFile('attacks', dir), FACT_TABLES.attacks.schema),
    exploited: readTable(factFile('exploited', dir), FACT_TABLES.exploited.schema),
    malware: readTable(factFile('malware', dir), FACT_TABLES.malware.schema),
    watched: readTable(factFile('watched', dir), FACT_TABLES.watched.schema),
    amplification: readTable(factFile('amplification', dir), FACT_TABLES.amplification.schema),
    rfcs: readTable(factFile('rfcs', dir), FACT_TABLES.rfcs.schema),
    exposure: readTable(factFile('exposure', dir), FACT_TABLES.exposure.schema),
  };
}
export type Tables = ReturnType<typeof loadTables>;

export function loadPages(dir = PAGES_DIR): AuthoredPage[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.mdx'))
    .sort() // Not every file system gives them in the same order.
    .map((name) => {
      const { body, fields } = readPage(join(dir, name), portPage);
      return { ...fields, storyPorts: portsInStory(body) };
    });
}

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** The frontmatter of one file of content/, held against its schema. */
export const readFrontmatter = <T>(file: string, schema: z.ZodType<T>): T =>
  readPage(file, schema).fields;

function readPage<T>(file: string, schema: z.ZodType<T>): { fields: T; body: string } {
  const text = readFileSync(file, 'utf8');
  const match = FRONTMATTER.exec(text);
  const block = match?.[1];
  if (block === undefined)
    throw new ImportError('the page must begin with frontmatter between two lines of ---', {
      file,
      line: 1,
    });
  const parsed = schema.safeParse(parseYaml(block));
  if (parsed.success) return { fields: parsed.data, body: text.slice(match?.[0].length) };
  const issue = parsed.error.issues[0];
  throw new ImportError(String(issue?.message), { file, field: issue?.path.join('.') ?? '' });
}
