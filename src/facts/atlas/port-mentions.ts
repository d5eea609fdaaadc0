/** Port numbers as people write them in a text: 'port 5432', 'ports 137, 138 and 139', '5432/tcp', 'TCP 5432'. */
export interface Mention {
  port: number;
  offset: number;
}

const TRANSPORT = 'tcp|udp|sctp|dccp';
const NUMBER = '\\d+(?![\\d.]*\\d)';
/** After 'ports', every number of the list or range counts. */
const MORE = `(?:\\s*(?:,|-|–|\\/|and|or|to|through)\\s*)+`;
const FORMS = new RegExp(
  [
    `\\bports?\\s+(?:numbers?\\s+)?(${NUMBER}(?:${MORE}${NUMBER})*)`,
    `(?<![\\w.])(${NUMBER})\\/(?:${TRANSPORT})\\b`,
    `\\b(?:${TRANSPORT})(?:\\/(?:${TRANSPORT}))?(?:\\s+ports?)?[\\s/]+(${NUMBER}(?:${MORE}${NUMBER})*)(?![-\\w])`,
  ].join('|'),
  'gi',
);

export function portMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(FORMS)) {
    const numbers = match[1] ?? match[2] ?? match[3] ?? '';
    const start = match.index + match[0].indexOf(numbers);
    for (const number of numbers.matchAll(/\d+/g)) {
      found.push({ port: Number(number[0]), offset: start + number.index });
    }
  }
  return found;
}
