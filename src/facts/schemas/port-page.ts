/** One authored page: the frontmatter of content/ports/3330.mdx. */
import { z } from 'zod';
import { STATUSES } from '../../base/statuses.ts';
import { TOPIC_NAMES } from '../../base/topics.ts';
import { source, sourceKey } from './cited-source.ts';
import { fullDate, partialDate, portNumber, transport, words } from './common.ts';

/** One transport in the registry, as the author understands it; the build fails where the registry says otherwise. */
const ianaEntry = z.strictObject({
  status: z.enum(STATUSES),
  /** The registered service name; the first one where there are several. Left out where there is none. */
  service: z.string().optional(),
});

const iana = z.strictObject({
  tcp: ianaEntry,
  udp: ianaEntry,
  sctp: ianaEntry.optional(),
  dccp: ianaEntry.optional(),
});

/** Software or a device that really listens here. */
const use = z.strictObject({
  name: words(80),
  transport: z.array(transport).min(1),
  kind: z.enum(['default', 'alternative', 'squatter', 'malware'], {
    error:
      'default (out of the box), alternative (a usual second choice), squatter (default, ' +
      'though the number is registered to another) or malware',
  }),
  /** One short clause that tells this use from the others. */
  note: words(160).optional(),
  since: partialDate.optional(),
  until: partialDate.optional(),
  source: sourceKey,
});

const event = z.strictObject({
  date: partialDate,
  /** What happened, in one sentence. */
  text: words(240),
  source: sourceKey,
});

export const EXPOSURES = ['never', 'restrict', 'hardened', 'made-for-it', 'unknown'] as const;

const security = z.strictObject({
  /**
   * never: must not be reachable from the internet; restrict: only from known addresses or through
   * a VPN; hardened: may face the internet when kept up to date and configured with care;
   * made-for-it: meant to be public; unknown: nothing reliable is known.
   */
  exposure: z.enum(EXPOSURES),
  /** Why, in one sentence: 'no authentication by default'. */
  reason: words(200),
  /** Which sources say so. */
  source: sourceKey.optional(),
  facts: z
    .array(
      z.strictObject({
        kind: z.enum([
          'cve',
          'worm',
          'trojan',
          'advisory',
          'exposure',
          'amplification',
          'incident',
        ]),
        /** CVE-2017-0144, or the name of the worm or advisory. */
        id: words(60).optional(),
        date: partialDate,
        text: words(280),
        source: sourceKey,
      }),
    )
    .default([]),
});

/** A command of this service, with what its answers mean. */
const check = z.strictObject({
  /** What it tells, in a few words. */
  label: words(80),
  command: words(200),
  /** What a healthy answer looks like. */
  healthy: words(200),
  /** What should make one look closer. */
  suspicious: words(200),
  source: sourceKey.optional(),
});

const question = z.strictObject({
  /** As a person would ask it: it ends in a question mark. */
  question: words(120).regex(/\?/, { error: 'ask something: a question has a question mark' }),
  answer: words(500),
  /** Which source says so; advice that follows from the story needs none. */
  source: sourceKey.optional(),
});

export const portPage = z.strictObject({
  port: portNumber,
  /** What a person would call it: 'Redis', 'MCS Calypso ICF'. Not the number. */
  title: words(60),
  /** The answer, in one sentence of at most 160 characters. */
  summary: words(160),
  /** What it is for, the most important first; search and the front page group ports by it. */
  topics: z
    .array(z.enum(TOPIC_NAMES))
    .min(1, { error: 'name one to three topics' })
    .max(3, { error: 'name one to three topics' })
    .refine((topics) => new Set(topics).size === topics.length, { error: 'name each topic once' }),
  /**
   * Set where few people meet the port and little is recorded of it: a registered name whose program
   * is forgotten. Its story may be short (120 words), since a long one would have to invent.
   */
  tail: z.literal(true).optional(),
  iana: iana,
  uses: z.array(use).default([]),
  history: z.array(event).default([]),
  security,
  checks: z.array(check).default([]),
  /** What people type into a search box to get here, beside the registered names. */
  aliases: z.array(words(60)).default([]),
  related: z.array(z.strictObject({ port: portNumber, reason: words(120) })).default([]),
  /** Questions of this port's own, for the FAQ: what people ask here and nowhere else. */
  faq: z.array(question).default([]),
  sources: z.array(source).min(2, { error: 'cite at least two sources beside the registry' }),
  /** The day on which the page was last changed in substance. */
  updated: fullDate,
});

export type PortPage = z.infer<typeof portPage>;
