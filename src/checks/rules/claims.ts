/** What a story says of the registration agrees with the record; src/checks/claims.ts says what is matched. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { type Claim, claimsIn } from '../claims.ts';
import type { Fields } from '../fields.ts';
import type { Rule } from '../rule.ts';

export const claims: Rule = {
  name: 'claims',
  description:
    "'unassigned', 'registered', 'never registered' and 'no known' agree with the record",
  check({ fields, passages }, { record }) {
    const { port } = fields;
    if (port === undefined) return [];
    return passages
      .filter(({ kind }) => kind === 'text')
      .flatMap((passage) =>
        claimsIn(passage.text, port).flatMap((claim) => {
          const objection = objectionTo(claim, record(port), fields);
          if (!objection) return [];
          const wrong = `'${claim.quote}' does not agree: ${objection}`;
          return [
            {
              line: passage.lineAt(claim.offset),
              wrong,
              right: 'correct the sentence, or name the transport or the time it is about',
            },
          ];
        }),
      );
  },
};

/** Before this, somebody had the number. */
const HELD = new Set(['registered', 'listed', 'renamed', 'reassigned', 'withdrawn', 'de-assigned']);

function objectionTo(claim: Claim, record: PortRecord, fields: Fields): string | undefined {
  const about = record.transports.filter(
    ({ transport }) => claim.transports.length === 0 || claim.transports.includes(transport),
  );
  const assigned = about.filter(({ status }) => status === 'assigned');
  const list = about.map(({ transport, status }) => `${transport} is ${status}`).join(', ');
  // A clause that names two transports may speak of either, so it is wrong only where both are; one
  // that names none speaks of the number, which is assigned where any of its transports is.
  const allAssigned =
    claim.transports.length > 0 ? assigned.length === about.length : assigned.length > 0;
  switch (claim.kind) {
    case 'absent':
      return about.length > 0 && allAssigned ? list : undefined;
    case 'present':
      return assigned.length === 0 ? list || 'the registry has no row' : undefined;
    case 'never': {
      if (about.length > 0 && allAssigned) return list;
      const held = record.timeline.find(
        ({ kind, transports }) =>
          HELD.has(kind) &&
          (claim.transports.length === 0 ||
            claim.transports.some((name) => transports.includes(name))),
      );
      return held ? `it was ${held.kind} in ${held.when.date}` : undefined;
    }
    case 'unknown':
      return known(claim.thing, record, fields);
  }
}

function known(thing: string, record: PortRecord, { uses, facts }: Fields): string | undefined {
  const assigned = record.status === 'assigned' ? 'the registry assigns it' : undefined;
  const use = uses.find(({ value }) => value.kind !== 'malware' && value.until === undefined);
  const used = use ? `\`uses\` lists ${use.value.name}` : undefined;
  const fact = (...kinds: string[]) => {
    const first = facts.find(({ value }) => kinds.includes(value.kind));
    return first
      ? `\`security.facts\` tells of ${first.value.id ?? `a ${first.value.kind}`}`
      : undefined;
  };
  if (/^(?:assignment|registration|owner)/.test(thing)) return assigned;
  if (/^service/.test(thing)) return assigned ?? used;
  if (/^(?:cve|vulnerabilit)/.test(thing)) return fact('cve');
  if (!/^(?:malware|trojan|worm|backdoor|virus)/.test(thing)) return used;
  const malware = uses.find(({ value }) => value.kind === 'malware');
  return malware ? `\`uses\` lists ${malware.value.name}` : fact('worm', 'trojan');
}
