/** The forms in which a page can be handed on. No DOM: what is shared comes in, text goes out. */
import { inBbcode, inHtml, inMarkdown, oneLine } from './escape.ts';

/** A page, or a section of it, as far as its forms tell of it. */
export interface Shared {
  /** The permanent address, of the section where one is meant. */
  url: string;
  port: number;
  /** What a person would call the port. */
  name: string;
  /** The heading of the section that is meant. */
  section?: string;
  transports: { name: string; status: string; services: string }[];
  /** The answer, in a sentence or two. */
  answer: string;
  /** What to think of it when it is found open. */
  seenOpen: string;
  /** May one use it for a program of one’s own? */
  ownUse: string;
  /** The day of the registry’s copy. */
  registry: string;
  /** The system that the commands are for. */
  system: string;
  commands: string[];
}

export interface Form {
  id: string;
  name: string;
  /** The letter that copies it while the menu is open. */
  key: string;
  text(shared: Shared): string;
}

export const FORMS: readonly Form[] = [
  { id: 'link', name: 'Link', key: 'l', text: ({ url }) => url },
  {
    id: 'markdown',
    name: 'Markdown',
    key: 'm',
    text: (shared) => `[${inMarkdown(titleOf(shared))}](${shared.url})`,
  },
  {
    id: 'html',
    name: 'HTML',
    key: 'h',
    text: (shared) => `<a href="${inHtml(shared.url)}">${inHtml(titleOf(shared))}</a>`,
  },
  {
    id: 'bbcode',
    name: 'BBCode',
    key: 'b',
    text: (shared) => `[url=${shared.url}]${inBbcode(titleOf(shared))}[/url]`,
  },
  { id: 'quote', name: 'Quote with source', key: 'q', text: quote },
  { id: 'ticket', name: 'Block for a ticket', key: 't', text: ticket },
];

const titleOf = ({ name, port, section }: Shared) =>
  `Port ${port}: ${oneLine(name)}${section ? ` › ${oneLine(section)}` : ''}`;

/** One paragraph: number, answer, source, date, address. */
function quote({ answer, port, registry, transports, url }: Shared): string {
  const assigned = transports.filter(({ services }) => services !== '');
  const names = assigned.map(({ name }) => name.toLowerCase()).join('+');
  const number = names ? `${port}/${names}` : `${port}`;
  return `Port ${number}: ${sentence(answer)} Portolan, registry of ${registry}, ${url}`;
}

/** Reads as it stands; where the ticket system renders Markdown, the commands come out as code. */
function ticket(shared: Shared): string {
  const { commands, ownUse, registry, seenOpen, system, transports, url } = shared;
  const registered = transports.map(
    ({ name, services, status }) => `- ${name}: ${services ? `${services}, ` : ''}${status}`,
  );
  return [
    titleOf(shared),
    url,
    '',
    ...registered,
    `- Seen open: ${sentence(seenOpen)}`,
    `- For a program of one’s own: ${sentence(ownUse)}`,
    `- IANA’s registry of ${registry}`,
    '',
    `To see what listens (${system}):`,
    '',
    ...commands.map((command) => `    ${command}`),
    '',
  ].join('\n');
}

const sentence = (text: string) => {
  const line = oneLine(text);
  return /[.!?…]$/.test(line) ? line : `${line}.`;
};
