/** A page to begin with: what the atlas knows is filled in, what only a person can say stands there as a question. */
import { stringify } from 'yaml';
import type { PortRecord } from '../facts/atlas/record.ts';
import { TRANSPORTS, type Transport } from '../facts/schemas/common.ts';

const LONGEST = 60;

/** The questions are comments and the open fields are missing, so `npm run check` names what is left to do. */
export function skeleton(record: PortRecord, today: string): string {
  const { port } = record;
  const title = titleOf(record);
  const aliases = aliasesOf(record);
  return `---
port: ${port}
# What would a person call it? The registry calls it so.
${title === undefined ? '# title:' : `title: ${scalar(title)}`}
# What is it, and what to do about it? One sentence, at most 160 characters.
# summary:
# What is it for? One to three of src/base/topics.ts: web, mail, databases and so on.
# topics: []
# Of a port that few people meet and of which little is recorded: its story may have 120 words.
# tail: true
iana:
${ianaLines(record)}
# What really listens here?
uses: []
#  - name: Example
#    transport: [tcp]
#    kind: default                # default, alternative, squatter or malware
#    note: what tells this use from the others
#    since: "2009"
#    source: example-manual
# Who needed the number, what did they build, what became of it? The oldest first.
history: []
#  - date: "2009"
#    text: One sentence.
#    source: example-manual
security:
  # May it face the internet? never, restrict, hardened, made-for-it or unknown.
  exposure: unknown
  # Why? One sentence. And with any answer but 'unknown', which source says so?
  # reason:
  # source:
  facts: []
  #  - kind: cve                  # cve, worm, trojan, advisory, exposure, amplification or incident
  #    id: CVE-2022-0543
  #    date: "2022-02-18"
  #    text: What happened, in one sentence.
  #    source: nvd-2022-0543
# How does one ask what listens? One to three commands of this service.
checks: []
#  - label: Ask for its version
#    command: example -h HOST -p ${port} version
#    healthy: what a good answer looks like
#    suspicious: what should make one look closer
# What else do people type into a search box?
aliases: ${aliases.length > 0 ? `[${aliases.map((alias) => scalar(alias)).join(', ')}]` : '[]'}
# Which ports belong with this one, and why?
related: []
#  - { port: ${port === 0 ? 1 : port - 1}, reason: 'why a reader would look there' }
# Two beside the registry, three with security facts.
sources: []
#  - key: example-manual
#    title: As the source itself gives it
#    publisher: Who answers for it
#    url: https://example.org/manual
#    date: "2009"                 # when it was published; left out where it does not say
#    checked: "${today}"
#    read: read                   # or certain, for an RFC or a CVE that was not opened
updated: "${today}"
---

{/* The answer first: what listens here, and what should somebody do who sees it?
A paragraph, and no heading above it. */}

{/* Then the story, 250 to 900 words (from 120 with tail: true) with two to four headings that tell something.
Cite sources as [^key]; their list is made from the fields above. */}
`;
}

function titleOf(record: PortRecord): string | undefined {
  const registered = record.assignments.flatMap(({ description, service }) => [
    description,
    service,
  ]);
  return [...registered, ...labelNames(record)].find(fits);
}

/** The registered names, and what port lists call it. */
function aliasesOf(record: PortRecord): string[] {
  const names = [...record.assignments.map(({ service }) => service), ...labelNames(record)];
  return [...new Set(names.map((name) => name.toLowerCase()))].filter(fits);
}

/** Not of the lists that open thousands of ports at once; and http_port_t is SELinux's way to write http. */
function labelNames({ labels }: PortRecord): string[] {
  return labels.filter(({ wide }) => !wide).map(({ name }) => name.replace(/_port_t$/, ''));
}

function fits(name: string): boolean {
  return name !== '' && name.length <= LONGEST;
}

function ianaLines({ transports }: PortRecord): string {
  return transports
    .filter(({ transport }) => TRANSPORTS.includes(transport as Transport))
    .map(({ transport, status, services }) => {
      const service = services.find((name) => name !== '');
      return `  ${transport}: { status: ${status}${service === undefined ? '' : `, service: ${scalar(service)}`} }`;
    })
    .join('\n');
}

/** As YAML writes it on one line, in quotes where it must be; also inside [ ] and { }. */
function scalar(text: string): string {
  const plain = stringify(text, { lineWidth: 0 }).trimEnd();
  return /[,[\]{}]/.test(text) && plain === text ? JSON.stringify(text) : plain;
}
