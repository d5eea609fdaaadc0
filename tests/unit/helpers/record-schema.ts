/** The shape of a record as it leaves as JSON; written a second time, so that a change of it is noticed. */
import { z } from 'zod';

const port = z.int().min(0).max(65535);
const date = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);
const span = z.string().regex(/^\d+(-\d+)?$/);
const status = z.enum([
  'assigned',
  'reserved',
  'unassigned',
  'de-registered',
  'never-assigned',
  'dynamic',
]);
const level = z.enum(['good', 'care', 'avoid']);
const seenBy = z.enum(['refused', 'open', 'unknown']);

const ephemeralRange = z.strictObject({
  system: z.string().min(1),
  versions: z.string(),
  low: port,
  high: port,
  setting: z.string(),
});

const assignment = z.strictObject({
  service: z.string(),
  description: z.string(),
  transports: z.array(z.string()),
  ports: span,
  assignee: z.string().min(1).optional(),
  registered: date.optional(),
  modified: date.optional(),
  references: z.array(
    z.strictObject({ label: z.string().min(1), url: z.url({ protocol: /^https?$/ }).optional() }),
  ),
  serviceCode: z.string().optional(),
  unauthorizedUse: z.string().optional(),
  notes: z.string().optional(),
  aliasOf: z.string().optional(),
});

const event = z.strictObject({
  when: z.discriminatedUnion('precision', [
    z.strictObject({ precision: z.enum(['on', 'by']), date }),
    z.strictObject({ precision: z.literal('between'), after: date, date }),
  ]),
  kind: z.enum([
    'printed',
    'listed',
    'registered',
    'modified',
    'renamed',
    'reassigned',
    'withdrawn',
    'reserved',
    'de-assigned',
  ]),
  transports: z.array(z.string()),
  name: z.string().optional(),
  description: z.string().optional(),
  oldName: z.string().optional(),
  oldDescription: z.string().optional(),
  rfc: z
    .strictObject({ first: z.int(), last: z.int(), lastDate: date, era: z.string() })
    .optional(),
  source: z.string(),
});

const label = z.strictObject({
  source: z.string(),
  name: z.string().min(1),
  ports: span,
  wide: z.boolean(),
  transports: z.array(z.string()).min(1),
  agreement: z.enum(['same', 'different', 'unlisted']),
});

export const recordSchema = z.strictObject({
  port,
  range: z.enum(['system', 'user', 'dynamic']),
  status,
  transports: z
    .array(
      z.strictObject({
        transport: z.string().min(1),
        status,
        services: z.array(z.string().min(1)),
        unstated: z.boolean(),
      }),
    )
    .min(2),
  assignments: z.array(assignment),
  remarks: z.array(z.string().min(1)),
  timeline: z.array(event),
  labels: z.array(label),
  platform: z.strictObject({
    privileged: z.boolean(),
    ephemeral: z.array(ephemeralRange),
    ephemeralOther: z.array(ephemeralRange),
    browsers: z.strictObject({ fetch: seenBy, chromium: seenBy, firefox: seenBy }),
  }),
  documented: z.boolean(),
  previousDocumented: port.optional(),
  nextDocumented: port.optional(),
  nearestFree: z.array(port),
  verdict: z.strictObject({
    level,
    reasons: z.array(
      z.strictObject({
        id: z.string(),
        level: z.union([level, z.literal('note')]),
        text: z.string().min(1),
      }),
    ),
    better: z.array(port),
  }),
  sources: z.array(z.string()).min(1),
  page: z.looseObject({ port }).optional(),
  mentions: z.array(
    z.strictObject({
      port,
      title: z.string().min(1),
      reason: z.string().min(1).optional(),
      facts: z.array(z.looseObject({ date: z.string(), text: z.string().min(1) })),
    }),
  ),
});
