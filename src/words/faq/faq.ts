/**
 * The questions and answers of a port: one pure function of its facts and the words of a language.
 * The server renders it in English into the page; the browser renders it again in any other language.
 */

import type { PageMessages } from '../../facts/schemas/locale.ts';
import { BOTH } from '../commands/command.ts';
import { linux } from '../commands/linux.ts';
import { macos } from '../commands/macos.ts';
import { windows } from '../commands/windows.ts';
import {
  type Compiled,
  type CompiledTree,
  formatMessage,
  formatterFor,
  type Values,
} from '../locales/compiled.ts';
import type { FaqFacts, FaqReason } from './faq-facts.ts';

export type Words = CompiledTree<PageMessages>;

/** A sentence, or a command to copy. In text, what is no word of the language is marked; see isolate. */
export type Block = { text: string } | { command: string };

export interface Answered {
  /** The anchor is #faq- and this. */
  id: string;
  question: string;
  answer: Block[];
}

export function faqOf(facts: FaqFacts, { faq }: Pick<Words, 'faq'>, code: string): Answered[] {
  const formatter = formatterFor(code);
  const { port } = facts;
  const { isolate, list } = formatter;
  const own = { port: isolate(String(port)) };
  const say = (message: Compiled, values: Values = {}) =>
    formatMessage(message, { ...own, ...values }, formatter);
  const better = facts.better === undefined ? undefined : { better: isolate(String(facts.better)) };
  const services = list(facts.services);
  const used = facts.used && say(faq.what.used, { names: list(facts.used) });
  const listed = facts.names && say(faq.what.listed, { names: list(facts.names) });

  const what = () => [
    used,
    say(
      WHAT[facts.status] === 'assigned' && facts.services.length === 0
        ? faq.what.purpose
        : faq.what[WHAT[facts.status]],
      { services },
    ),
    facts.registered && say(faq.what.since, { date: formatter.date(facts.registered) }),
    !used && (listed ?? (!facts.hinted && say(faq.what.unknown))),
  ];
  const transport = () => [
    facts.inUse && say(faq.transport.used, { transports: list(facts.inUse) }),
    facts.transports.length > 0
      ? say(faq.transport.registered, { transports: list(facts.transports) })
      : !facts.inUse && say(facts.unstated ? faq.transport.unstated : faq.transport.none),
  ];
  const dangerous = () => [
    say(faq.dangerous.depends),
    facts.exposure && say(faq.dangerous[EXPOSURE[facts.exposure]]),
    facts.watchers &&
      say(faq.dangerous.backdoor, { tools: list(facts.watchers), count: facts.watchers.length }),
    facts.reported
      ? say(faq.dangerous.reported)
      : !facts.exposure && !facts.watchers && say(faq.dangerous.nothing),
  ];
  const use = () => [
    say(faq.use[facts.level]),
    ...facts.reasons.map((reason) => {
      const key = REASONS[reason];
      if (key === 'used') return used;
      if (key === 'listed') return listed;
      return say(faq.use[key], { services, systems: list(facts.lenders ?? []) });
    }),
    better && say(faq.use.better, better),
    facts.fineAtHome && say(faq.use.own),
  ];
  const question = (
    id: Topic,
    texts: (string | false | undefined)[],
    values: Values = {},
  ): Answered => ({
    id,
    question: say(faq[id].question, values),
    answer: texts.filter((text) => typeof text === 'string').map((text) => ({ text })),
  });

  const { label, lenders, withdrawn } = facts;
  const lends = lenders !== undefined && facts.status !== 'assigned';
  // No program can listen on port 0: it is neither found nor closed, nor dangerous when open.
  const listens = port !== 0;
  return [
    question('what', what()),
    question('transport', transport()),
    listens && question('dangerous', dangerous()),
    listens && {
      id: 'find',
      question: say(faq.find.question),
      answer: findAnswer(facts, faq, say),
    },
    // What the system lends and takes back by itself, nobody has to close.
    listens && !lends && question('close', [say(faq.close.answer)]),
    question('use', use()),
    facts.refused &&
      question('browser', [say(faq.browser.answer), better && say(faq.browser.instead, better)]),
    label &&
      question(
        'label',
        [
          say(faq.label.answer, { tool: isolate(label.tool) }),
          services !== '' && say(faq.label.registered, { services }),
        ],
        { tool: isolate(label.tool), name: isolate(label.name) },
      ),
    lends &&
      question('ephemeral', [
        say(faq.ephemeral.answer, { systems: list(lenders ?? []) }),
        say(faq.ephemeral.listener),
      ]),
    withdrawn &&
      question('withdrawn', [
        say(faq.withdrawn.reason),
        withdrawn.date && say(faq.withdrawn.date, { date: formatter.date(withdrawn.date) }),
        withdrawn.before && say(faq.withdrawn.before, { name: isolate(withdrawn.before) }),
      ]),
  ].filter((entry): entry is Answered => Boolean(entry));
}

type Topic = Exclude<keyof Words['faq'], 'title'>;

const WHAT = {
  assigned: 'assigned',
  reserved: 'reserved',
  unassigned: 'unassigned',
  'never-assigned': 'unassigned',
  'de-registered': 'withdrawn',
  dynamic: 'dynamic',
} as const;

const EXPOSURE = {
  never: 'never',
  restrict: 'restrict',
  hardened: 'hardened',
  'made-for-it': 'public',
} as const;

/** Which sentence tells the reason that a rule of the verdict gives. */
const REASONS: Record<
  FaqReason,
  | Exclude<keyof Words['faq']['use'], 'question' | 'good' | 'care' | 'avoid' | 'better' | 'own'>
  | 'listed'
  | 'used'
> = {
  assigned: 'assigned',
  reserved: 'reserved',
  privileged: 'privileged',
  refused: 'refused',
  backdoor: 'backdoor',
  established: 'used',
  'listed-by-many': 'listed',
  listed: 'listed',
  withdrawn: 'withdrawn',
  ephemeral: 'ephemeral',
};

function findAnswer(
  { only, port }: FaqFacts,
  faq: Words['faq'],
  say: (message: Compiled) => string,
): Block[] {
  const target = { port, transports: only ? [only] : BOTH };
  const command = (group: { check: { run: string }[] }): Block => ({
    command: group.check[0]?.run ?? '',
  });
  return [
    { text: say(faq.find.windows) },
    command(windows(target)),
    { text: say(faq.find.macos) },
    command(macos(target)),
    { text: say(faq.find.linux) },
    command(linux(target)),
    { text: say(faq.find.result) },
  ];
}
