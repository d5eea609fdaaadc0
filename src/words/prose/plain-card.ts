/** The card of a port in a terminal: the answer in at most 15 lines. */
import type { VerdictLevel } from '../../base/verdict-levels.ts';
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import { english } from '../messages/english.ts';
import { said } from '../messages/said.ts';
import { openAdvice, ownText } from '../port/in-english.ts';
import { securityOf } from '../port/security.ts';
import { type UseLine, useLines } from '../port/use-lines.ts';
import { verdictAnswer } from '../port/verdict.ts';
import type { Paint } from './paint.ts';
import { securityFacts } from './plain-parts.ts';
import { named, transportLine, transportOf } from './plain-text.ts';
import { wrap } from './wrap.ts';

export interface CardOptions {
  transport?: string | undefined;
  width: number;
  paint: Paint;
}

export const CARD_LINES = 15;
/** The answer may be three lines, each of the rows below it two. */
const ANSWER_LINES = 3;
const ROW_LINES = 2;
/** Where the rows begin to say something; on a narrow terminal, sooner. */
const COLUMN = 10;

const COLOURS = { good: 'green', care: 'yellow', avoid: 'red' } as const;

export function plainCard(record: PortRecord, sources: SourceIndex, options: CardOptions): string {
  const { paint, transport, width } = options;
  const { port, verdict } = record;
  const row = (label: string, text: string, most = ROW_LINES): string[] => {
    if (text === '') return [];
    const [first = '', ...others] = clipped(
      text,
      ' '.repeat(COLUMN),
      label.padEnd(COLUMN),
      width,
      most,
    );
    return [paint('dim', first.slice(0, COLUMN)) + first.slice(COLUMN), ...others];
  };
  const [head = '', ...answer] = clipped(
    `${port} ${named(record)}`,
    ' '.repeat(`${port} `.length),
    '',
    width,
    ANSWER_LINES,
  );
  const digits = `${port}`.length;
  return [
    paint('bold', head.slice(0, digits)) + head.slice(digits),
    ...answer,
    ...statusRows(record, transport).flatMap(([transports, status]) => row(transports, status, 1)),
    ...row('Used by', users(record, sources, transport, width)),
    ...row('If open', openAdvice(record).replace('commands below', 'commands of --long')),
    ...row('Security', gravest(record, sources)),
    ...row('Own use?', ownText(record)).map((line) => painted(line, verdict.own, paint)),
    ...row('Publish?', publishText(record), 1).map((line) => painted(line, verdict.level, paint)),
    paint('dim', `More: portolan ${port} --long`),
  ].join('\n');
}

/** What the answer to a row begins with. */
const ANSWER = { good: /\bYes\b[^.,]*/, care: /\bWith care\b/, avoid: /\bBetter not\b/ } as const;

/** The answer alone has the colour. */
function painted(line: string, level: VerdictLevel, paint: Paint): string {
  const answer = ANSWER[level].exec(line)?.[0];
  return answer === undefined ? line : line.replace(answer, paint(COLOURS[level], answer));
}

/** Transports of which the registry says the same share a row; two rows, and the rest with --long. */
function statusRows(record: PortRecord, transport: string | undefined): [string, string][] {
  const shown = transport ? [transportOf(record, transport)] : record.transports;
  const groups = Map.groupBy(shown, transportLine);
  const rows = [...groups].map(([status, entries]): [string, string] => [
    entries.map((entry) => entry.transport).join(' '),
    status,
  ]);
  const fit = rows.map(([transports, status]): [string, string] =>
    transports.length < COLUMN ? [transports, status] : ['Status', `${status}: ${transports}`],
  );
  return fit.slice(0, ROW_LINES);
}

/** What is known to use it; where nothing is, what single reports say, as such. */
function users(
  record: PortRecord,
  sources: SourceIndex,
  transport: string | undefined,
  width: number,
): string {
  const { established, reported } = useLines(record, sources);
  const here = (uses: readonly UseLine[]) =>
    uses
      .filter(
        ({ transports }) => !transport || transports.length === 0 || transports.includes(transport),
      )
      .map((use) => use.name.replace(/ \(.*?\)/g, ''));
  const known = [...new Set(here(established))];
  if (known.length > 0) return someOf(known, (width - COLUMN) * ROW_LINES);
  const single = [...new Set(here(reported))];
  return single.length > 0 ? `${someOf(single, width - COLUMN)} (single reports)` : '';
}

/** As many as fit, and how many are left. */
function someOf(names: readonly string[], room: number): string {
  const MORE = ' and 100 more'.length + 10;
  let count = 0;
  let length = 0;
  for (const one of names) {
    length += one.length + 2;
    if (length > room - MORE) break;
    count++;
  }
  const shown = Math.max(1, count);
  const left = names.length - shown;
  return left > 0 ? `${names.slice(0, shown).join(', ')} and ${left} more` : names.join(', ');
}

/** What is exploited comes before what could be; of both, the first that is told. */
const SIGNS = [/\b(?:exploited|ransomware|infected|worm)\b/i, /\bCVE-\d/];

function gravest(record: PortRecord, sources: SourceIndex): string {
  const facts = securityFacts(record, securityOf(record, sources));
  for (const sign of SIGNS) {
    const found = facts.find((fact) => sign.test(fact));
    if (found) return found;
  }
  return facts[0] ?? '';
}

/** Without the reason, which the rows above tell: this has one line. */
function publishText({ verdict }: PortRecord): string {
  const { better } = verdict;
  const ports = { names: better.map(String) };
  return english().paragraph([
    verdictAnswer({ verdict }),
    ...(better.length > 0 ? [said('use.better', { ports })] : []),
  ]);
}

/** Wrapped, and cut at a word where it would take more lines. */
export function clipped(
  text: string,
  indent: string,
  first: string,
  width: number,
  most: number,
): string[] {
  const lines = wrap(text, indent, first, width);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  const whole = last.length < width ? last : last.slice(0, last.lastIndexOf(' '));
  return [...lines.slice(0, most - 1), `${whole.replace(/[\s,;:.]+$/, '')}…`];
}
