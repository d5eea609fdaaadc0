/** PortRecord: everything that is known of one port. The one type that travels from the atlas to what shows it. */

import type { RangeId } from '../../base/ranges.ts';
import type { Status } from '../../base/statuses.ts';
import type { VerdictLevel } from '../../base/verdict-levels.ts';
import type { LabelKindId } from '../registry/source-kinds.ts';
import type { PortPage } from '../schemas/port-page.ts';
import type { ChangeKind } from '../schemas/registry.ts';
import type { Source } from '../schemas/sources.ts';
import type { AuthoredMention } from './authored-mentions.ts';
import type { Amplification, Attack, Exposure, Malware, RfcMention, Use, Watcher } from './uses.ts';

/** The rule for each stands in status.ts. */
export type { Status };

export interface Reference {
  label: string;
  /** Left out where the registry names something that has no address. */
  url?: string;
}

/** A service on this port, with all the transports that it is registered for. */
export interface Assignment {
  /** Empty for the few that have a purpose and no name (24: any private mail system). */
  service: string;
  description: string;
  /** Empty where the registry names no transport. */
  transports: string[];
  /** As registered: '6000-6063' for a port inside a named range. */
  ports: string;
  assignee?: string;
  registered?: string;
  modified?: string;
  references: Reference[];
  serviceCode?: string;
  unauthorizedUse?: string;
  notes?: string;
  /** The service that this is another name of, where the registry says so. */
  aliasOf?: string;
}

export interface TransportRecord {
  transport: string;
  status: Status;
  /** Names of the services here, the main one first. */
  services: string[];
  /** True where the only row that covers this port names no transport. */
  unstated: boolean;
}

/** When something happened, as exactly as it is known. */
export type When =
  | { precision: 'on'; date: string }
  /** No later than: the oldest copy at hand already shows it. */
  | { precision: 'by'; date: string }
  /** After one copy of the registry and no later than the next. */
  | { precision: 'between'; after: string; date: string };

type EventKind = ChangeKind | 'printed' | 'registered' | 'modified' | 'de-assigned';

export interface TimelineEvent {
  when: When;
  kind: EventKind;
  transports: string[];
  /** The name as of this event, and the one before it. */
  name?: string;
  description?: string;
  oldName?: string;
  oldDescription?: string;
  /** For the printed lists: the RFC, the last that repeats it, and what a 'port' was then. */
  rfc?: { first: number; last: number; lastDate: string; era: string };
  source: string;
}

/** What a port list calls this port, and whether that is IANA's name. */
export interface Label {
  source: string;
  /** How a table's heading names the source. */
  list: string;
  kind: LabelKindId;
  transports: string[];
  name: string;
  /** As the list writes it: '6000-6063' for a port inside a range. */
  ports: string;
  /** Inside a range so wide that it says nothing of this very port. */
  wide: boolean;
  /** Where the list gives this name to this port and to no other. */
  sole?: true;
  /** 'unlisted' where IANA has no name here to agree with. */
  agreement: 'same' | 'different' | 'unlisted';
}

export interface EphemeralRange {
  system: string;
  versions: string;
  low: number;
  high: number;
  setting: string;
}

export interface PlatformFacts {
  /** Below 1024, where several systems ask for a privilege. */
  privileged: boolean;
  /** The systems that lend this port to outgoing connections by default, today. */
  ephemeral: EphemeralRange[];
  /** The same for old versions and for second ranges. */
  ephemeralOther: EphemeralRange[];
  browsers: Record<'fetch' | 'chromium' | 'firefox', 'refused' | 'open' | 'unknown'>;
}

export type { VerdictLevel };

/** Names, lists of names and numbers. */
export type ReasonValues = Readonly<Record<string, string | number | string[]>>;

export interface Reason {
  /** The row of the table in verdict-rules.ts that applies. */
  id: string;
  /**
   * What it means to a program that is published with this port as its default; 'note' for a fact worth
   * knowing that does not change the verdict.
   */
  level: VerdictLevel | 'note';
  /** The same for a program on one's own machine or network. */
  own: VerdictLevel | 'note';
  /** What fills the sentence that says it, in whatever language. */
  values: ReasonValues;
}

interface Verdict {
  /** As the default of a program that is published. */
  level: VerdictLevel;
  /** On one's own machine or network. */
  own: VerdictLevel;
  reasons: Reason[];
  /** Ports near by that get 'good', as suggest.ts draws them; empty where this one does. */
  better: number[];
}

/**
 * What the tables of uses and attacks say of one port; each list is empty where they say nothing.
 * A `Use` carries how sure it is (`standing`: established or reported, decided in evidence.ts alone)
 * and its evidence, of which `evidenceUrl` makes addresses. Established uses come first in each list.
 */
export interface TableFacts {
  /** Programs that use it by default. */
  programs: Use[];
  /** Game servers; the many game panels are one voice. */
  games: Use[];
  /** Devices and industrial protocols. */
  devices: Use[];
  /** What Microsoft lists for its services and products. */
  vendorServices: Use[];
  /** Modules, templates and labs, with their vulnerabilities and since when CISA lists them. */
  attacks: Attack[];
  /** Malware, groups and attack tools; shares of reported addresses state no transport. */
  malware: Malware[];
  /** Rules and honeypots that watch it. */
  watched: Watcher[];
  amplification: Amplification[];
  /** RFCs that define or mention it, oldest first. */
  rfcs: RfcMention[];
  /** Hosts that answered when the whole internet was asked, with the year. */
  exposure: Exposure[];
}

export interface PortRecord extends TableFacts {
  port: number;
  range: RangeId;
  /** The overall status: the strongest of the transports'. */
  status: Status;
  /** TCP and UDP always; SCTP, DCCP and others where the registry has a row for them. */
  transports: TransportRecord[];
  assignments: Assignment[];
  /** What the registry says beside rows that assign nothing: notes, reports of use, odd descriptions. */
  remarks: string[];
  timeline: TimelineEvent[];
  labels: Label[];
  platform: PlatformFacts;
  /** Whether any source says something of this port beyond its range. */
  documented: boolean;
  previousDocumented: number | undefined;
  nextDocumented: number | undefined;
  /** Other free ports near by: the nearest, or beside a good port others that are good, as suggest.ts draws them. */
  nearestFree: number[];
  verdict: Verdict;
  /** The ids of the sources that say something here. */
  sources: string[];
  /** What a person wrote about it, where somebody did. */
  page: PortPage | undefined;
  /** The pages of other ports whose authors name this one. */
  mentions: readonly AuthoredMention[];
}

/** The sources by id, with their dates; what a page needs to name them. */
export type SourceIndex = ReadonlyMap<string, Source>;
