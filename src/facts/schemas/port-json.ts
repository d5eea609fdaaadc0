/**
 * /3330.json: all that is known of a port, for programs. The one definition of it: the types, the
 * JSON Schema at /schema/port-1.json and the table on /api are made from this.
 *
 * Within version 1 fields may be added; none is removed, renamed or given another meaning.
 */

import { z } from 'zod';
import { STATUSES } from '../../base/statuses.ts';
import { VERDICT_LEVELS } from '../../base/verdict-levels.ts';
import { partialDate, portNumber, webAddress } from './common.ts';
import * as facts from './port-json-facts.ts';
import { PORT_JSON_VERSION } from './port-json-version.ts';
import { portPage } from './port-page.ts';
import { CHANGES, portRange } from './registry.ts';

export const text = z.string().min(1);
const sourceId = text.meta({ description: 'Which entry of `sources` says so.' });
const transports = z.array(text);
export const status = z.enum(STATUSES);
export const verdictLevel = z.enum(VERDICT_LEVELS);
const seenBy = z.enum(['refused', 'open', 'unknown']);

const registryTransport = z.strictObject({
  transport: text,
  status,
  services: z.array(text).meta({ description: 'Registered names here, the main one first.' }),
  unstated: z.boolean().meta({ description: 'True where the registry names no transport.' }),
  source: sourceId,
});

const assignment = z.strictObject({
  service: z.string().meta({ description: 'Empty where a purpose is registered and no name.' }),
  description: z.string(),
  transports: transports.meta({ description: 'Empty where the registry names none.' }),
  ports: portRange.meta({ description: "As registered: '6000-6063' for a port inside a range." }),
  assignee: text.optional(),
  registered: partialDate.optional(),
  modified: partialDate.optional(),
  references: z.array(z.strictObject({ label: text, url: webAddress.optional() })),
  serviceCode: text.optional(),
  unauthorizedUse: text.optional(),
  notes: text.optional(),
  aliasOf: text.optional().meta({ description: 'The service that this is another name of.' }),
  source: sourceId,
});

const label = z.strictObject({
  name: text,
  transports,
  ports: portRange,
  wide: z.boolean().meta({ description: 'Inside a range too wide to tell of this very port.' }),
  sole: z
    .literal(true)
    .optional()
    .meta({ description: 'Where the list gives this name to no other port.' }),
  agreement: z.enum(['same', 'different', 'unlisted']).meta({
    description: "Whether it is IANA's name; 'unlisted' where IANA has none.",
  }),
  source: sourceId,
});

const HISTORY_KINDS = [...CHANGES, 'printed', 'registered', 'modified', 'de-assigned'] as const;

const event = z.strictObject({
  date: partialDate,
  precision: z.enum(['on', 'by', 'between']).meta({
    description: 'On that date, no later than it, or after `after` and no later than it.',
  }),
  after: partialDate.optional(),
  kind: z.enum([...HISTORY_KINDS, 'told']).meta({
    description: "What the registry did; 'told' is an event that an author found elsewhere.",
  }),
  transports,
  text: text.meta({ description: 'What happened, in English.' }),
  name: text.optional(),
  oldName: text.optional(),
  description: text.optional(),
  oldDescription: text.optional(),
  rfc: z
    .strictObject({ first: z.int(), last: z.int(), lastDate: partialDate, era: z.string() })
    .optional()
    .meta({ description: 'The first and the last RFC that lists it, and what a port was then.' }),
  source: sourceId,
});

const lentBy = z.strictObject({
  system: text,
  versions: z.string(),
  low: portNumber,
  high: portNumber,
  setting: z.string(),
  current: z.boolean().meta({ description: 'False for old versions and for second ranges.' }),
  source: sourceId,
});

const platform = z.strictObject({
  privileged: z.strictObject({ value: z.boolean(), source: sourceId }),
  ephemeral: z.array(lentBy).meta({
    description: 'The systems that use this port for outgoing connections by default.',
  }),
  browsers: z.strictObject({ fetch: seenBy, chromium: seenBy, firefox: seenBy, source: sourceId }),
});

const reasonLevel = z.enum([...verdictLevel.options, 'note']);

const verdict = z.strictObject({
  level: verdictLevel.meta({ description: 'As the default of a program that you publish.' }),
  own: verdictLevel.meta({ description: 'On your own machine or network.' }),
  answers: z
    .strictObject({ own: text, publish: text })
    .meta({ description: 'Both answers in English.' }),
  reasons: z.array(
    z.strictObject({
      id: text,
      level: reasonLevel.meta({ description: 'What it means to a program that you publish.' }),
      own: reasonLevel.meta({ description: 'What it means on your own machine or network.' }),
      text: text.meta({ description: 'The reason, in English.' }),
      values: z
        .record(text, z.union([z.string(), z.number(), z.array(text)]))
        .meta({ description: 'The names and numbers in it.' }),
    }),
  ),
  better: z.array(portNumber).meta({
    description: 'Ports near by with the level good, drawn by a hash of the number.',
  }),
});

export const dataSource = z.strictObject({
  id: text,
  kind: z.enum(['table', 'cited']).meta({
    description:
      "'table': facts taken over from it, under its licence. " +
      "'cited': an author read it and states the fact in words of this project.",
  }),
  title: text,
  publisher: text,
  short: text.optional().meta({ description: 'How a page names it in a line.' }),
  url: webAddress,
  repository: text.optional(),
  commit: text.optional(),
  date: partialDate.optional(),
  checked: partialDate.optional().meta({ description: 'The day on which an author last read it.' }),
  licence: text.meta({ description: 'Of the facts that name this source, as stated here.' }),
});

export const licence = text.meta({
  description:
    'Of what is added here: names, sentences, verdicts. The facts are under the licence of their source.',
});

export const portJson = z.strictObject({
  $schema: webAddress,
  version: z.literal(PORT_JSON_VERSION),
  port: portNumber,
  url: webAddress.meta({ description: 'The page of the port.' }),
  name: text.meta({ description: 'What to call the port: the title of its page.' }),
  answer: text.meta({ description: 'What it is, in a sentence.' }),
  seenOpen: text.meta({ description: 'What to think of it when it is found open.' }),
  range: z.enum(['system', 'user', 'dynamic']),
  status: status.meta({ description: 'The strongest of the statuses of its transports.' }),
  transports: z.array(registryTransport).min(2).meta({
    description: 'The registry, per transport: TCP and UDP always, others where it names them.',
  }),
  assignments: z.array(assignment).meta({ description: 'The services registered here.' }),
  remarks: z.array(z.strictObject({ text, source: sourceId })).meta({
    description: 'What the registry notes beside its assignments.',
  }),
  labels: z.array(label).meta({ description: 'What port lists call it.' }),
  programs: z.array(facts.use).meta({ description: 'Programs that use it by default.' }),
  games: z.array(facts.use).meta({ description: 'Game servers.' }),
  devices: z.array(facts.use).meta({ description: 'Devices and industrial protocols.' }),
  vendorServices: z.array(facts.use).meta({ description: 'What vendors list.' }),
  attacks: z.array(facts.attack).meta({ description: 'Modules, templates and labs.' }),
  malware: z.array(facts.malware),
  watched: z.array(facts.watcher).meta({ description: 'Rules and honeypots.' }),
  amplification: z.array(facts.amplification),
  rfcs: z.array(facts.rfcMention),
  exposure: z.array(facts.exposure),
  mentions: z.array(facts.mention).meta({ description: 'What pages of other ports say of it.' }),
  history: z.array(event).meta({ description: 'Oldest first.' }),
  platform,
  verdict: verdict.meta({ description: 'Whether to use it for a program of your own.' }),
  nearby: z.strictObject({
    previous: portNumber.optional(),
    next: portNumber.optional(),
    free: z.array(portNumber).meta({ description: 'Ports near by that no source lists.' }),
  }),
  page: portPage
    .pick({
      title: true,
      summary: true,
      uses: true,
      security: true,
      checks: true,
      aliases: true,
      related: true,
      updated: true,
    })
    .optional()
    .meta({ description: 'What an author wrote, where one did.' }),
  sources: z.array(dataSource).min(1).meta({ description: 'Every source named above, once.' }),
  licence,
});
export type PortJson = z.infer<typeof portJson>;
export type DataSource = z.infer<typeof dataSource>;
