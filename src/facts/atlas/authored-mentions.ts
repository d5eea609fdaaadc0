/** What authored pages say of other ports than their own: each becomes a fact of the port that it names. */
import { PORT_COUNT } from '../../base/ranges.ts';
import type { CitedSource } from '../schemas/cited-source.ts';
import type { PortPage } from '../schemas/port-page.ts';
import { portMentions } from './port-mentions.ts';

/** A dated sentence of an author that names this port, such as a worm that opened it. */
interface MentionedFact {
  kind: PortPage['security']['facts'][number]['kind'] | 'history';
  id?: string | undefined;
  date: string;
  text: string;
  source: CitedSource;
}

export interface AuthoredMention {
  /** The page that says it. */
  port: number;
  title: string;
  /** Why the author lists this port as related; left out where only the story names it. */
  reason?: string;
  facts: MentionedFact[];
}

/** A page with the ports that its story names. */
export interface AuthoredPage extends PortPage {
  storyPorts?: readonly number[];
}

/** For each port, the pages that name it: those with a reason first, then by number. */
export function authoredMentions(
  pages: readonly AuthoredPage[],
): ReadonlyMap<number, readonly AuthoredMention[]> {
  const mentions = new Map<number, AuthoredMention[]>();
  for (const page of pages) {
    for (const mention of mentionsOf(page)) {
      const { to, ...rest } = mention;
      mentions.getOrInsertComputed(to, () => []).push(rest);
    }
  }
  for (const list of mentions.values()) list.sort(byWeight);
  return mentions;
}

const byWeight = (a: AuthoredMention, b: AuthoredMention) =>
  Number(b.reason !== undefined) - Number(a.reason !== undefined) || a.port - b.port;

function mentionsOf(page: AuthoredPage): (AuthoredMention & { to: number })[] {
  const reasons = new Map(page.related.map(({ port, reason }) => [port, reason]));
  const facts = factsByPort(page);
  const named = new Set([...reasons.keys(), ...facts.keys(), ...(page.storyPorts ?? [])]);
  named.delete(page.port);
  return [...named]
    .filter((port) => port < PORT_COUNT)
    .map((to) => {
      const reason = reasons.get(to);
      const { port, title } = page;
      return {
        to,
        port,
        title,
        ...(reason !== undefined && { reason }),
        facts: facts.get(to) ?? [],
      };
    });
}

function factsByPort({ history, port, security, sources }: PortPage): Map<number, MentionedFact[]> {
  const cited = new Map(sources.map((source) => [source.key, source]));
  const facts = new Map<number, MentionedFact[]>();
  const dated = [
    ...security.facts,
    ...history.map((event) => ({ ...event, kind: 'history' as const, id: undefined })),
  ];
  for (const { source: key, ...fact } of dated) {
    const source = cited.get(key);
    const others = new Set(portMentions(fact.text).map((mention) => mention.port));
    others.delete(port);
    if (!source) continue;
    for (const other of others) {
      facts.getOrInsertComputed(other, () => []).push({ ...fact, source });
    }
  }
  return facts;
}

/** Code, headings and the targets of links name ports as examples or by the way. */
const NOT_PROSE = /```[\s\S]*?```|`[^`\n]*`|^#{1,6} .*$|\]\([^)]*\)|<[^>]*>/gm;

/** The ports that a story names, each once; the same that its page links. */
export function portsInStory(body: string): number[] {
  return [...new Set(portMentions(body.replaceAll(NOT_PROSE, ' ')).map(({ port }) => port))];
}
