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
  list: z.string(),
  kind: z.enum([
    'services',
    'policy',
    'profiles',
    'desktop-profiles',
    'backdoors',
    'backdoor-tests',
    'decoys',
  ]),
  name: z.string().min(1),
  ports: span,
  wide: z.boolean(),
  sole: z.literal(true).optional(),
  transports: z.array(z.string()).min(1),
  agreement: z.enum(['same', 'different', 'unlisted']),
});

const transports = z.array(z.enum(['tcp', 'udp', 'sctp', 'dccp']));
const year = z.string().regex(/^\d{4}$/);
const count = z.int().min(1);
const evidence = z.strictObject({
  source: z.string().min(1),
  repository: z.string().includes('/').optional(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,40}$/)
    .optional(),
  path: z.string().min(1),
});

const use = z.strictObject({
  name: z.string().min(1),
  role: z.string(),
  transports,
  ports: span,
  wide: z.boolean(),
  standing: z.enum(['established', 'reported']),
  kinds: z.array(z.string().min(1)).min(1),
  evidence: z.array(evidence).min(1),
  home: z.url({ protocol: /^https?$/ }).optional(),
});

const cve = z.string().regex(/^CVE-\d{4}-\d{4,}$/);
const attack = z.strictObject({
  source: z.string(),
  kind: z.enum(['module', 'template', 'lab', 'exploits']),
  name: z.string(),
  transports,
  date: z.union([z.literal(''), date]),
  vulnerabilities: z.array(
    z.strictObject({
      cve,
      exploited: z
        .strictObject({ product: z.string().min(1), since: date, ransomware: z.boolean() })
        .optional(),
    }),
  ),
  count,
  evidence,
});

const malware = z.strictObject({
  source: z.string(),
  name: z.string().min(1),
  kind: z.enum(['malware', 'group', 'campaign', 'tool']),
  does: z.string(),
  transports,
  ports: span,
  wide: z.boolean(),
  share: z.strictObject({ here: count, listed: count }).optional(),
  year,
  evidence,
  reference: z.url({ protocol: /^https?$/ }).optional(),
});

const watcher = z.strictObject({
  source: z.string(),
  kind: z.enum(['rules', 'honeypot']),
  name: z.string().min(1),
  transports,
  ports: span,
  wide: z.boolean(),
  count,
  evidence,
});

const amplification = z.strictObject({
  source: z.string(),
  protocol: z.string().min(1),
  transports,
  factor: z.string().min(1),
  reflectors: z.string(),
  counted: date.optional(),
  evidence,
});

const rfcMention = z.strictObject({
  rfc: count,
  title: z.string().min(1),
  date,
  relation: z.enum(['defines', 'mentions']),
  transports,
  status: z.string(),
  obsoletedBy: count.optional(),
});

const exposure = z.strictObject({
  source: z.string(),
  name: z.string().min(1),
  transports,
  hosts: count,
  year,
  evidence,
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
  programs: z.array(use),
  games: z.array(use),
  devices: z.array(use),
  vendorServices: z.array(use),
  attacks: z.array(attack),
  malware: z.array(malware),
  watched: z.array(watcher),
  amplification: z.array(amplification),
  rfcs: z.array(rfcMention),
  exposure: z.array(exposure),
  documented: z.boolean(),
  previousDocumented: port.optional(),
  nextDocumented: port.optional(),
  nearestFree: z.array(port),
  verdict: z.strictObject({
    level,
    own: level,
    reasons: z.array(
      z.strictObject({
        id: z.string(),
        level: z.union([level, z.literal('note')]),
        own: z.union([level, z.literal('note')]),
        values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
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
