/** content/registry/sources.json: where each table came from, how old it is, and what one may do with it. */
import { z } from 'zod';
import { SOURCE_KINDS } from '../registry/source-kinds.ts';
import { partialDate, webAddress } from './common.ts';

const source = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** How a page names it. */
  name: z.string().min(1),
  /** How a table's heading names it. */
  short: z.string().min(1),
  publisher: z.string().min(1),
  url: webAddress,
  /** The day or month the copy was made or published. */
  date: partialDate,
  /** The release, where the source has releases. */
  version: z.string().optional(),
  /** 'owner/name' on GitHub, and what was read of it: the addresses of evidence begin with them. */
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .optional(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,40}$/)
    .optional(),
  licence: z.string().min(1),
  /** The line of credit that its terms ask for. */
  credit: z.string().optional(),
  /** What it can tell about a port; decides where and how a page shows it. */
  kind: z.enum(SOURCE_KINDS),
  table: z.string().regex(/^[a-z0-9-]+\.csv$/),
  /** Rows of the table; where several sources share one, those that this one supports. */
  rows: z.int().min(1),
});
export type Source = z.infer<typeof source>;

export const sources = z
  .array(source)
  .refine((list) => new Set(list.map((entry) => entry.id)).size === list.length, {
    error: 'two sources have the same id',
  });
