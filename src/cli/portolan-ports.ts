/** portolan 443 postgres …: cards, tables and JSON of what was asked for. */
import { printable } from '../base/printable.ts';
import { type Topic, topicLabel } from '../base/topics.ts';
import type { PortIndex } from '../package/open-index.ts';
import { nameOf } from '../words/port/in-english.ts';
import type { Paint } from '../words/prose/paint.ts';
import { clipped, plainCard } from '../words/prose/plain-card.ts';
import { plainText } from '../words/prose/plain-text.ts';
import { type Answer, type Asked, answersTo, type Near } from './portolan-query.ts';

export interface Printing {
  width: number;
  paint: Paint;
  long: boolean;
  json: boolean;
}

/** More at once are a table of a line each. */
const MOST_CARDS = 5;
/** A name that means more than these is a word, and no name. */
const MOST_ROWS = 12;
const MOST_NEAR = 3;

export async function printPorts(
  texts: readonly string[],
  index: PortIndex,
  printing: Printing,
): Promise<void> {
  const answers = await Promise.all(
    (await answersTo(texts, index)).map((answer) => withPorts(answer, index)),
  );
  for (const answer of answers) {
    if (answer.kind !== 'nothing') continue;
    process.stderr.write(`${nothingText(answer)}\n`);
    process.exitCode = 1;
  }
  if (printing.json) {
    const { portJson } = await import('../features/exports/port-json.ts');
    const ports = answers.flatMap((answer) => portsOf(answer).map(({ port }) => port));
    const documents = ports.map((port) => portJson(index.port(port), index.sources));
    console.log(JSON.stringify(documents, null, 2));
    return;
  }
  const told = answers.flatMap((answer) => textOf(answer, index, printing));
  const rule = printing.long ? '─'.repeat(printing.width) : '';
  if (told.length > 0) console.log(told.join(`\n${rule}\n`).trimEnd());
}

/** A topic with the ports that it has. */
type Found = Exclude<Answer, { kind: 'topic' }> | { kind: 'topic'; topic: Topic; ports: number[] };

async function withPorts(answer: Answer, index: PortIndex): Promise<Found> {
  if (answer.kind !== 'topic') return answer;
  const { portsByTopic } = await import('../features/search/topic-ports.ts');
  const records = portsByTopic(index.documented().map(index.port)).get(answer.topic) ?? [];
  return { ...answer, ports: records.map(({ port }) => port) };
}

function portsOf(answer: Found): readonly Asked[] {
  if (answer.kind === 'nothing') return [];
  if (answer.kind === 'ports') return answer.asked;
  return answer.ports.slice(0, MOST_ROWS).map((port) => ({ port, transport: undefined }));
}

/** The texts that a rule or an empty line stands between. */
function textOf(answer: Found, index: PortIndex, printing: Printing): string[] {
  const { long, width } = printing;
  const asked = portsOf(answer);
  if (answer.kind === 'which') {
    const title = `'${printable(answer.text)}' may mean several ports. Which one?`;
    return [table(title, asked, answer.ports.length, index, printing)];
  }
  if (answer.kind === 'topic')
    return [table(topicLabel(answer.topic), asked, answer.ports.length, index, printing)];
  if (answer.kind === 'nothing') return [];
  if (long)
    return asked.map(({ port, transport }) =>
      plainText(index.port(port), index.sources, { transport, width }).trimEnd(),
    );
  if (asked.length > MOST_CARDS) return [table('', asked, asked.length, index, printing)];
  const cards = asked.map(({ port, transport }) =>
    plainCard(index.port(port), index.sources, { ...printing, transport }),
  );
  return [...cards, ...otherLines(answer.others, width)];
}

/** A line for each port: its number and what it is called. */
function table(
  title: string,
  asked: readonly Asked[],
  all: number,
  index: PortIndex,
  { paint, width }: Printing,
): string {
  const column = 7;
  const rows = asked.flatMap(({ port }) => {
    const number = `${port}`.padEnd(column);
    const [line = ''] = clipped(nameOf(index.port(port)), '', number, width, 1);
    return paint('bold', line.slice(0, column)) + line.slice(column);
  });
  const left = all - asked.length;
  const more = left > 0 ? `and ${left} more` : '';
  const hint = `More of one: portolan ${asked[0]?.port ?? ''}`;
  return [title, ...rows, more, paint('dim', hint)].filter((line) => line !== '').join('\n');
}

function otherLines(others: readonly number[], width: number): string[] {
  if (others.length === 0) return [];
  const shown = others.slice(0, MOST_ROWS).join(', ');
  const left = others.length - MOST_ROWS;
  const text = `Other ports of this name: ${shown}${left > 0 ? ` and ${left} more` : ''}`;
  return [clipped(text, '', '', width, 2).join('\n')];
}

function nothingText({ message, near, text }: Extract<Answer, { kind: 'nothing' }>): string {
  const shown = near.slice(0, MOST_NEAR).map(nearText);
  const meant = shown.length > 0 ? `Did you mean ${shown.join(', ')}?` : '';
  const said = [message, meant].filter((part) => part !== '').join(' ');
  const help = meant === '' ? ' See portolan --help.' : '';
  return `${printable(text)}: ${said}${help}`;
}

const nearText = ({ name, port }: Near) => `${name} (${port})`;
