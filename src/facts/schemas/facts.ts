/** The rows of the tables of uses and attacks under content/registry: one schema per kind of fact. */
import { z } from 'zod';
import { fullDate, partialDate, webAddress } from './common.ts';
import { portRange } from './registry.ts';

/**
 * What kind of witness a source is. 'own' is the program's own code or documents. The others count
 * once per kind, however many of them there are, because those of one kind copy each other:
 * 'client' (drivers and monitoring plugins), 'chart', 'package' (distributions and installers),
 * 'store' (container stores), 'list' (numbers claimed in a list of the exporters' own),
 * 'panel' (game panels) and 'dissector'. 'old' is a witness of years ago, which never counts.
 */
export const WITNESS_KINDS = [
  'own',
  'client',
  'chart',
  'package',
  'store',
  'list',
  'panel',
  'dissector',
  'old',
] as const;
export type WitnessKind = (typeof WITNESS_KINDS)[number];

const spaced = <T extends string>(values: readonly T[]) => {
  const known: ReadonlySet<string> = new Set(values);
  return z.string().refine((cell) => cell.split(' ').every((part) => known.has(part)), {
    error: `words of ${values.join(', ')}, with a space between`,
  });
};

/** 'tcp udp': every transport that the sources give, or nothing where none does. */
const transports = z.string().regex(/^(?:[a-z]+(?: [a-z]+)*)?$/, {
  error: 'transports in lower case letters with a space between, or nothing',
});
const count = z.string().regex(/^\d+$/, { error: 'a whole number' });
const optionalCount = z.string().regex(/^\d*$/, { error: 'a whole number, or nothing' });
const optionalDate = z.union([z.literal(''), partialDate]);
const cves = z.string().regex(/^(?:CVE-\d{4}-\d{4,}(?: CVE-\d{4}-\d{4,})*)?$/, {
  error: 'CVE numbers with a space between, or nothing',
});
const sourceId = z.string().regex(/^[a-z0-9-]+$/);

/** One program, game, device or service of a vendor on one port (or range), with all that say so. */
export const useRow = z.object({
  ports: portRange,
  transports,
  name: z.string().min(1),
  /** What the port is for: 'web interface'. Empty where no source says. */
  role: z.string(),
  kinds: spaced(WITNESS_KINDS),
  /** 'source:path' or 'source:owner/repository@commit:path', with ' | ' between. */
  evidence: z.string().min(1),
});
export type UseRow = z.infer<typeof useRow>;

/** The home page of a program, where it is known. */
export const homeRow = z.object({ name: z.string().min(1), home: webAddress });
export type HomeRow = z.infer<typeof homeRow>;

/** A repository that single rows cite, at the commit that was read. */
export const repositoryRow = z.object({
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  commit: z.string().regex(/^[0-9a-f]{7,40}$/),
  date: optionalDate,
  licence: z.string().min(1),
});
export type RepositoryRow = z.infer<typeof repositoryRow>;

export const ATTACK_KINDS = ['module', 'template', 'lab', 'exploits'] as const;

/** A tool that tries something on a port: a module, a template, a lab; or the number of exploits listed. */
export const attackRow = z.object({
  ports: portRange,
  transports,
  source: sourceId,
  kind: z.enum(ATTACK_KINDS),
  /** When the flaw became known, where the source says; for counts the newest of them. */
  date: optionalDate,
  cves,
  /** 1, except for 'exploits'. */
  count,
  path: z.string().min(1),
});
export type AttackRow = z.infer<typeof attackRow>;

/** A vulnerability on CISA's list of those that are exploited. */
export const exploitedRow = z.object({
  cve: z.string().regex(/^CVE-\d{4}-\d{4,}$/),
  product: z.string().min(1),
  added: fullDate,
  ransomware: z.enum(['known', '']),
});
export type ExploitedRow = z.infer<typeof exploitedRow>;

/** What a list of malware, or the source of an attack tool, says of a port. */
export const malwareRow = z.object({
  ports: portRange,
  transports,
  source: sourceId,
  name: z.string().min(1),
  kind: z.enum(['malware', 'group', 'campaign', 'tool']),
  /** 'command and control', 'listens'; empty for shares. */
  does: z.string(),
  /** Of `listed` addresses with a port that the list has for this name, `here` are on this one. */
  here: optionalCount,
  listed: optionalCount,
  /** The year of the source's word, or of the list. */
  year: z.string().regex(/^\d{4}$/),
  path: z.string().min(1),
  /** The report that the source rests on, where it names one. */
  reference: z.union([z.literal(''), webAddress]),
});
export type MalwareRow = z.infer<typeof malwareRow>;

/** Who watches a port: rules of one category, or a honeypot that listens there. */
export const watchedRow = z.object({
  ports: portRange,
  transports,
  source: sourceId,
  kind: z.enum(['rules', 'honeypot']),
  /** The category of the rules, or the name of the honeypot. */
  name: z.string().min(1),
  count,
  path: z.string().min(1),
});
export type WatchedRow = z.infer<typeof watchedRow>;

/** How much larger an answer is than its question, for those who forge the sender. */
export const amplificationRow = z.object({
  ports: portRange,
  transports,
  source: sourceId,
  protocol: z.string().min(1),
  /** As the source writes it: '4 to 5', '556.9'. */
  factor: z.string().min(1),
  reflectors: z.string(),
  /** When they were counted. */
  counted: optionalDate,
  path: z.string().min(1),
});
export type AmplificationRow = z.infer<typeof amplificationRow>;

/** An RFC that defines or mentions a port. */
export const rfcRow = z.object({
  ports: portRange,
  transports,
  rfc: count,
  title: z.string().min(1),
  date: partialDate,
  relation: z.enum(['defines', 'mentions']),
  status: z.string(),
  obsoleted_by: optionalCount,
});
export type RfcRow = z.infer<typeof rfcRow>;

/** How many hosts answered on a port when somebody asked the whole internet. */
export const exposureRow = z.object({
  ports: portRange,
  transports,
  source: sourceId,
  name: z.string().min(1),
  hosts: count,
  year: z.string().regex(/^\d{4}$/),
  path: z.string().min(1),
});
export type ExposureRow = z.infer<typeof exposureRow>;
