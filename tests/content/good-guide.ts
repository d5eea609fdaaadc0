/** A guide in which nothing is wrong, and ways to put something wrong into it. */
import assert from 'node:assert/strict';
import { type Page, readPage } from '../../src/checks/page.ts';

const STORY = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');

export const GOOD_GUIDE = `---
title: Tides in the harbour
summary: Look at the table on the pier before you tie up; the water falls by two metres in six hours.
questions:
  - When does the water fall?
ports: [4242, 4243]
sources:
  - key: manual
    title: The Manual of Example
    publisher: Example
    url: https://example.org/manual
    date: "2004"
    checked: "2026-11-20"
  - key: letter
    title: A letter about the water
    publisher: Example
    url: https://example.org/letter
    checked: "2026-11-20"
updated: "2026-11-20"
---

Ask the harbour office, with \`tide\`.[^manual]

\`\`\`sh
tide --at HOST:4242
\`\`\`

## The ranges

<EphemeralRanges />

It was otherwise once.[^letter] ${STORY}
`;

/** The good guide with each of these texts replaced by another; `line` finds where a text stands in it. */
export function goodGuideWith(...changes: [from: string, to: string][]): {
  page: Page;
  line: (text: string) => number;
} {
  let text = GOOD_GUIDE;
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `the good guide has no '${from}'`);
    text = text.replace(from, () => to);
  }
  const line = (wanted: string) => text.slice(0, text.indexOf(wanted)).split('\n').length;
  return { page: readPage('content/guides/tides-in-the-harbour.mdx', text, 'guide'), line };
}
