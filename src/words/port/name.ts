/** What a port is called in a heading, a link or a list. */
import { establishedUses } from '../../facts/atlas/known-uses.ts';
import type { PortRecord, Status } from '../../facts/atlas/record.ts';
import type { Use } from '../../facts/atlas/uses.ts';
import { type MessageId, name, type Said, said } from '../messages/said.ts';
import type { Speaker } from '../messages/speaker.ts';
import { assignmentTitle, commonNames, lastOwner, mainAssignments } from '../prose/names.ts';

/** Real names are the same in every language; a port without one is called by its status. */
export type PortName = { names: readonly string[] } | Said;

export function nameOfPort(record: PortRecord): PortName {
  const names = ownNames(record);
  return names.length > 0 ? { names } : statusName(record);
}

export function portName(record: PortRecord, speaker: Speaker): string {
  const called = nameOfPort(record);
  return 'names' in called ? called.names.join(', ') : speaker.text(called);
}

const MOST = 2;

/** The author's title, else what usually uses it, else the registered name, else what port lists say. */
export function ownNames(record: PortRecord): string[] {
  if (record.page) return [record.page.title];
  const programs = [
    ...new Set(
      establishedUses(record)
        .filter((use) => !isRegisteredService(use, record))
        .map((use) => use.name),
    ),
  ];
  if (programs.length > 0) return programs.slice(0, MOST);
  const registered = [...new Set(mainAssignments(record).map(assignmentTitle))];
  if (registered.length > 0) return registered.slice(0, MOST);
  return commonNames(record).slice(0, MOST);
}

/** Windows' 'Simple TCP/IP Services' answer on 19 as chargen does: the port is called chargen. */
function isRegisteredService({ role }: Use, { assignments, vendorServices }: PortRecord): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (
    vendorServices.some((use) => use.role === role) &&
    assignments.some(({ description, service }) =>
      [service, description].some((text) => text !== '' && fold(text) === fold(role)),
    )
  );
}

const STATUS_NAMES: Record<Status, MessageId> = {
  assigned: 'name.assigned',
  reserved: 'name.reserved',
  unassigned: 'name.unassigned',
  'de-registered': 'name.deregistered',
  'never-assigned': 'name.neverAssigned',
  dynamic: 'name.dynamic',
};

function statusName(record: PortRecord): Said {
  const owner = lastOwner(record);
  return owner && record.status === 'de-registered'
    ? said('name.deregisteredFrom', { name: name(owner.name) })
    : said(STATUS_NAMES[record.status]);
}
