/** Seen it open? One sentence on what it may be, and one thing to do. */

import { establishedUses } from '../../facts/atlas/known-uses.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import { COMMON_SYSTEMS } from '../../facts/atlas/verdict-rules.ts';
import { name, names, type Said, said } from '../messages/said.ts';
import { backdoorLabels } from '../prose/names.ts';
import { isListed } from './listed.ts';

export function openOf(record: PortRecord): Said[] {
  if (record.port === 0) return [said('open.zero')];
  if (record.status === 'dynamic' && establishedUses(record).length === 0)
    return [said('open.dynamic', { port: name(String(record.port)) }), ...suspicion(record)];
  const suspicious = suspicion(record);
  const first = suspicious.length > 0 ? suspicious : [advice(record), ...misuse(record)];
  return [...first, ...outgoing(record)];
}

function advice(record: PortRecord): Said {
  const [program] = establishedUses(record);
  if (program) return said('open.program', { program: name(program.name) });
  return isListed(record) ? said('open.listed') : said('open.find');
}

/** What stops the misuse is more than to look who listens. */
const misuse = ({ amplification }: PortRecord): Said[] =>
  amplification.length > 0 ? [said('open.amplified')] : [];

function suspicion({ labels }: PortRecord): Said[] {
  const lists = [...new Set(backdoorLabels(labels).map(({ list }) => list))];
  if (lists.length === 0) return [];
  return [said('open.backdoor', { lists: names(lists), count: lists.length })];
}

function outgoing({ documented, platform }: PortRecord): Said[] {
  // An undocumented port says it in its card.
  if (!documented) return [];
  const systems = platform.ephemeral
    .map(({ system }) => system)
    .filter((system) => COMMON_SYSTEMS.includes(system));
  return systems.length > 0 ? [said('open.outgoing', { systems: names(systems) })] : [];
}
