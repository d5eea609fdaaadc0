/**
 * The atlas as the tests of one process share it. Opening it and making the 65,536 records takes seconds;
 * every test of 'each port' needs them all.
 */
import { type Atlas, openAtlas } from '../../src/facts/atlas/atlas.ts';
import { loadTables } from '../../src/facts/atlas/load.ts';
import type { PortRecord } from '../../src/facts/atlas/record.ts';

let tables: ReturnType<typeof loadTables> | undefined;
let withPages: Atlas | undefined;
let withoutPages: Atlas | undefined;

/** The atlas with the authored pages, as the site has it. */
export function sharedAtlas(): Atlas {
  tables ??= loadTables();
  withPages ??= keepingRecords(openAtlas(tables));
  return withPages;
}

/** The atlas of the tables alone, which no edit of a page changes. */
export function sharedAtlasWithoutPages(): Atlas {
  tables ??= loadTables();
  withoutPages ??= keepingRecords(openAtlas(tables, []));
  return withoutPages;
}

/** A record is the same each time, so it is made once. A test that changes one would change it for all. */
function keepingRecords(atlas: Atlas): Atlas {
  const records: PortRecord[] = [];
  const port = (number: number) => {
    const record = records[number] ?? atlas.port(number);
    if (Number.isInteger(number) && number >= 0) records[number] = record;
    return record;
  };
  return { ...atlas, port };
}
