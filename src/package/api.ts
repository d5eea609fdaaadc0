/**
 * What programs import: what is known of a port, ports by name, ports in the output of a tool, and
 * ports for a new program. Everything is in the package; nothing is fetched.
 */
import { absolute, SITE } from '../base/site-address.ts';
import type { VerdictLevel } from '../base/verdict-levels.ts';
import type { PortJson } from '../facts/schemas/port-json.ts';
import { presentAnswer } from '../features/choose/present.ts';
import { newSeed } from '../features/choose/seed.ts';
import { portJson } from '../features/exports/port-json.ts';
import { portGroups } from '../features/scan/group.ts';
import { scanParser } from '../features/scan/parse-scan.ts';
import type { ScanFormat, ScanTransport } from '../features/scan/row.ts';
import { tableRow } from '../features/scan/table.ts';
import { isStrong } from '../features/search/lookup.ts';
import { whyOf } from '../features/search/why.ts';
import { nameOf } from '../words/port/in-english.ts';
import { theIndex } from './stored-index.ts';

/** All that is known of a port: the document that the site has at /443.json, version 1. */
export type Port = PortJson;

/** The newest day of the facts, as '2026-11-30'. */
export function date(): string {
  return theIndex().date;
}

/**
 * All that is known of a port, each fact with its source.
 *
 * @throws RangeError for what is no whole number from 0 to 65535
 */
export function port(number: number): Port {
  const { port: recordOf, sources } = theIndex();
  return portJson(recordOf(number), sources);
}

export interface FoundPort {
  port: number;
  /** What the port is called. */
  name: string;
  /** Why the words lead to it: 'also called postgres'. */
  why: string;
  /** Whether the name is spelled otherwise than it was asked for. */
  corrected: boolean;
  /** The page of the port. */
  url: string;
}

export interface FindOptions {
  /** At most so many; 10 unless it says otherwise. */
  limit?: number | undefined;
}

const USUAL_LIMIT = 10;

/** The ports that a name leads to, the likeliest first; empty where it leads to none. */
export function find(words: string, { limit = USUAL_LIMIT }: FindOptions = {}): FoundPort[] {
  const index = theIndex();
  return index
    .find(words)
    .filter(isStrong)
    .slice(0, limit)
    .map((found) => ({
      port: found.ref.port,
      name: nameOf(index.port(found.ref.port)),
      why: whyOf(found),
      corrected: found.corrected,
      url: absolute(`/${found.ref.port}`),
    }));
}

export interface Criteria {
  /** The nearest ports to this one; drawn by chance where it is left out. */
  near?: number | undefined;
  /** So many suggestions, 1 to 50; 5 unless it says otherwise. */
  count?: number | undefined;
  /** So many consecutive ports each time, 1 to 1000. */
  block?: number | undefined;
  /** For your own machine or network, and not as the default of a program that you publish. */
  own?: boolean | undefined;
  /** Only numbers that are easy to remember. */
  memorable?: boolean | undefined;
  /** Whose outgoing connections may not use the port; 'common' unless it says otherwise. */
  systems?: 'common' | 'every' | 'any' | undefined;
  /** Ports below 1024 too. */
  privileged?: boolean | undefined;
  /** Ports that browsers refuse too. */
  refused?: boolean | undefined;
  /** Ports that some list names too. */
  listed?: boolean | undefined;
  /** The same word draws the same ports. */
  seed?: string | undefined;
}

export interface Choice {
  port: number;
  /** The last of a block; the port itself where one was asked for. */
  last: number;
  /** Why it is a good one. */
  reasons: string[];
  /** A text for the documentation of your program; empty with `own`. */
  documentation: string;
  url: string;
}

/**
 * Ports for a new program that no registration, list or program in the records names.
 *
 * @throws RangeError for criteria that cannot be fulfilled, such as `count: 0`
 */
export function choose(criteria: Criteria = {}): Choice[] {
  const params = new URLSearchParams({ seed: newSeed() });
  for (const [key, value] of Object.entries(criteria))
    if (value !== undefined && value !== false)
      params.set(key, value === true ? 'yes' : String(value));
  const { faults, picks, shared } = presentAnswer(params, theIndex().choice(), SITE);
  const [fault] = faults;
  if (fault) throw new RangeError(`${fault.key}: ${fault.text}`);
  return picks.map(({ documentation, last, port: first, reasons }) => ({
    port: first,
    last,
    reasons: [...reasons, ...shared],
    documentation,
    url: absolute(`/${first}`),
  }));
}

export interface ScannedPort {
  port: number;
  /** The last port, where a range too wide to list port by port begins at `port`. */
  to: number | undefined;
  /** Empty where the text does not say. */
  transport: ScanTransport;
  /** As the text says: 'LISTEN', 'open'. */
  states: string[];
  processes: string[];
  /** The first few addresses; `count` tells how often the port was found. */
  hosts: string[];
  count: number;
  /** Whether something listens there; undefined where the text leaves it open. */
  listens: boolean | undefined;
  /** The tools whose output it was read as. */
  formats: ScanFormat[];
  /** The first line that names it, counted from 1. */
  line: number;
  /** The registered names, or the status where there is none. */
  registered: string;
  /** What usually listens there. */
  usual: string;
  /** Whether to use it for a program of your own; undefined for a range. */
  verdict: VerdictLevel | undefined;
  worthALook: boolean;
  /** Why it is worth a look, or why what speaks for one does not count; else empty. */
  look: string;
  url: string;
}

/** The ports in the output of nmap, masscan, ss, netstat, lsof, docker, kubectl or a firewall, in order. */
export function readScan(text: string): ScannedPort[] {
  const facts = theIndex().scan();
  const groups = portGroups();
  const parser = scanParser(groups.add, { resolve: facts.resolve });
  parser.push(text);
  parser.end();
  return groups.ports().map((found) => {
    const { cells, level, page, worthALook } = tableRow(found, facts);
    const { count, formats, hosts, line, listens, port: first, processes } = found;
    return {
      port: first,
      to: found.to,
      transport: found.transport,
      states: found.states,
      processes,
      hosts,
      count,
      listens,
      formats,
      line,
      registered: cells.registered,
      usual: cells.usual,
      verdict: level,
      worthALook,
      look: cells.look,
      url: absolute(page),
    };
  });
}
