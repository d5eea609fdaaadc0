/**
 * The rules of the verdict on 'may I use this port for my own program?'. Each row that holds gives its
 * reason, and the gravest of them the verdict. A row of level 'note' tells a fact and changes nothing.
 * The sentence of a rule is the message `use.ID` of the locales; its placeholders are filled from what
 * the rule gives back. A new rule is a row here, that message, and a case in tests/unit/facts/verdict.test.ts.
 */

import { LABEL_KINDS, namesBackdoor, namesDecoy, namesService } from '../registry/source-kinds.ts';
import { establishedUses, reportedUses, type UseTable, wideUses } from './known-uses.ts';
import type { PortRecord, Reason, ReasonValues } from './record.ts';

/** What the rules look at: the record as far as it is known before the verdict. */
export type Facts = Omit<PortRecord, 'verdict' | 'nearestFree' | 'sources'>;

export interface Rule {
  id: string;
  level: Reason['level'];
  /** When it holds, to be read after 'the port'. */
  holds: string;
  /**
   * What the rule means to somebody who chooses a port: 'taken' is never offered; 'listed' only to
   * those who do not ask for a port that nothing names.
   */
  chooser?: 'taken' | 'listed';
  /** What fills the sentence, or nothing where the rule does not hold. */
  applies(facts: Facts): ReasonValues | undefined;
}

/** The systems whose default range costs a port its 'good': what most servers and desktops run. */
export const COMMON_SYSTEMS = ['Linux', 'Windows', 'macOS'];

/** As many names as a sentence can bear; the rest are counted, or stand elsewhere on the page. */
const MOST = 3;

const BROWSERS = { fetch: 'WHATWG Fetch', chromium: 'Chromium', firefox: 'Firefox' } as const;

export const RULES: readonly Rule[] = [
  {
    id: 'zero',
    level: 'avoid',
    holds: 'is 0',
    chooser: 'taken',
    applies: ({ port }) => (port === 0 ? {} : undefined),
  },
  {
    id: 'assigned',
    level: 'avoid',
    holds: 'is assigned by IANA',
    chooser: 'taken',
    applies: ({ assignments }) =>
      some(
        'services',
        assignments.map(({ description, service }) => service || description),
      ),
  },
  {
    id: 'reserved',
    level: 'avoid',
    holds: 'is reserved by IANA',
    chooser: 'taken',
    applies: ({ status }) => (status === 'reserved' ? {} : undefined),
  },
  {
    id: 'privileged',
    level: 'avoid',
    holds: 'is below 1024',
    applies: ({ platform }) => (platform.privileged ? {} : undefined),
  },
  {
    id: 'refused',
    level: 'avoid',
    holds: 'is blocked by a browser',
    applies: ({ platform }) =>
      some(
        'browsers',
        Object.entries(BROWSERS)
          .filter(([id]) => platform.browsers[id as keyof typeof BROWSERS] === 'refused')
          .map(([, name]) => name),
      ),
  },
  {
    id: 'backdoor',
    level: 'avoid',
    holds: 'is on a list of ports of old malware',
    chooser: 'taken',
    applies: ({ labels }) => counted('lists', listsOf(labels.filter(namesBackdoor))),
  },
  {
    id: 'authored',
    level: 'avoid',
    holds: 'has a use that an author has found, though IANA has not assigned it',
    chooser: 'taken',
    applies: ({ page, status }) =>
      status === 'assigned' ? undefined : some('programs', authoredNames(page)),
  },
  {
    id: 'established',
    level: 'avoid',
    holds: 'has an established use',
    chooser: 'taken',
    applies: (facts) => {
      const told = new Set(authoredNames(facts.page));
      return some(
        'programs',
        establishedUses(facts)
          .map(({ name }) => name)
          .filter((name) => !told.has(name)),
      );
    },
  },
  {
    id: 'listed-by-many',
    level: 'avoid',
    holds: 'is named by two port lists or more',
    chooser: 'taken',
    applies: ({ labels }) => {
      const lists = listsOf(labels.filter(isService));
      return lists.length > 1 ? { lists } : undefined;
    },
  },
  {
    id: 'reported',
    level: 'care',
    holds: 'has a use that a single source reports',
    chooser: 'listed',
    applies: (facts) =>
      counted(
        'programs',
        reportedUses(facts).map(({ name }) => name),
      ),
  },
  {
    id: 'listed',
    level: 'care',
    holds: 'is named by one port list',
    chooser: 'listed',
    applies: ({ labels }) => {
      const lists = listsOf(labels.filter(isService));
      return lists.length === 1 ? { lists } : undefined;
    },
  },
  {
    id: 'mentioned',
    level: 'care',
    holds: 'is named on the page of another port',
    chooser: 'listed',
    applies: ({ mentions, page }) => {
      const [first] = page ? [] : mentions;
      return first && { port: String(first.port), title: first.title };
    },
  },
  {
    id: 'in-wide-range',
    level: 'care',
    holds: 'lies in a range that a port list or a program takes as a whole',
    chooser: 'listed',
    applies: (facts) => some('ranges', wideRanges(facts), Number.POSITIVE_INFINITY),
  },
  {
    id: 'withdrawn',
    level: 'care',
    holds: 'was registered once',
    chooser: 'listed',
    applies: ({ assignments, status, timeline }) => {
      if (assignments.length > 0) return undefined;
      const last = timeline.findLast(({ name, oldName }) => oldName ?? name);
      const name = last?.oldName ?? last?.name;
      if (name) return { known: 1, name };
      return status === 'de-registered' ? { known: 0, name: '' } : undefined;
    },
  },
  {
    id: 'remarked',
    level: 'care',
    holds: 'has a remark in the registry, though it is not assigned',
    chooser: 'listed',
    applies: ({ remarks, status }) =>
      status === 'assigned' || status === 'reserved' ? undefined : some('remarks', remarks),
  },
  {
    id: 'ephemeral',
    level: 'care',
    holds: 'lies in the default range of Linux, Windows or macOS for outgoing connections',
    applies: ({ platform }) => some('systems', systemsOf(platform.ephemeral).filter(isCommon)),
  },
  {
    id: 'decoy',
    level: 'care',
    holds: 'is watched as a decoy',
    chooser: 'listed',
    applies: ({ labels }) => some('lists', listsOf(labels.filter(namesDecoy))),
  },
  {
    id: 'attacked',
    level: 'care',
    holds: 'is tried by attack tools, used by malware or watched for either',
    chooser: 'listed',
    applies: ({ amplification, attacks, exposure, malware, watched }) =>
      amplification.length + attacks.length + exposure.length > 0 ||
      [...malware, ...watched].some(({ wide }) => !wide)
        ? {}
        : undefined,
  },
  {
    id: 'rfc',
    level: 'care',
    holds: 'is named by an RFC',
    chooser: 'listed',
    applies: ({ assignments, rfcs }) =>
      assignments.length > 0
        ? undefined
        : some(
            'rfcs',
            rfcs.map(({ rfc }) => `RFC ${rfc}`),
          ),
  },
  {
    id: 'other-ephemeral',
    level: 'note',
    holds: 'may be used for outgoing connections by another system',
    applies: ({ platform }) =>
      some(
        'systems',
        systemsOf(platform.ephemeral).filter((system) => !isCommon(system)),
        Number.POSITIVE_INFINITY,
      ),
  },
  {
    id: 'free',
    level: 'note',
    holds: 'is named by nothing that we know',
    applies: (facts) => (isFree(facts) ? {} : undefined),
  },
];

const some = (key: string, names: readonly string[], most = MOST): ReasonValues | undefined => {
  const each = [...new Set(names)];
  return each.length > 0 ? { [key]: each.slice(0, most) } : undefined;
};

/** With their number, for a sentence that is another for one than for several. */
function counted(key: string, names: readonly string[]): ReasonValues | undefined {
  const values = some(key, names);
  return values && { ...values, count: new Set(names).size };
}

const isCommon = (system: string) => COMMON_SYSTEMS.includes(system);
const systemsOf = (ranges: Facts['platform']['ephemeral']) => ranges.map(({ system }) => system);
const isService = (label: Facts['labels'][number]) => !label.wide && namesService(label);

const authoredNames = (page: Facts['page']): string[] =>
  page?.uses.filter(({ kind }) => kind !== 'malware').map(({ name }) => name) ?? [];

/** 'Wireshark (ajp13)': each list with one of its names, IANA's where it has it. */
function listsOf(labels: Facts['labels']): string[] {
  return [...Map.groupBy(labels, ({ source }) => source).values()].map((group) => {
    const { list, kind, name } = (group.find(({ agreement }) => agreement === 'same') ??
      group[0]) as Facts['labels'][number];
    return LABEL_KINDS[kind].named ? `${list} (${name})` : list;
  });
}

/** 'Gufw (chromecast, 32768 to 61000)'; one list may name the same range for several services. */
function wideRanges(facts: Facts): string[] {
  const wide = facts.labels.filter((label) => label.wide);
  const uses = wideUses(facts).map(({ name, ports }) => `${name} (${ports.replace('-', '–')})`);
  const lists = [...Map.groupBy(wide, ({ list, ports }) => `${list} ${ports}`).values()].map(
    (group) => {
      const { list, ports } = group[0] as Facts['labels'][number];
      return `${list} (${group.map(({ name }) => name).join(', ')}, ${ports.replace('-', '–')})`;
    },
  );
  return [...lists, ...uses];
}

/** Free: nothing in our records says anything of it, not even that it lies in a range. */
export const isFree = (facts: Pick<Facts, 'documented' | 'labels' | UseTable>): boolean =>
  !facts.documented && facts.labels.length === 0 && wideUses(facts).length === 0;
