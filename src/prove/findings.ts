/** What the rules found: every case is counted, and the first few of each rule are kept. */
import type { Case } from './rule.ts';

const MOST_CASES = 10;

interface Finding {
  count: number;
  cases: Case[];
}

/** By the name of the rule. */
export type Findings = Map<string, Finding>;

export function addCase(findings: Findings, rule: string, found: Case): void {
  const finding = findings.getOrInsertComputed(rule, () => ({ count: 0, cases: [] }));
  finding.count++;
  if (finding.cases.length < MOST_CASES) finding.cases.push(found);
}

/** Of several threads: the same cases come out, whoever was first. */
export function joined(all: readonly Findings[]): Findings {
  const sum: Findings = new Map();
  for (const findings of all) {
    for (const [rule, { cases, count }] of findings) {
      const finding = sum.getOrInsertComputed(rule, () => ({ count: 0, cases: [] }));
      finding.count += count;
      finding.cases.push(...cases);
    }
  }
  for (const finding of sum.values())
    finding.cases = finding.cases.toSorted(byFile).slice(0, MOST_CASES);
  return sum;
}

const numbers = new Intl.Collator('en', { numeric: true });
const byFile = (a: Case, b: Case) =>
  numbers.compare(a.file, b.file) || (a.found < b.found ? -1 : a.found > b.found ? 1 : 0);
