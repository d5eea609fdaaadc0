/**
 * What a source can tell about a port: the `kind` in content/registry/sources.json. A new table of
 * names that is of a kind below is an entry there and its CSV; no code knows its id.
 */

interface LabelKind {
  /** What the names in the table stand for. */
  tells: 'service' | 'backdoor' | 'decoy';
  /** Whether each row has a name of its own, or all have the same one. */
  named: boolean;
  /** How far a name can be taken for what people find on the port, from 1 to 3. */
  weight: number;
  /** Whether people meet the names in the output of a tool. */
  inOutput: boolean;
}

/** The kinds of the tables that give names to ports. */
export const LABEL_KINDS = {
  /** What a tool calls a port: /etc/services, the dissectors of Wireshark. */
  services: { tells: 'service', named: true, weight: 3, inOutput: true },
  /** The types of a security policy, written for one program each. */
  policy: { tells: 'service', named: true, weight: 2, inOutput: true },
  /** Profiles of a firewall for the programs of a server. */
  profiles: { tells: 'service', named: true, weight: 2, inOutput: false },
  /** Profiles for games and desktop programs, which name whatever once asked for the port. */
  'desktop-profiles': { tells: 'service', named: true, weight: 1, inOutput: false },
  /** Backdoors of the past, each with its name. */
  backdoors: { tells: 'backdoor', named: true, weight: 0, inOutput: false },
  /** Ports where a test looks for a listener; the name is that of the test. */
  'backdoor-tests': { tells: 'backdoor', named: false, weight: 0, inOutput: false },
  /** Ports where a tool listens so that scanners give themselves away. */
  decoys: { tells: 'decoy', named: false, weight: 0, inOutput: false },
} as const satisfies Record<string, LabelKind>;

export type LabelKindId = keyof typeof LABEL_KINDS;

/** IANA's own tables and their past, what systems do, and the facts of src/facts/registry/facts. */
const OTHER_KINDS = [
  'registry',
  'platform',
  'programs',
  'games',
  'devices',
  'vendors',
  'attacks',
  'malware',
  'watchers',
  'amplification',
  'rfcs',
  'exposure',
] as const;

export const SOURCE_KINDS = [
  ...OTHER_KINDS,
  ...(Object.keys(LABEL_KINDS) as LabelKindId[]),
] as const;

export const isLabelKind = (kind: string): kind is LabelKindId => Object.hasOwn(LABEL_KINDS, kind);

interface Kinded {
  kind: LabelKindId;
}

const tells =
  (what: LabelKind['tells']) =>
  ({ kind }: Kinded): boolean =>
    LABEL_KINDS[kind].tells === what;

export const namesService = tells('service');
export const namesBackdoor = tells('backdoor');
export const namesDecoy = tells('decoy');
