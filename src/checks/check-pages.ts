/** Runs every rule over the wanted pages, and puts what they find into words. */
import type { Context, Finding, Guard } from './guard.ts';

export function checkPages(guards: readonly Guard[], context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const page of context.wanted) {
    // A page whose fields cannot be read would break every other rule, and prove nothing by it.
    const readable = page.front.errors.length === 0;
    const ofPage = (readable ? guards : guards.filter(({ always }) => always)).flatMap((guard) =>
      guard
        .check(page, context)
        .map((problem) => ({ ...problem, file: page.file, rule: guard.name })),
    );
    findings.push(...ofPage.sort((a, b) => a.line - b.line));
  }
  return findings;
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
