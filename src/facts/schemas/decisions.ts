/** The decisions that registry:rebuild follows, each with its reason: content/registry/decisions. */
import { z } from 'zod';
import { WITNESS_KINDS } from './facts.ts';
import { portRange } from './registry.ts';

const reason = z.string().min(1, { error: 'say why' });

/** The tables that raw tables of uses may go to. */
export const USE_TABLES = ['programs', 'games', 'devices', 'vendor-services'] as const;
export type UseTable = (typeof USE_TABLES)[number];

/** Where a raw table goes, and what kind of witness it is; 'left out' where a licence or its worth says so. */
export const originDecision = z.object({
  raw: z.string().min(1),
  to: z.string().min(1),
  kind: z.union([z.literal(''), z.enum(WITNESS_KINDS)]),
  reason,
});
export type OriginDecision = z.infer<typeof originDecision>;

/** One name for one program: what a source writes, and how its project spells it. */
export const nameDecision = z.object({
  scope: z.enum([...USE_TABLES, 'malware']),
  written: z.string().min(1),
  name: z.string().min(1),
  reason,
});
export type NameDecision = z.infer<typeof nameDecision>;

/** A row that is overruled: left out, or with another value in one of its fields. '*' stands for any. */
export const rowDecision = z.object({
  raw: z.string().min(1),
  ports: z.union([z.literal('*'), portRange]),
  name: z.string().min(1),
  /** 'date' is for RFCs, 'cves' for modules, 'count' for rules ('policy/tcp' stands for their name). */
  field: z.enum([
    ...(['leave out', 'ports', 'transports', 'name', 'role', 'kind', 'to'] as const),
    ...(['date', 'cves', 'count'] as const),
  ]),
  value: z.string(),
  reason,
});
export type RowDecision = z.infer<typeof rowDecision>;

/**
 * Which programs a repository speaks for: their names with '; ' between, 'OpenStack*' for all that
 * begin so, or 'none'. '-' leaves the repository out. Whoever is not listed speaks as origins.csv says.
 */
export const ownDecision = z.object({
  /** The raw table that this is about, or '*'. */
  raw: z.string().min(1),
  repository: z.string().min(1),
  programs: z.string().min(1),
  reason,
});
export type OwnDecision = z.infer<typeof ownDecision>;
