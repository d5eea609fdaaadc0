/** Vulnerabilities that are exploited, and the tools that try a port by default. */
import { byNumbers, byText, MORE } from '../../base/english-formats.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { Attack, Vulnerability } from '../../facts/atlas/uses.ts';
import { date, name, names, type Said, said } from '../messages/said.ts';
import type { SecurityLine } from './security-line.ts';

const MOST_NAMES = 3;

/** One tool for each vulnerability: a module says more than a template, a template more than a lab. */
const KINDS = ['module', 'template', 'lab'] as const;
const TOOLS: Record<string, string> = {
  metasploit: 'Metasploit',
  routersploit: 'RouterSploit',
  'nuclei-network': 'Nuclei',
  vulhub: 'Vulhub',
};

/** Modules before labs and templates: they say most, and 'tries it' is what a reader wants to know. */
export function toolLines({ attacks }: PortRecord): SecurityLine[] {
  return [
    ...moduleLines(attacks),
    ...countLines(attacks, 'routersploit', 'security.routersploit'),
    ...countLines(attacks, 'vulhub', 'security.labs'),
    ...countLines(attacks, 'nuclei-network', 'security.templates'),
    ...exploitDbLines(attacks),
  ];
}

interface Exploited extends Vulnerability {
  attack: Attack;
}

/** What CISA lists as exploited and an author has not told already, the newest first. */
export function exploitedLines({ attacks, page }: PortRecord): SecurityLine[] {
  const told = new Set(page?.security.facts.map(({ id }) => id));
  const found = new Map<string, Exploited>();
  for (const kind of KINDS) {
    for (const attack of attacks.filter((candidate) => candidate.kind === kind)) {
      for (const vulnerability of attack.vulnerabilities) {
        const { cve, exploited } = vulnerability;
        if (exploited && !found.has(cve) && !told.has(cve))
          found.set(cve, { ...vulnerability, attack });
      }
    }
  }
  return [...found.values()].sort(byListing).map(exploitedLine);
}

const byListing = (a: Exploited, b: Exploited) =>
  byText(b.exploited?.since ?? '', a.exploited?.since ?? '') || byNumbers(b.cve, a.cve);

function exploitedLine({ attack, cve, exploited }: Exploited): SecurityLine {
  const line = said('security.exploited', {
    cve: name(cve),
    product: name(productOf(exploited?.product ?? '')),
    date: date(exploited?.since ?? ''),
    ransomware: { choice: exploited?.ransomware ? 'yes' : 'no' },
    kind: { choice: attack.kind },
    tool: name(TOOLS[attack.source] ?? attack.source),
  });
  return { line, source: 'cisa-kev', evidence: attack.evidence };
}

/** CISA names the vendor before the product, and some products are named for their vendor. */
const productOf = (text: string) => text.replace(/^(\S+) \1(?= |$)/, '$1');

function moduleLines(attacks: readonly Attack[]): SecurityLine[] {
  const modules = attacks.filter(({ source }) => source === 'metasploit');
  if (modules.length === 0) return [];
  const years = modules
    .flatMap(({ vulnerabilities }) => vulnerabilities.map(({ cve }) => cve))
    .sort(byNumbers);
  const values = { count: modules.length, names: shownNames(modules) };
  const [first] = years;
  const last = years.at(-1);
  const line =
    first && last && first !== last
      ? said('security.modulesCves', { ...values, first: name(first), last: name(last) })
      : said('security.modules', values);
  return [{ line, source: 'metasploit', ...onlyEvidence(modules) }];
}

function countLines(
  attacks: readonly Attack[],
  source: string,
  id: Extract<Said['id'], `security.${string}`>,
): SecurityLine[] {
  const own = attacks.filter((attack) => attack.source === source);
  if (own.length === 0) return [];
  const line = said(id, { count: own.length, names: shownNames(own) });
  return [{ line, source, ...onlyEvidence(own) }];
}

/** The newest first, since those are the ones that are still tried. */
function shownNames(attacks: readonly Attack[]) {
  const newest = attacks.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const shown = newest.slice(0, MOST_NAMES).map((attack) => attack.name);
  return names(attacks.length > MOST_NAMES ? [...shown, MORE] : shown);
}

/** A line on one thing leads to its file. */
const onlyEvidence = ([first, ...others]: readonly Attack[]) =>
  first && others.length === 0 ? { evidence: first.evidence } : {};

function exploitDbLines(attacks: readonly Attack[]): SecurityLine[] {
  const listed = attacks.filter(({ kind }) => kind === 'exploits');
  const count = listed.reduce((sum, attack) => sum + attack.count, 0);
  const source = listed[0]?.source;
  return source ? [{ line: said('security.exploits', { count }), source }] : [];
}
