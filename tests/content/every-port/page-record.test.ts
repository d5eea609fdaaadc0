/** What a browser makes a page in another language of says the same as what the build made the page of. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PORT_COUNT } from '../../../src/base/ranges.ts';
import { choicesOf, plainPorts, plainRecord } from '../../../src/facts/atlas/plain-ports.ts';
import type { PortRecord } from '../../../src/facts/atlas/record.ts';
import { portJson } from '../../../src/features/exports/port-json.ts';
import { recordOfJson } from '../../../src/features/exports/record-of-json.ts';
import { spokenIn } from '../../../src/words/locales/spoken-in.ts';
import { answerHtml } from '../../../src/words/page/answer.ts';
import { sectionsOf } from '../../../src/words/page/article.ts';
import { viewOf } from '../../../src/words/page/view.ts';
import { assertNone } from '../../helpers/assert-none.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';
import { sample } from '../../helpers/sample.ts';

const atlas = sharedAtlas();
const { sources } = atlas;
const authored = atlas.authored();
const documented = atlas.documented().filter((port) => !authored.has(port));

/** As the page says it; the numbers of the sources and what an author asks are kept from the English page. */
function said(record: PortRecord, citations = viewOf(record, sources, spokenIn('en')).citations) {
  const page = record.page && { ...record.page, faq: [] };
  const view = viewOf({ ...record, page }, sources, spokenIn('en'));
  const own = { ...view, citations };
  return { html: `${answerHtml(own)}${[...sectionsOf(own).values()].join('')}`, citations };
}

function differing(ports: readonly number[], again: (record: PortRecord) => PortRecord): string[] {
  return ports.flatMap((port) => {
    const record = atlas.port(port);
    const { citations, html } = said(record);
    const other = said(again(record), citations).html;
    if (other === html) return [];
    const at = [...html].findIndex((sign, index) => other[index] !== sign);
    return [`${port}: ${html.slice(at - 60, at + 60)} ≠ ${other.slice(at - 60, at + 60)}`];
  });
}

describe('the page made of the JSON file is the page', () => {
  const ofJson = (record: PortRecord) =>
    recordOfJson(JSON.parse(JSON.stringify(portJson(record, sources))), sources);

  test('of every authored port', () => assertNone(differing([...authored], ofJson)));
  test('of documented ports', () => assertNone(differing(sample(documented, 1500), ofJson)));
});

test('the page of an undocumented port is made of what its stretch has in common, and its suggestions', () => {
  const plain = JSON.parse(JSON.stringify(plainPorts(atlas)));
  const known = new Set(atlas.documented());
  const ports = Array.from({ length: PORT_COUNT }, (_, port) => port).filter(
    (port) => !known.has(port),
  );
  const made = (record: PortRecord) => plainRecord(record.port, choicesOf(record), plain);
  assertNone(differing(sample(ports, 1500), made));
  // Every stretch by its first port, too.
  const firsts = plainPorts(atlas).stretches.map(([low]) => low);
  assertNone(
    differing(
      firsts.filter((port) => !known.has(port)),
      made,
    ),
  );
  assert.ok(firsts.length > 50);
});
