/** What /3330.json says of the programs on a port, of attacks on it and of who watches it. */
import { z } from 'zod';
import { partialDate, portNumber, webAddress } from './common.ts';
import { ATTACK_KINDS, WITNESS_KINDS } from './facts.ts';
import { portRange } from './registry.ts';

const text = z.string().min(1);
const sourceId = text.meta({ description: 'Which entry of `sources` says so.' });
const transports = z.array(text).meta({ description: 'Empty where the source names none.' });
const wide = z
  .boolean()
  .meta({ description: 'Inside a range too wide to tell of this very port.' });

const evidence = z.strictObject({
  source: sourceId,
  repository: text.optional().meta({ description: "'owner/name', where the source has several." }),
  commit: text.optional(),
  path: text.meta({ description: 'The file that says it, and the line.' }),
});

export const use = z.strictObject({
  name: text,
  role: z.string().meta({ description: 'What the port is for. Empty where no source says.' }),
  transports,
  ports: portRange,
  wide,
  standing: z.enum(['established', 'reported']).meta({
    description:
      "'established' where the program's own code or documents say so, or two kinds of source.",
  }),
  kinds: z.array(z.enum(WITNESS_KINDS)).meta({ description: 'The kinds of source that say so.' }),
  home: webAddress.optional(),
  evidence: z.array(evidence).min(1),
});

const vulnerability = z.strictObject({
  cve: text,
  exploited: z
    .strictObject({ product: text, since: partialDate, ransomware: z.boolean() })
    .optional()
    .meta({ description: 'Where CISA lists it as exploited.' }),
});

export const attack = z.strictObject({
  source: sourceId,
  kind: z.enum(ATTACK_KINDS),
  name: z.string(),
  transports,
  date: z.string(),
  vulnerabilities: z.array(vulnerability),
  count: z.int().min(1),
  evidence,
});

export const malware = z.strictObject({
  source: sourceId,
  name: text,
  kind: z.enum(['malware', 'group', 'campaign', 'tool']),
  does: z.string(),
  transports,
  ports: portRange,
  wide,
  share: z.strictObject({ here: z.int(), listed: z.int() }).optional().meta({
    description: 'Of the addresses with a port that the list has for this name, how many are here.',
  }),
  year: text,
  evidence,
  reference: webAddress.optional(),
});

export const watcher = z.strictObject({
  source: sourceId,
  kind: z.enum(['rules', 'honeypot']),
  name: text,
  transports,
  ports: portRange,
  wide,
  count: z.int().min(1),
  evidence,
});

export const amplification = z.strictObject({
  source: sourceId,
  protocol: text,
  transports,
  factor: text,
  reflectors: z.string(),
  counted: partialDate.optional(),
  evidence,
});

export const rfcMention = z.strictObject({
  rfc: z.int(),
  title: text,
  date: partialDate,
  relation: z.enum(['defines', 'mentions']),
  transports,
  status: z.string(),
  obsoletedBy: z.int().optional(),
});

export const exposure = z.strictObject({
  source: sourceId,
  name: text,
  transports,
  hosts: z.int(),
  year: text,
  evidence,
});

export const mention = z.strictObject({
  port: portNumber.meta({ description: 'The page that names this port.' }),
  title: text,
  reason: text.optional(),
  facts: z.array(
    z.strictObject({
      kind: text,
      id: text.optional(),
      date: partialDate,
      text,
      cited: z.strictObject({ title: text, publisher: text, url: webAddress }),
    }),
  ),
});
