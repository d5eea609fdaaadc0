/** Runs every rule over the wanted pages, and puts what they find into words. */
import { Excused } from './exceptions.ts';
import { nameOf } from './page.ts';
import type { Context, Finding, Rule } from './rule.ts';

export function checkPages(rules: readonly Rule[], context: Context): Finding[] {
  const findings: Finding[] = [];
  const excused = new Excused(context.exceptions);
  for (const page of context.wanted) {
    // A page whose fields cannot be read would break every other rule, and prove nothing by it.
    const readable = page.front.errors.length === 0;
    const ofPage = (readable ? rules : rules.filter(({ always }) => always)).flatMap((rule) =>
      rule
        .check(page, context)
        .filter(({ what = '' }) => !excused.has(rule.name, nameOf(page), what))
        .map((problem) => ({ ...problem, file: page.file, rule: rule.name })),
    );
    findings.push(...ofPage.sort((a, b) => a.line - b.line));
  }
  // Asked for a few pages, nobody can tell what the exceptions of the others still excuse.
  return context.wanted.size === context.pages.length
    ? [...findings, ...excused.needless()]
    : findings;
}

export function findingText({ file, line, wrong, right, rule }: Finding): string {
  return `${file}:${line}: ${wrong}; ${right} [${rule}]`;
}

export function summaryText(findings: readonly Finding[], context: Context): string {
  const pages = `${context.wanted.size} ${context.wanted.size === 1 ? 'page' : 'pages'}`;
  if (findings.length === 0) return `${pages} checked: nothing to mend`;
  const wanting = new Set(findings.map(({ file }) => file)).size;
  return `${pages} checked: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} in ${wanting}`;
}
