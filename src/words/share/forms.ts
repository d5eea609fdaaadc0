/** The forms in which a page can be handed on. No DOM: what is shared comes in, text goes out. */
import type { Values } from '../locales/compiled.ts';
import type { PortMessages } from '../messages/said.ts';
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

/** Says a message of the section `share` in the language of the page. */
export type Say = (id: keyof PortMessages['share'], values?: Values) => string;

export const formsIn = (say: Say): readonly Form[] => [
  { id: 'link', name: say('link'), key: 'l', text: ({ url }) => url },
  {
    id: 'markdown',
    name: 'Markdown',
    key: 'm',
    text: (shared) => `[${inMarkdown(titleOf(shared, say))}](${shared.url})`,
  },
  {
    id: 'html',
    name: 'HTML',
    key: 'h',
    text: (shared) => `<a href="${inHtml(shared.url)}">${inHtml(titleOf(shared, say))}</a>`,
  },
  {
    id: 'bbcode',
    name: 'BBCode',
    key: 'b',
    text: (shared) => `[url=${shared.url}]${inBbcode(titleOf(shared, say))}[/url]`,
  },
  { id: 'quote', name: say('quote'), key: 'q', text: (shared) => quote(shared, say) },
  { id: 'ticket', name: say('ticket'), key: 't', text: (shared) => ticket(shared, say) },
];

function titleOf({ name, port, section }: Shared, say: Say): string {
  const title = say('title', { port: String(port), name: oneLine(name) });
  return section ? `${title} › ${oneLine(section)}` : title;
}

/** One paragraph: number, answer, source, date, address. */
function quote({ answer, port, registry, transports, url }: Shared, say: Say): string {
  const assigned = transports.filter(({ services }) => services !== '');
  const names = assigned.map(({ name }) => name.toLowerCase()).join('+');
  const number = names ? `${port}/${names}` : `${port}`;
  return say('quoted', { port: number, answer: sentence(answer), date: registry, url });
}

/** Reads as it stands; where the ticket system renders Markdown, the commands come out as code. */
function ticket(shared: Shared, say: Say): string {
  const { commands, ownUse, registry, seenOpen, system, transports, url } = shared;
  const registered = transports.map(
    ({ name, services, status }) => `- ${name}: ${services ? `${services}, ` : ''}${status}`,
  );
  return [
    titleOf(shared, say),
    url,
    '',
    ...registered,
    `- ${say('seenOpen', { text: sentence(seenOpen) })}`,
    `- ${say('ownUse', { text: sentence(ownUse) })}`,
    `- ${say('registry', { date: registry })}`,
    '',
    say('commands', { system }),
    '',
    ...commands.map((command) => `    ${command}`),
    '',
  ].join('\n');
}

const sentence = (text: string) => {
  const line = oneLine(text);
  return /[.!?…。؟।۔]$/.test(line) ? line : `${line}.`;
};
