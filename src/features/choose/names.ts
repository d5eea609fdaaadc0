/** The ports that a name leads to, from the reasons that travel with the page: who has a port, and who uses it. */
import type { ChoiceFacts } from './facts.ts';

/** Whose names are looked at, the surest first. */
const NAMING = ['assigned', 'authored', 'established'];
/** As many as can be read together. */
const MOST = 4;

const fold = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** 'http, www and www-http', 'Apache Tomcat, Jenkins and UniFi Network'. */
const namesIn = (text: string) => text.split(/, | and /).map(fold);

/** Exactly so called first; where nothing is, what begins so. */
export function portsNamed(name: string, facts: ChoiceFacts): number[] {
  const wanted = fold(name);
  if (wanted.length < 2) return [];
  const said = NAMING.flatMap((id) => facts.said(id));
  const found = [
    (one: string) => one === wanted,
    (one: string) => wanted.length > 2 && one.startsWith(wanted),
  ]
    .map((fits) => said.filter(({ text }) => namesIn(text).some(fits)).map(({ port }) => port))
    .find((ports) => ports.length > 0);
  return [...new Set(found)].slice(0, MOST);
}
