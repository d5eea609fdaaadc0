/** What somebody asks about: 5432, 5432/tcp, 24870-24871, 50000-50100, mysql. */
import type { ChoiceFacts } from './facts.ts';
import { portsNamed } from './names.ts';
import { portsTyped, WHAT_PORTS } from './ports-typed.ts';
import { presentCheck, type ShownCheck } from './present.ts';
import { presentSpan, type ShownSpan } from './span.ts';

export interface Checked {
  /** What to write into the address. */
  asked: string;
  checks: ShownCheck[];
  /** In their place, where there are too many. */
  span?: ShownSpan;
  /** Where nothing was understood. */
  fault?: string;
}

export function checkText(text: string, facts: ChoiceFacts, site?: string): Checked {
  const wanted = text.trim();
  if (wanted === '') return { asked: '', checks: [] };
  const typed = portsTyped(wanted);
  const ports = typed?.ports ?? portsNamed(wanted, facts);
  const checks = ports.map((port) => presentCheck(port, facts, site));
  if (!typed) {
    return checks.length > 0 ? { asked: wanted, checks } : { asked: '', checks, fault: WHAT_PORTS };
  }
  const { low, high } = typed;
  return {
    asked: low === high ? `${low}` : `${low}-${high}`,
    checks,
    ...(checks.length === 0 && { span: presentSpan(low, high, facts) }),
  };
}
