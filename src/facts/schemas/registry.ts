/** The rows of the tables under content/registry: one schema per table, one fact per row. */

import { z } from 'zod';
import { LAST_PORT } from '../../base/ranges.ts';
import { fullDate, partialDate } from './common.ts';

/** '80' or '6000-6063': a port, or a range as its source wrote it. */
export const portRange = z.string().refine(isPortRange, {
  error: `a port, or a range such as 6000-6063, between 0 and ${LAST_PORT}`,
});

export function isPortRange(text: string): boolean {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return false;
  const low = Number(match[1]);
  const high = Number(match[2] ?? match[1]);
  return low <= high && high <= LAST_PORT;
}

/** Empty where the source names no transport. */
const transportCell = z.string().regex(/^[a-z0-9]*$/, {
  error: 'a transport in lower case letters (tcp, udp, sctp, dccp), or nothing',
});
const optionalDate = z.union([z.literal(''), partialDate]);
const yesNoUnknown = z.enum(['yes', 'no', '']);

/** IANA's registry as it stands: every row with a port, without the contacts. */
export const serviceRow = z.object({
  ports: portRange,
  transport: transportCell,
  service: z.string(),
  description: z.string(),
  assignee: z.string(),
  registered: optionalDate,
  modified: optionalDate,
  reference: z.string(),
  service_code: z.string(),
  unauthorized_use: z.string(),
  notes: z.string(),
});
export type ServiceRow = z.infer<typeof serviceRow>;

/** Who stands behind the [Id] of an assignee. */
export const personRow = z.object({ id: z.string().min(1), name: z.string().min(1) });
export type PersonRow = z.infer<typeof personRow>;

/**
 * What happened to a service name on a port: 'listed' (appeared), 'renamed' (another name for the
 * same service), 'reassigned' (another service), 'withdrawn' (gone, or marked de-registered),
 * 'reserved' (gone, and the number held back).
 */
export const CHANGES = ['listed', 'renamed', 'reassigned', 'withdrawn', 'reserved'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** A dated change of the registry. `date` where the registry gives one, else only the interval. */
export const changeRow = z.object({
  ports: portRange,
  transport: transportCell,
  change: z.enum(CHANGES),
  old: z.string(),
  old_description: z.string(),
  new: z.string(),
  new_description: z.string(),
  date: optionalDate,
  /** The last copy of the registry that still had the old state, and the first that had the new. */
  after: fullDate,
  by: fullDate,
});
export type ChangeRow = z.infer<typeof changeRow>;

/** What the printed lists called a port, before the registry was a file. */
export const printedRow = z.object({
  ports: portRange,
  transport: transportCell,
  name: z.string(),
  description: z.string(),
  first_rfc: z.string().regex(/^\d+$/),
  first_date: partialDate,
  last_rfc: z.string().regex(/^\d+$/),
  last_date: partialDate,
  /** 'NCP socket', 'NCP/TCP port or socket' or 'TCP/UDP port'. */
  era: z.string(),
});
export type PrintedRow = z.infer<typeof printedRow>;

/** A name that another port list gives to a port. */
export const labelRow = z.object({ ports: portRange, transport: transportCell, name: z.string() });
export type LabelRow = z.infer<typeof labelRow>;

/** Which browsers refuse to open a port; empty where it is not known. */
export const browserRow = z.object({
  port: portRange,
  fetch: yesNoUnknown,
  chromium: yesNoUnknown,
  firefox: yesNoUnknown,
});
export type BrowserRow = z.infer<typeof browserRow>;

/** Which ports a system hands out by itself to outgoing connections. */
export const ephemeralRow = z.object({
  system: z.string().min(1),
  versions: z.string(),
  low: z.coerce.number().int().min(0).max(LAST_PORT),
  high: z.coerce.number().int().min(0).max(LAST_PORT),
  setting: z.string(),
  /** 'current' for what a system of today does by default; 'other' for old versions and second ranges. */
  kind: z.enum(['current', 'other']),
  reference: z.string(),
});
export type EphemeralRow = z.infer<typeof ephemeralRow>;

/** Who may bind the ports below 1024. */
export const privilegedRow = z.object({
  system: z.string().min(1),
  rule: z.string().min(1),
  setting: z.string(),
  reference: z.string(),
});
