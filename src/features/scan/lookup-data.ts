/** Writes /lookup-data.json: of every port, what the table of a pasted scan tells. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSpan } from '../../base/port-range.ts';
import { STATUSES } from '../../base/statuses.ts';
import { VERDICT_LEVELS } from '../../base/verdict-levels.ts';
import type { Atlas } from '../../facts/atlas/atlas.ts';
import type { Assignment, PortRecord, Status } from '../../facts/atlas/record.ts';
import { stretches } from '../../facts/atlas/stretches.ts';
import { backdoorLabels, commonNames, mainAssignments } from '../../words/prose/names.ts';
import { LOOKS, type Look, type LookupData, TRANSPORT_LETTERS } from './facts.ts';
import { isForControl } from './remote-control.ts';

const LOOKUP_FILE = 'lookup-data.json';

/** As many names as a cell of the table has room for. */
const MOST_USUAL = 2;

export function writeLookupData(folder: string, atlas: Atlas): void {
  writeFileSync(join(folder, LOOKUP_FILE), `${JSON.stringify(lookupData(atlas))}\n`);
}

export function lookupData(atlas: Atlas): LookupData {
  let before = 0;
  const lines = atlas.documented().map((port) => {
    const distance = port - before;
    before = port;
    return lineOf(atlas.port(port), distance);
  });
  return { ports: lines.join('\n'), others: others(atlas), services: services(atlas) };
}

function lineOf(record: PortRecord, distance: number): string {
  const registered = record.assignments.filter(({ service }) => service !== '');
  const main = mainAssignments(record);
  const names = registered.map((entry) => nameOf(entry, !main.includes(entry)));
  const fields = [distance, digitsOf(record), names.join(','), usual(record).join(';')];
  return fields.join('\t').trimEnd();
}

function nameOf({ service, transports }: Assignment, alias: boolean): string {
  const letters = Object.entries(TRANSPORT_LETTERS)
    .filter(([transport]) => transports.includes(transport))
    .map(([, letter]) => letter)
    .join('');
  // A row that names no transport stands for both of the common ones.
  return `${alias ? '~' : ''}${service}${letters === 'tu' || letters === '' ? '' : `/${letters}`}`;
}

/** An author's words for what listens, else the names on which port lists agree most. */
function usual(record: PortRecord): string[] {
  const written = record.page?.uses.filter(({ kind }) => kind !== 'malware') ?? [];
  const names = written.length > 0 ? written.map(({ name }) => name) : commonNames(record);
  return [...new Set(names)].slice(0, MOST_USUAL).map((name) => name.replace(/[;\t\n]/g, ' '));
}

function digitsOf(record: PortRecord): string {
  const on = (transport: string): Status =>
    record.transports.find((entry) => entry.transport === transport)?.status ?? record.status;
  const looks = looksOf(record).reduce((bits, look) => bits | (1 << LOOKS.indexOf(look)), 0);
  const statuses = [on('tcp'), on('udp')].map((status) => STATUSES.indexOf(status)).join('');
  return `${statuses}${VERDICT_LEVELS.indexOf(record.verdict.level)}${looks.toString(32)}`;
}

function looksOf(record: PortRecord): Look[] {
  const { assignments, labels, page } = record;
  const exposure = page?.security.exposure;
  return [
    ...(backdoorLabels(labels).length > 0 ? ['backdoor' as const] : []),
    ...(exposure === 'never' || exposure === 'restrict' ? [exposure] : []),
    ...(assignments.some(({ unauthorizedUse }) => unauthorizedUse)
      ? ['unauthorized' as const]
      : []),
    ...(isForControl(record) ? ['control' as const] : []),
  ];
}

function others(atlas: Atlas): [number, string][] {
  const digits = stretches(atlas).map(({ low, port }): [number, string] => [
    low,
    digitsOf(atlas.port(port)),
  ]);
  return digits.filter(([, text], at) => text !== digits[at - 1]?.[1]);
}

/** Debian's list is its /etc/services, which is what the tools of a Linux machine look names up in. */
function services({ tables }: Atlas): string {
  return tables.labels
    .filter(({ source, transport }) => source === 'debian' && transport !== '')
    .map(({ name, ports, transport }) => `${name} ${parseSpan(ports).low}/${transport}`)
    .join('\n');
}
