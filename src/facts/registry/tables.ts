/** The tables under content/registry: their files, and the schema of each. */

import { join } from 'node:path';
import { contentDir } from '../../base/content-dir.ts';
import * as schema from '../schemas/registry.ts';

export const REGISTRY_DIR = contentDir('registry');

export const TABLES = {
  services: { file: 'iana-services.csv', schema: schema.serviceRow },
  people: { file: 'iana-people.csv', schema: schema.personRow },
  changes: { file: 'iana-changes.csv', schema: schema.changeRow },
  printed: { file: 'rfc-assigned-numbers.csv', schema: schema.printedRow },
  browsers: { file: 'browsers.csv', schema: schema.browserRow },
  ephemeral: { file: 'ephemeral-ranges.csv', schema: schema.ephemeralRow },
  privileged: { file: 'privileged-ports.csv', schema: schema.privilegedRow },
} as const;

export const tableFile = (name: keyof typeof TABLES, dir = REGISTRY_DIR) =>
  join(dir, TABLES[name].file);
export const sourcesFile = (dir = REGISTRY_DIR) => join(dir, 'sources.json');
