/** /ports.json and /services.json: one line an entry, so that they can be read line by line too. */
import { z } from 'zod';
import { STATUSES } from '../../base/statuses.ts';
import { portNumber, webAddress } from './common.ts';
import { ATTACK_KINDS } from './facts.ts';
import { dataSource, licence, status, text, verdictLevel } from './port-json.ts';
import { use } from './port-json-facts.ts';
import { EXPOSURES } from './port-page.ts';
import { portRange } from './registry.ts';

const head = {
  $schema: webAddress,
  version: z.literal(1),
  registry: text.meta({ description: 'The day of the copy of IANA’s registry.' }),
  sources: z.array(dataSource).meta({ description: 'Every source of a fact, with its licence.' }),
  licence,
};

const portLine = z.strictObject({
  port: portNumber,
  name: text.meta({ description: 'What to call the port: the title of its page.' }),
  answer: text.meta({ description: 'What it is, in a sentence.' }),
  status: status.meta({ description: 'The strongest of the statuses of its transports.' }),
  transports: z
    .record(text, z.strictObject({ status: z.enum(STATUSES), services: z.array(text) }))
    .meta({ description: 'The registry, per transport; source: iana.' }),
  labels: z
    .record(text, z.array(text))
    .meta({ description: 'What port lists call it, by the id of the source.' }),
  verdict: verdictLevel.meta({
    description: 'Whether to make it the default of a program that you publish.',
  }),
  own: verdictLevel.meta({ description: 'Whether to use it on your own machine or network.' }),
  exposure: z
    .enum(EXPOSURES)
    .optional()
    .meta({ description: 'What an author found about exposing it, where one wrote a page.' }),
});

export const portsJson = z.strictObject({
  ...head,
  ports: z.array(portLine).meta({ description: 'The documented ports, in order.' }),
});
export type PortsJson = z.infer<typeof portsJson>;
export type PortLine = z.infer<typeof portLine>;

const serviceLine = z.strictObject({
  name: text,
  registered: z.boolean().meta({ description: 'Whether IANA registers a service of this name.' }),
  ports: z
    .array(
      z.strictObject({
        ports: portRange,
        transports: z.array(text).meta({ description: 'Empty where the source names none.' }),
        source: text.meta({
          description:
            "Which entry of `sources` says so; 'portolan' for a name that an author gave.",
        }),
      }),
    )
    .min(1),
});

export const servicesJson = z.strictObject({
  ...head,
  services: z.array(serviceLine).meta({ description: 'By name.' }),
});
export type ServicesJson = z.infer<typeof servicesJson>;
export type ServiceLine = z.infer<typeof serviceLine>;

const programLine = z.strictObject({
  name: text.meta({ description: 'As its project spells it.' }),
  home: webAddress.optional(),
  ports: z
    .array(
      use.pick({ ports: true, transports: true, role: true, standing: true, kinds: true }).extend({
        sources: z.array(text).min(1).meta({ description: 'Which entries of `sources` say so.' }),
      }),
    )
    .min(1),
});

export const programsJson = z.strictObject({
  ...head,
  programs: z.array(programLine).meta({ description: 'By name.' }),
});
export type ProgramLine = z.infer<typeof programLine>;

const attackLine = z.strictObject({
  port: portNumber,
  exploited: z.array(text).meta({ description: 'Vulnerabilities that CISA lists as exploited.' }),
  attacks: z.array(
    z.strictObject({
      source: text,
      kind: z.enum(ATTACK_KINDS),
      name: z.string(),
      date: z.string(),
      cves: z.array(text),
      count: z.int().min(1),
    }),
  ),
  malware: z.array(
    z.strictObject({
      source: text,
      name: text,
      does: z.string(),
      year: text,
      share: z.strictObject({ here: z.int(), listed: z.int() }).optional(),
    }),
  ),
  amplification: z.array(z.strictObject({ source: text, protocol: text, factor: text })),
});

export const attacksJson = z.strictObject({
  ...head,
  ports: z.array(attackLine).meta({ description: 'The ports of which anything is reported.' }),
});
export type AttackLine = z.infer<typeof attackLine>;
