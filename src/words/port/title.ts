/** The title of a port's page: what a link in a chat or a result of a search says before it is opened. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { name, type Said, said } from '../messages/said.ts';
import type { Speaker } from '../messages/speaker.ts';
import { backdoorLabels, lastOwner, mainAssignments, withdrawal } from '../prose/names.ts';
import { shorten } from '../prose/words.ts';
import { ownNames, portName } from './name.ts';

/** Search engines cut titles at about this length; of several titles the longest that fits is taken. */
const LENGTH = 70;

export function titleOf(record: PortRecord, speaker: Speaker): string {
  const titles = [...fullTitles(record, speaker), bareTitle(record, speaker)].map(speaker.text);
  return titles.find(({ length }) => length <= LENGTH) ?? shorten(titles.at(-1) ?? '', LENGTH);
}

/** The site's name, where it fits: not all that show a title say where it comes from. */
export const signed = (title: string) => {
  const whole = `${title} | Portolan`;
  return whole.length <= LENGTH ? whole : title;
};

const bareTitle = (record: PortRecord, speaker: Speaker) =>
  said('title.port', { port: portNumber(record), name: name(portName(record, speaker)) });

const portNumber = ({ port }: PortRecord) => name(String(port));

/** What could be added, what is worth most first. */
function fullTitles(record: PortRecord, speaker: Speaker): Said[] {
  const called = portName(record, speaker);
  const values = { port: portNumber(record), name: name(called) };
  if (ownNames(record).length === 0) return statusTitles(record);
  const service = mainAssignments(record)[0]?.service;
  const [malware] = record.page?.uses.filter(({ kind }) => kind === 'malware') ?? [];
  const misused = malware
    ? [said('title.misused', { ...values, malware: name(malware.name) })]
    : [];
  const rest = backdoorTitle(record, values);
  // Nothing can be registered there: that it is not says nothing of this port.
  if (record.status === 'reserved' || record.status === 'dynamic') return [...misused, ...rest];
  if (record.status !== 'assigned')
    return [...misused, ...rest, said('title.unregistered', values)];
  if (/\bregistered\b/i.test(called)) return misused;
  // A name may say the registered one already.
  const elsewhere = service && !called.toLowerCase().includes(service.toLowerCase());
  return [
    ...misused,
    elsewhere
      ? said('title.registeredAs', { ...values, service: name(service) })
      : said('title.registered', values),
  ];
}

const backdoorTitle = ({ labels, page }: PortRecord, values: Said['values']) =>
  page || backdoorLabels(labels).length === 0 ? [] : [said('title.backdoor', values)];

function statusTitles(record: PortRecord): Said[] {
  const { status, verdict } = record;
  const port = portNumber(record);
  const owner = lastOwner(record);
  if (status === 'dynamic') return [said('title.dynamic', { port })];
  if (status === 'reserved')
    return owner
      ? [said('title.reservedOnce', { port, name: name(owner.name) })]
      : [said('title.reserved', { port })];
  if (status === 'de-registered') {
    const year = withdrawal(record)?.when.date.slice(0, 4);
    return owner && year
      ? [said('title.deregistered', { port, name: name(owner.name), year: name(year) })]
      : [];
  }
  if (owner) return [said('title.unassignedOnce', { port, name: name(owner.name) })];
  return verdict.level === 'good'
    ? [said('title.free', { port })]
    : [said('title.unassigned', { port })];
}
