/**
 * 'May I use this port for my own program?' The rule is the table below: each row that holds gives
 * its reason, and the gravest of them gives the verdict. A row of level 'note' tells a fact and
 * changes nothing.
 */
import { LABEL_KINDS, namesBackdoor, namesDecoy, namesService } from '../registry/source-kinds.ts';
import { levelOf } from './level.ts';
import type { Label, PortRecord, Reason, VerdictLevel } from './record.ts';
import type { Use } from './uses.ts';

/** What the rule looks at: the record as far as it is known before the verdict. */
export type Facts = Omit<PortRecord, 'verdict' | 'nearestFree' | 'sources'>;

interface Rule {
  id: string;
  level: Reason['level'];
  /** When it holds, to be read after 'the port'. */
  holds: string;
  /** The fact as a sentence, or nothing where the rule does not hold. */
  tell(facts: Facts): string | undefined;
}

/** The systems whose default range costs a port its 'good': what most servers and desktops run. */
export const COMMON_SYSTEMS = ['Linux', 'Windows', 'macOS'];

const list = new Intl.ListFormat('en-GB');

export const RULES: readonly Rule[] = [
  {
    id: 'zero',
    level: 'avoid',
    holds: 'is 0',
    tell: ({ port }) =>
      port === 0
        ? 'Binding to port 0 asks the system for any free port; nothing can listen on 0 itself.'
        : undefined,
  },
  {
    id: 'assigned',
    level: 'avoid',
    holds: 'is assigned by IANA',
    tell: ({ assignments }) => {
      const names = assignments.map(({ service, description }) => service || description);
      return names.length > 0
        ? `Assigned by IANA to ${list.format([...new Set(names)])}.`
        : undefined;
    },
  },
  {
    id: 'reserved',
    level: 'avoid',
    holds: 'is reserved by IANA',
    tell: ({ status }) =>
      status === 'reserved' ? 'IANA reserves the number and gives it to nobody.' : undefined,
  },
  {
    id: 'privileged',
    level: 'avoid',
    holds: 'is below 1024',
    tell: ({ platform }) =>
      platform.privileged
        ? 'Below 1024: binding it needs root or a capability on Linux, the BSDs and Solaris, ' +
          'and IANA keeps this range for standards.'
        : undefined,
  },
  {
    id: 'refused',
    level: 'avoid',
    holds: 'is refused by a browser',
    tell: ({ platform }) => {
      const names = { fetch: 'the Fetch standard', chromium: 'Chromium', firefox: 'Firefox' };
      const refusing = Object.entries(names).filter(
        ([id]) => platform.browsers[id as keyof typeof names] === 'refused',
      );
      return refusing.length > 0
        ? `Browsers refuse it: ${list.format(refusing.map(([, name]) => name))}.`
        : undefined;
    },
  },
  {
    id: 'backdoor',
    level: 'avoid',
    holds: 'is on a list of historic backdoor ports',
    tell: ({ labels }) =>
      labelled(labels.filter(namesBackdoor), 'On the list of historic backdoor ports of'),
  },
  {
    id: 'used-by-many',
    level: 'avoid',
    holds: 'is named by two other books or more',
    tell: ({ labels }) => {
      const services = labels.filter(isService);
      const books = new Set(services.map(({ source }) => source));
      return books.size > 1 ? labelled(services, 'In use elsewhere: listed by') : undefined;
    },
  },
  {
    id: 'used',
    level: 'care',
    holds: 'is named by one other book',
    tell: ({ labels }) => {
      const services = labels.filter(isService);
      const books = new Set(services.map(({ source }) => source));
      return books.size === 1 ? labelled(services, 'Listed by') : undefined;
    },
  },
  {
    id: 'in-wide-range',
    level: 'care',
    holds: 'lies in a range that a book opens as a whole',
    tell: ({ labels }) => {
      const wide = labels.filter((label) => label.wide);
      // One book may name the same range for several services.
      const ranges = Map.groupBy(wide, ({ book, ports }) => `${book} ${ports}`);
      const parts = [...ranges.values()].map((group) => {
        const [{ book, ports }] = group as [Label];
        const names = group.map(({ name }) => name).join(', ');
        return `${book} (${names}, ${ports.replace('-', ' to ')})`;
      });
      return parts.length > 0
        ? `Inside a range opened as a whole by ${list.format(parts)}.`
        : undefined;
    },
  },
  {
    id: 'authored-use',
    level: 'avoid',
    holds: 'has a use that an author has found, though IANA has not assigned it',
    tell: ({ page, status }) => {
      const uses =
        page?.uses.filter(({ kind }) => kind !== 'malware').map(({ name }) => name) ?? [];
      return uses.length > 0 && status !== 'assigned'
        ? `In use by ${list.format(uses.slice(0, 3))}, whatever the registry says.`
        : undefined;
    },
  },
  {
    id: 'program',
    level: 'avoid',
    holds: 'has an established use',
    tell: (facts) => {
      const names = namesOf(usesOf(facts).filter(isEstablished));
      return names === '' ? undefined : `Used by default by ${names}.`;
    },
  },
  {
    id: 'reported-use',
    level: 'care',
    holds: 'has a use that is only reported, or lies in a range that a program uses',
    tell: (facts) => {
      const uses = usesOf(facts);
      const names = namesOf(uses.filter((use) => !isEstablished(use)));
      return names === '' || uses.some(isEstablished) ? undefined : `Reported for ${names}.`;
    },
  },
  {
    id: 'told-of',
    level: 'care',
    holds: 'is named by attack tools, malware lists, detection rules or RFCs',
    tell: ({ amplification, attacks, exposure, malware, rfcs, watched }) =>
      [amplification, attacks, exposure, rfcs].some((facts) => facts.length > 0) ||
      [...malware, ...watched].some(({ wide }) => !wide)
        ? 'Named by attack tools, malware lists, detection rules or RFCs.'
        : undefined,
  },
  {
    id: 'withdrawn',
    level: 'care',
    holds: 'was somebody’s once',
    tell: ({ assignments, status, timeline }) => {
      if (assignments.length > 0) return undefined;
      const last = timeline.findLast(({ oldName, name }) => oldName ?? name);
      const name = last?.oldName ?? last?.name;
      if (name) return `It was ${name} once, and old software may still use it.`;
      return status === 'de-registered'
        ? 'IANA withdrew it from an owner not named here.'
        : undefined;
    },
  },
  {
    id: 'remarked',
    level: 'care',
    holds: 'has a remark in the registry, though it is not assigned',
    tell: ({ remarks, status }) =>
      remarks.length > 0 && status !== 'assigned' && status !== 'reserved'
        ? `The registry remarks: ${list.format(remarks.map((text) => `‘${text}’`))}.`
        : undefined,
  },
  {
    id: 'ephemeral',
    level: 'care',
    holds: 'lies in the default ephemeral range of Linux, Windows or macOS',
    tell: ({ platform }) => {
      const holders = platform.ephemeral.filter(({ system }) => COMMON_SYSTEMS.includes(system));
      return holders.length > 0
        ? `Inside the default ephemeral range of ${list.format(holders.map(({ system }) => system))}: ` +
            'a client’s socket may already hold it.'
        : undefined;
    },
  },
  {
    id: 'decoy',
    level: 'care',
    holds: 'is watched as a decoy',
    tell: ({ labels }) => labelled(labels.filter(namesDecoy), 'Watched as a decoy by'),
  },
  {
    id: 'other-ephemeral',
    level: 'note',
    holds: 'is lent to outgoing connections by another system',
    tell: ({ platform }) => {
      const holders = platform.ephemeral.filter(({ system }) => !COMMON_SYSTEMS.includes(system));
      return holders.length > 0
        ? `Lent to outgoing connections by ${list.format(holders.map(({ system }) => system))}.`
        : undefined;
    },
  },
  {
    id: 'free',
    level: 'note',
    holds: 'is free in every source',
    tell: (facts) =>
      isFree(facts)
        ? 'Free in every source: nobody has registered it, no book names it, no browser refuses it.'
        : undefined,
  },
];

const isService = (label: Label) => !label.wide && namesService(label);

const usesOf = ({ devices, games, programs, vendorServices }: Pick<Facts, UseList>) => [
  ...programs,
  ...games,
  ...devices,
  ...vendorServices,
];

/** A range of more than a hundred ports says too little of one of them to call it used. */
const isEstablished = ({ standing, wide }: Use) => standing === 'established' && !wide;

/** Two at most: the page has them all. */
function namesOf(uses: readonly Use[]): string {
  const names = [...new Set(uses.map(({ name }) => name))];
  return list.format([...names.slice(0, 2), ...(names.length > 2 ? ['others'] : [])]);
}

function labelled(labels: readonly Label[], words: string): string | undefined {
  const bySource = Map.groupBy(labels, ({ source }) => source);
  const parts = [...bySource.values()].map((group) => {
    const [{ book, kind }] = group as [Label];
    return LABEL_KINDS[kind].named ? `${book} (${tellingName(group)})` : book;
  });
  return parts.length > 0 ? `${words} ${list.format(parts)}.` : undefined;
}

/** Of several names in one book, the one that is IANA's too. */
function tellingName(group: readonly Pick<Label, 'name' | 'agreement'>[]): string {
  return (group.find(({ agreement }) => agreement === 'same') ?? group[0])?.name ?? '';
}

type UseList = 'programs' | 'games' | 'devices' | 'vendorServices';

/** Free: no source, past or present, says anything of it, not even that it lies in a range. */
export function isFree(facts: Pick<Facts, 'documented' | 'labels' | UseList>): boolean {
  return !facts.documented && facts.labels.length === 0 && usesOf(facts).length === 0;
}

export function judge(facts: Facts): { level: VerdictLevel; reasons: Reason[] } {
  const reasons = RULES.flatMap(({ id, level, tell }) => {
    const text = tell(facts);
    return text === undefined ? [] : [{ id, level, text }];
  });
  return { level: levelOf(reasons), reasons };
}
