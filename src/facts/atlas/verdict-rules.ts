/**
 * The rules of the verdict on 'may I use this port for my own program?'. Each row that holds gives its
 * reason, and the gravest of them the verdict. A row of level 'note' tells a fact and changes nothing.
 * There are two verdicts: `level` is for a program that is published with this port as its default, and
 * `own` for one on one's own machine or network, where what others do with the port matters little.
 * The sentence of a rule is the message `use.ID` of the locales; its placeholders are filled from what
 * the rule gives back. A new rule is a row here, that message, and a case in tests/unit/facts/verdict.test.ts.
 */

import { LABEL_KINDS, namesBackdoor, namesDecoy, namesService } from '../registry/source-kinds.ts';
import {
  establishedUses,
  programIn,
  programNames,
  reportedUses,
  type UseTable,
  wideUses,
} from './known-uses.ts';
import { servesItsService, serviceNames } from './own-service.ts';
import type { PortRecord, Reason, ReasonValues } from './record.ts';
import type { Use } from './uses.ts';
import { isSweeping } from './wide.ts';

/** What the rules look at: the record as far as it is known before the verdict. */
export type Facts = Omit<PortRecord, 'verdict' | 'nearestFree' | 'sources'> & {
  /** The services that the port before is in use for. */
  before?: readonly string[];
};

export interface Rule {
  id: string;
  level: Reason['level'];
  /** On one's own machine or network; 'note' where it says nothing else. */
  own?: Reason['own'];
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
/** Of what may run on the same machine one more, so that 3000 names Grafana. */
const MOST_PROGRAMS = 4;
const MOST_LISTS = 4;

const BROWSERS = { fetch: 'WHATWG Fetch', chromium: 'Chromium', firefox: 'Firefox' } as const;

export const RULES: readonly Rule[] = [
  {
    id: 'zero',
    level: 'avoid',
    own: 'avoid',
    holds: 'is 0',
    chooser: 'taken',
    applies: ({ port }) => (port === 0 ? {} : undefined),
  },
  {
    id: 'assigned',
    level: 'avoid',
    holds: 'is assigned by IANA',
    chooser: 'taken',
    applies: (facts) => some('services', serviceNames(facts)),
  },
  {
    id: 'its-own',
    level: 'note',
    own: 'care',
    holds: 'is in use for the service that IANA assigned it to',
    applies: (facts) =>
      servesItsService(facts) ? some('services', serviceNames(facts)) : undefined,
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
    own: 'care',
    holds: 'is below 1024',
    applies: ({ platform }) => (platform.privileged ? {} : undefined),
  },
  {
    id: 'refused',
    level: 'avoid',
    own: 'avoid',
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
    own: 'care',
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
      const { page, status } = facts;
      const told = authoredNames(page);
      const known = establishedUses(facts).map(({ name }) => programIn(name));
      // Of a port that is not assigned, the rule before has named what the author found.
      return some(
        'programs',
        status === 'assigned' ? [...told, ...known] : known.filter((name) => !told.includes(name)),
      );
    },
  },
  {
    id: 'listed-by-many',
    level: 'avoid',
    holds: 'is named by two port lists or more',
    chooser: 'taken',
    applies: ({ labels }) => {
      const services = labels.filter(isService);
      if (listsOf(services).length < 2) return undefined;
      // 'KODI_Remote' and 'Knights and Merchants' are told only where no other list has a name.
      const telling = services.filter(({ kind }) => LABEL_KINDS[kind].weight > 1);
      // The rest stand in the table of names.
      return { lists: listsOf(telling.length > 0 ? telling : services).slice(0, MOST_LISTS) };
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
    id: 'nodeport',
    level: 'care',
    own: 'care',
    holds: 'lies in the range from which Kubernetes gives ports to NodePort services',
    chooser: 'listed',
    applies: (facts) => (wideUses(facts).some(isNodePorts) ? {} : undefined),
  },
  {
    id: 'in-wide-range',
    level: 'care',
    holds: 'lies in a range that a port list or a program takes as a whole',
    chooser: 'listed',
    applies: (facts) => some('ranges', wideRanges(facts, false), Number.POSITIVE_INFINITY),
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
    own: 'care',
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
    id: 'shared',
    level: 'note',
    holds: 'is used by programs that may run on the same machine',
    applies: (facts) => some('programs', programNames(facts), MOST_PROGRAMS),
  },
  {
    id: 'second',
    level: 'note',
    holds: 'follows the port of a service and is in use for no service of its own',
    applies: (facts) => {
      const { before, page, port } = facts;
      if (!before || page || servesItsService(facts)) return undefined;
      return { port: String(port - 1), services: [...before] };
    },
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
    id: 'in-profile',
    level: 'note',
    holds: 'lies in a range of more than 200 ports that a firewall’s profile or a game opens',
    applies: (facts) => some('ranges', wideRanges(facts, true), Number.POSITIVE_INFINITY),
  },
  {
    id: 'free',
    level: 'note',
    holds: 'is named by nothing that we know',
    applies: (facts) => (isFree(facts) ? {} : undefined),
  },
  {
    id: 'outside',
    level: 'note',
    holds: 'lies outside the default ranges of Linux, Windows and macOS, and browsers open it',
    applies: (facts) => (isFree(facts) && isQuiet(facts) ? {} : undefined),
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
  page?.uses.filter(({ kind }) => kind !== 'malware').map(({ name }) => programIn(name)) ?? [];

/** 'Wireshark (ajp13)': each list with one of its names, IANA's where it has it. */
function listsOf(labels: Facts['labels']): string[] {
  return [...Map.groupBy(labels, ({ source }) => source).values()].map((group) => {
    const { list, kind, name } = (group.find(({ agreement }) => agreement === 'same') ??
      group[0]) as Facts['labels'][number];
    return LABEL_KINDS[kind].named ? `${list} (${name})` : list;
  });
}

/** 'Gufw (chromecast, 32768 to 61000)'; one list may name the same range for several services. */
function wideRanges(facts: Facts, sweeping: boolean): string[] {
  const wide = facts.labels.filter((label) => label.wide && isSweeping(label) === sweeping);
  const uses = wideUses(facts)
    .filter((use) => takesNone(use, facts) === sweeping && !isNodePorts(use))
    .map(({ name, ports }) => `${name} (${ports.replace('-', '–')})`);
  const lists = [...Map.groupBy(wide, ({ list, ports }) => `${list} ${ports}`).values()].map(
    (group) => {
      const { list, ports } = group[0] as Facts['labels'][number];
      return `${list} (${group.map(({ name }) => name).join(', ')}, ${ports.replace('-', '–')})`;
    },
  );
  return [...lists, ...uses];
}

/** A game that opens so many ports uses hardly any of them. */
const takesNone = (use: Use, { games }: Pick<Facts, 'games'>) =>
  isSweeping(use) && games.includes(use);

const isNodePorts = ({ name, ports }: Use) => name === 'Kubernetes' && ports === '30000-32767';

/** Neither privileged nor handed out by a common system. */
const isQuiet = ({ platform }: Facts) =>
  !platform.privileged && !systemsOf(platform.ephemeral).some(isCommon);

/** Free: nothing in our records says anything of it, but that a wide profile opens it among others. */
export const isFree = (facts: Pick<Facts, 'documented' | 'labels' | UseTable>): boolean =>
  !facts.documented &&
  facts.labels.every(isSweeping) &&
  wideUses(facts).every((use) => takesNone(use, facts));
