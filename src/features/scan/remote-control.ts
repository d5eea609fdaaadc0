/**
 * Whether a connection that leads to this port deserves a look: malware is controlled through it, or
 * currency is mined. What programs use by default is left out: malware uses 443, too.
 */
import { establishedUses } from '../../facts/atlas/known-uses.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';

export function isForControl(record: PortRecord): boolean {
  const { malware, page } = record;
  if (page) return page.topics.includes('back-doors') || isForMalwareOnly(page);
  const controls = malware.some(
    ({ does, share, wide }) => !wide && (share !== undefined || /control|mining/.test(does)),
  );
  return controls && establishedUses(record).length === 0;
}

function isForMalwareOnly({ uses }: NonNullable<PortRecord['page']>): boolean {
  if (uses.some(({ name }) => /\bstratum\b/i.test(name))) return true;
  const kinds = uses.map(({ kind }) => kind);
  return kinds.includes('malware') && !kinds.includes('default');
}
