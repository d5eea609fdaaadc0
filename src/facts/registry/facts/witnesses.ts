/** Rows of raw tables as witnesses: who says that which program uses which port, with every decision applied. */
import { ImportError } from '../../../base/input-error.ts';
import type { UseTable } from '../../schemas/decisions.ts';
import { USE_TABLES } from '../../schemas/decisions.ts';
import { WITNESS_KINDS, type WitnessKind } from '../../schemas/facts.ts';
import type { Decisions } from './decisions.ts';
import { repositoryOf, wholePath } from './paths.ts';
import { joinTransports, type RawRow, type RawSource, words } from './raw.ts';

export interface Witness {
  to: UseTable;
  ports: string;
  transports: string;
  name: string;
  role: string;
  kind: WitnessKind;
  source: string;
  /** 'path' in the source's repository, or 'owner/repository@commit:path'. */
  path: string;
}

const isUseTable = (to: string): to is UseTable => (USE_TABLES as readonly string[]).includes(to);

export function witnessesOf(
  raw: string,
  rows: readonly RawRow[],
  source: RawSource | undefined,
  decisions: Decisions,
): Witness[] {
  const origin = decisions.origin(raw);
  return rows.flatMap((row) => {
    const name = words(row.name);
    const path = wholePath(row.path, source);
    const witness = {
      to: origin.to,
      ports: row.port,
      transports: row.transport,
      name,
      role: roleOf(words(row.role), name, origin),
      kind: origin.kind,
      source: raw,
      path,
    };
    if (!overrule(witness, raw, decisions)) return [];
    const speaks = decisions.speaksFor(raw, repositoryOf(path) ?? source?.repo ?? '', name);
    if (speaks === 'left out') return [];
    // A repository that bundles another's program speaks for it as a distribution does.
    if (speaks === false && witness.kind === 'own') witness.kind = 'package';
    if (speaks === true) witness.kind = 'own';
    if (witness.to === 'malware') return [];
    if (!isUseTable(witness.to) || !isKind(witness.kind)) {
      throw new ImportError(`'${raw}' goes to '${witness.to}' as '${witness.kind}'`, {
        file: 'origins.csv',
      });
    }
    return [witness as Witness];
  });
}

/** Words that say where the row is from, and not what the port is for. */
const NO_ROLE = new Set(['vendor product', 'industrial protocol', 'dissector', '?']);

function roleOf(role: string, name: string, { kind, to }: { kind: string; to: string }): string {
  // The list of exporters has a few programs, proxies and receivers, too.
  if (kind === 'list' && !/export|metrics/i.test(name)) return '';
  if (NO_ROLE.has(role)) return '';
  // A role stands in parentheses itself: 'Thanos (gRPC, StoreAPI)'.
  const plain = role.replace(/ \(([^()]*)\)/g, ', $1');
  return to === 'games' ? gameRole(plain) : plain;
}

/** 'Game Port', 'Game' and 'game' are one role. */
function gameRole(role: string): string {
  const short = role
    .replace(/ ports?$/i, '')
    .replace(/, (?:primary|port|primary port)$/i, '')
    .replace(/^Main (?=Game)/, '')
    .replace(/^Webserver$/i, 'web server')
    .replace(/^(game)\/(RCON)$/i, '$1 and $2')
    .replace(/ ?(?:port )?\+ ?(\d+)$/i, ' port + $1');
  return short.replace(/\b[A-Za-z]+\b/g, (word) => SPELT.get(word.toLowerCase()) ?? lowered(word));
}

const SPELT = new Map(
  [
    ...['RCON', 'HTTP', 'HTTPS', 'Steam', 'SourceTV', 'BattlEye', 'REST', 'GameSpy', 'RabbitMQ'],
    ...['UDP', 'NAT', 'RMI', 'Java', 'Bedrock'],
  ].map((word) => [word.toLowerCase(), word]),
)
  .set('battleye', 'BattlEye')
  .set('battleeye', 'BattlEye');

/** 'Query' is a word, 'NAT' a name. */
const lowered = (word: string) => (/^[A-Z][a-z]+$/.test(word) ? word.toLowerCase() : word);

const isKind = (kind: string): kind is WitnessKind =>
  (WITNESS_KINDS as readonly string[]).includes(kind);

/** Applies the decisions on one row; false where it is left out. */
function overrule(
  witness: Omit<Witness, 'to' | 'kind'> & { to: string; kind: string },
  raw: string,
  decisions: Decisions,
): boolean {
  for (const { field, value } of decisions.row(raw, witness.ports, witness.name)) {
    if (field === 'leave out') return false;
    if (field === 'date' || field === 'cves' || field === 'count') {
      throw new ImportError(`'${raw}' has no '${field}'`, { file: 'rows.csv' });
    }
    witness[field] = field === 'transports' ? joinTransports(value.split(' ')) : value;
  }
  return true;
}
