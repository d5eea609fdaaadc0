/** What the questions need to know of a port: a small part of its record, which travels with the page. */
import type { VerdictLevel } from '../../base/verdict-levels.ts';
import type { Status } from '../../facts/atlas/record.ts';
import type { Transport } from '../commands/command.ts';

/** The rules of the verdict that a sentence of the answers tells. The order is part of the code of facts in pages. */
export const FAQ_REASONS = [
  'assigned',
  'reserved',
  'privileged',
  'refused',
  'backdoor',
  'established',
  'listed-by-many',
  'listed',
  'withdrawn',
  'ephemeral',
] as const;

export type FaqReason = (typeof FAQ_REASONS)[number];

export interface FaqFacts {
  port: number;
  status: Status;
  /** Registered names; a description where there is no name. */
  services: string[];
  transports: string[];
  /** Assigned, and the registry names no transport. */
  unstated?: true;
  /** The one transport that the commands are for; left out where both are in use. */
  only?: Transport;
  registered?: string;
  /** Programs that use it by default. */
  used?: string[];
  /** The transports that they use. */
  inUse?: string[];
  /** A single source, or the page of another port, names a program. */
  hinted?: true;
  /** What port lists call it. */
  names?: string[];
  /** There is more in the section on security than that there is nothing. */
  reported?: true;
  exposure?: 'never' | 'restrict' | 'hardened' | 'made-for-it';
  watchers?: string[];
  level: VerdictLevel;
  /** On one's own machine it is a good port, though not for a program that is published. */
  fineAtHome?: true;
  /** Those of the verdict's rules that hold and that a sentence tells; see verdict.ts. */
  reasons: FaqReason[];
  better?: number;
  lenders?: string[];
  refused?: true;
  /** A tool that gives the port another name than IANA. */
  label?: { tool: string; name: string };
  withdrawn?: { date?: string; before?: string };
}
