/** The tables of uses and attacks under content/registry: their files, and the schema of each. */
import { join } from 'node:path';
import * as schema from '../../schemas/facts.ts';
import { REGISTRY_DIR } from '../tables.ts';

export const FACT_TABLES = {
  programs: { file: 'programs.csv', schema: schema.useRow },
  games: { file: 'games.csv', schema: schema.useRow },
  devices: { file: 'devices.csv', schema: schema.useRow },
  'vendor-services': { file: 'vendor-services.csv', schema: schema.useRow },
  homes: { file: 'program-homes.csv', schema: schema.homeRow },
  attacks: { file: 'attacks.csv', schema: schema.attackRow },
  exploited: { file: 'exploited-vulnerabilities.csv', schema: schema.exploitedRow },
  malware: { file: 'malware.csv', schema: schema.malwareRow },
  watched: { file: 'watched.csv', schema: schema.watchedRow },
  amplification: { file: 'amplification.csv', schema: schema.amplificationRow },
  rfcs: { file: 'rfcs.csv', schema: schema.rfcRow },
  exposure: { file: 'exposure.csv', schema: schema.exposureRow },
  repositories: { file: 'repositories.csv', schema: schema.repositoryRow },
} as const;
export type FactTable = keyof typeof FACT_TABLES;

export const factFile = (name: FactTable, dir = REGISTRY_DIR) => join(dir, FACT_TABLES[name].file);
export const decisionsDir = (dir = REGISTRY_DIR) => join(dir, 'decisions');
