/** Small handmade rows of the tables, with everything that a test does not care about left empty. */
import type { Tables } from '../../src/facts/atlas/load.ts';
import type { Label } from '../../src/facts/atlas/record.ts';
import type { Facts } from '../../src/facts/atlas/verdict-rules.ts';
import { labelSources, readSources } from '../../src/facts/registry/source-list.ts';
import { sourcesFile } from '../../src/facts/registry/tables.ts';
import type { ChangeRow, PrintedRow, ServiceRow } from '../../src/facts/schemas/registry.ts';

export function serviceRow(facts: Partial<ServiceRow>): ServiceRow {
  return {
    ports: '1234',
    transport: 'tcp',
    service: '',
    description: '',
    assignee: '',
    registered: '',
    modified: '',
    reference: '',
    service_code: '',
    unauthorized_use: '',
    notes: '',
    ...facts,
  };
}

export function changeRow(facts: Partial<ChangeRow>): ChangeRow {
  return {
    ports: '1234',
    transport: 'tcp',
    change: 'listed',
    old: '',
    old_description: '',
    new: '',
    new_description: '',
    date: '',
    after: '2013-02-18',
    by: '2014-07-09',
    ...facts,
  };
}

export function printedRow(facts: Partial<PrintedRow>): PrintedRow {
  return {
    ports: '1234',
    transport: '',
    name: '',
    description: '',
    first_rfc: '1340',
    first_date: '1992-07',
    last_rfc: '1340',
    last_date: '1992-07',
    era: 'TCP/UDP port',
    ...facts,
  };
}

/** Tables without a row, but for those given. */
export function tablesWith(facts: Partial<Tables>): Tables {
  return {
    services: [],
    people: [],
    changes: [],
    printed: [],
    browsers: [],
    ephemeral: [],
    privileged: [],
    labels: [],
    programs: [],
    games: [],
    devices: [],
    vendorServices: [],
    homes: [],
    attacks: [],
    exploited: [],
    malware: [],
    watched: [],
    amplification: [],
    rfcs: [],
    exposure: [],
    sources: [],
    ...facts,
  };
}

/** What the verdict looks at, for a port of which nothing at all is known. */
export function factsOf(facts: Partial<Facts>): Facts {
  return {
    port: 20000,
    range: 'user',
    status: 'unassigned',
    transports: [],
    assignments: [],
    remarks: [],
    timeline: [],
    labels: [],
    platform: {
      privileged: false,
      ephemeral: [],
      ephemeralOther: [],
      browsers: { fetch: 'open', chromium: 'open', firefox: 'open' },
    },
    programs: [],
    games: [],
    devices: [],
    vendorServices: [],
    attacks: [],
    malware: [],
    watched: [],
    amplification: [],
    rfcs: [],
    exposure: [],
    documented: false,
    previousDocumented: undefined,
    nextDocumented: undefined,
    page: undefined,
    mentions: [],
    ...facts,
  };
}

/** What a label has of its source, as content/registry/sources.json says. */
export function fromSource(id: string): Pick<Label, 'source' | 'list' | 'kind'> {
  const found = labelSources(readSources(sourcesFile())).find((source) => source.id === id);
  if (!found) throw new Error(`${id}: no source of names`);
  return { source: id, list: found.short, kind: found.kind };
}
