/** The tables of uses and attacks, made anew from the collected raw tables and the record of decisions. */
import { USE_TABLES, type UseTable } from '../../schemas/decisions.ts';
import type { UseRow } from '../../schemas/facts.ts';
import { rawRows } from '../rebuild.ts';
import { attacksOf, exploitedOf } from './attacks.ts';
import type { Decisions } from './decisions.ts';
import { fromAttack, fromList, fromRules, fromTools, sortMalware } from './malware.ts';
import { foldName, type Spelling, spellingOf } from './names.ts';
import {
  amplificationOf,
  exposureOf,
  homesOf,
  honeypotsOf,
  type RawHome,
  repositoriesOf,
  rfcsOf,
  rulesOf,
  sortWatched,
} from './other-tables.ts';
import { wholePath } from './paths.ts';
import { rawFile, rawRepositories, rawSources, rawTable } from './raw.ts';
import { joinUses } from './uses.ts';
import { type Witness, witnessesOf } from './witnesses.ts';

export function rebuildFacts(dir: string, decisions: Decisions) {
  const sources = rawSources(dir);
  const table = (raw: string) => {
    decisions.origin(raw);
    return rawTable(dir, raw);
  };
  for (const { raw, to } of decisions.origins) if (to === 'left out') decisions.origin(raw);
  decisions.origin('wireshark-4.6.9');

  const uses = rebuildUses(dir, decisions, sources);
  const attacks = attacksOf(
    {
      metasploit: table('metasploit'),
      nuclei: table('nuclei-network'),
      vulhub: table('vulhub'),
      routersploit: table('routersploit'),
      exploitdb: table('exploitdb-2014'),
      exploited: table('kev-by-port'),
    },
    decisions,
  );
  const yearOf = (raw: string) => sources.get(raw)?.date.slice(0, 4) ?? '';
  const tools = table('security-tools');
  const isAttackTool = (name: string) =>
    decisions.row('security-tools', '*', name).some(({ value }) => value === 'malware');
  const malware = sortMalware([
    ...fromAttack(table('mitre-attack')),
    ...fromList(
      'tweetfeed-c2',
      yearOf('tweetfeed-c2'),
      table('tweetfeed-c2'),
      decisions,
      'as written',
    ),
    ...fromList(
      'maltrail-c2',
      yearOf('maltrail-c2'),
      table('maltrail-c2'),
      decisions,
      'as decided',
    ),
    ...fromRules('snort-2004', '2004', table('snort-2004'), decisions),
    ...fromTools(tools, isAttackTool),
  ]);
  const watched = sortWatched([
    ...rulesOf('et-open-2019', table('et-open-2019'), decisions),
    ...rulesOf('snort-2004', table('snort-2004'), decisions),
    ...honeypotsOf(
      table('honeypots').map((row) => ({
        ...row,
        path: wholePath(row.path, sources.get('honeypots')),
      })),
    ),
  ]);
  const amplification = amplificationOf(table('amplification'));
  const cells = [
    ...Object.values(uses).flatMap((rows) => rows.map(({ evidence }) => evidence)),
    ...[...malware, ...watched, ...amplification].map(({ path }) => path),
  ];
  return {
    ...uses,
    homes: homesOf(
      Object.values(uses).flat(),
      rawRows<RawHome>(rawFile(dir, 'homepages')),
      decisions,
    ),
    attacks,
    exploited: exploitedOf(table('kev-by-port'), attacks),
    malware,
    watched,
    amplification,
    rfcs: rfcsOf(table('rfc-mentions'), decisions),
    exposure: exposureOf(table('exposure-rapid7')),
    repositories: repositoriesOf(cells, rawRepositories(dir)),
  };
}

function rebuildUses(
  dir: string,
  decisions: Decisions,
  sources: ReturnType<typeof rawSources>,
): Record<UseTable, UseRow[]> {
  const isUse = (to: string) => (USE_TABLES as readonly string[]).includes(to);
  const witnesses = decisions.origins
    .filter(({ to }) => isUse(to))
    .flatMap(({ raw }) => witnessesOf(raw, rawTable(dir, raw), sources.get(raw), decisions));
  const spelling = spellingOf(witnesses, rawRows(rawFile(dir, 'homepages')), decisions);
  const placed = besidePrograms(witnesses, spelling);
  return Object.fromEntries(
    USE_TABLES.map((name) => [name, joinUses(name, placed, spelling)]),
  ) as Record<UseTable, UseRow[]>;
}

/** Home Assistant speaks to devices and to programs: what a program of this name and port is, is no device. */
function besidePrograms(witnesses: readonly Witness[], spelling: Spelling): Witness[] {
  const key = ({ ports, name }: Witness) => `${ports}\0${foldName(spelling('programs', name))}`;
  const programs = new Set(witnesses.filter(({ to }) => to === 'programs').map(key));
  return witnesses.map((witness) =>
    witness.source === 'home-assistant' && programs.has(key(witness))
      ? { ...witness, to: 'programs' as const }
      : witness,
  );
}
