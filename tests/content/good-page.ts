/** A page in which nothing is wrong, and ways to put something wrong into it. */
import assert from 'node:assert/strict';
import { type Page, readPage } from '../../src/checks/page.ts';
import type { Context, Problem, Rule } from '../../src/checks/rule.ts';
import type { PortRecord, TransportRecord } from '../../src/facts/atlas/record.ts';

export const GOOD = `---
port: 4242
title: Example
summary: Example keeps the tide tables of a harbour office; let it be reached from the pier and from nowhere else.
topics: [industry-and-home]
iana:
  tcp: { status: assigned, service: example }
  udp: { status: reserved }
uses:
  - name: Example
    transport: [tcp]
    kind: default
    note: binary frames, one after the other
    since: "2003"
    until: "2019-05"
    source: manual
history:
  - date: "2003"
    text: A harbour master in Split writes the first version on a ferry.
    source: manual
  - date: "2003-08-14"
    text: The number is asked for and given within a week.
    source: letter
security:
  exposure: never
  reason: Whoever connects may move the tides.
  source: manual
  facts:
    - kind: cve
      id: CVE-2017-1234
      date: "2017-03"
      text: A frame longer than a wave drowns the server before version 1.2.
      source: cve
checks:
  - label: Ask for the tide
    command: example-cli --at HOST:4242 tide
    healthy: "\`low\` or \`high\`, within two seconds."
    suspicious: "\`spring\` in November."
aliases: [example, tides]
related:
  - { port: 4243, reason: the same over TLS }
sources:
  - key: manual
    title: The Manual of Example
    publisher: Example
    url: https://example.org/manual
    date: "2004"
    checked: "2026-11-20"
  - key: letter
    title: A letter about the number
    publisher: Example
    url: https://example.org/letter
    checked: "2026-11-20"
  - key: cve
    title: CVE-2017-1234
    publisher: NIST
    url: https://nvd.nist.gov/vuln/detail/CVE-2017-1234
    checked: "2026-11-20"
    read: read
updated: "2026-11-20"
---

Tide tables, in frames of forty bytes; close it to all but the pier.[^manual] It speaks to port 4243
when the sea is rough.

## What the ferry carried

The first version fitted on a floppy disk.[^letter]

<Note>

The moon is not configurable.

</Note>
`;

/** The good page with each of these texts replaced by another; `line` finds where a text stands in it. */
export function goodPageWith(...changes: [from: string, to: string][]): {
  page: Page;
  line: (text: string) => number;
} {
  let text = GOOD;
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `the good page has no '${from}'`);
    text = text.replace(from, () => to);
  }
  const line = (wanted: string) => text.slice(0, text.indexOf(wanted)).split('\n').length;
  return { page: readPage('content/ports/4242.mdx', text), line };
}

/** The good page with another body. */
export function goodPageSaying(body: string, port = 4242): Page {
  const front = GOOD.slice(0, GOOD.indexOf('\n---\n') + 5).replace('port: 4242', `port: ${port}`);
  return readPage(`content/ports/${port}.mdx`, `${front}\n${body}\n`);
}

export function recordOf(
  port: number,
  transports: Record<string, Pick<TransportRecord, 'status'> & Partial<TransportRecord>> = {
    tcp: { status: 'assigned', services: ['example'] },
    udp: { status: 'reserved' },
  },
  timeline: PortRecord['timeline'] = [],
): PortRecord {
  const list = Object.entries(transports).map(([transport, entry]) => ({
    transport,
    services: [],
    unstated: false,
    ...entry,
  }));
  const status =
    list.find((entry) => entry.status === 'assigned')?.status ??
    list[0]?.status ??
    'never-assigned';
  // No rule asks for more.
  return { port, status, transports: list, timeline } as unknown as PortRecord;
}

export function contextOf(pages: readonly Page[], more: Partial<Context> = {}): Context {
  return {
    pages,
    wanted: new Set(pages),
    record: (port) => recordOf(port),
    today: '2026-11-20',
    stockPhrases: [],
    reviewed: new Set(pages.flatMap(({ port }) => port ?? [])),
    exceptions: [],
    ...more,
  };
}

export function problemsOf(rule: Rule, page: Page, more: Partial<Context> = {}): Problem[] {
  return rule.check(page, contextOf([page], more));
}

/** What a rule finds in a command under `checks`, and in what the page says of its output. */
export function problemsOfCommand(rule: Rule, command: string, healthy = 'low'): Problem[] {
  const { page } = goodPageWith(
    ['example-cli --at HOST:4242 tide', JSON.stringify(command)],
    ['"`low` or `high`, within two seconds."', JSON.stringify(healthy)],
  );
  return problemsOf(rule, page);
}
