/** What holds for every page of the built site, from one reading of each. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { PORT_COUNT } from '../../src/base/ranges.ts';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { english } from '../../src/words/messages/english.ts';
import { said } from '../../src/words/messages/said.ts';
import { STATUS_WORDS } from '../../src/words/port/status.ts';
import { assertNone } from '../helpers/assert-none.ts';
import { type Finding, idsOf, type PageEntry, type Share, scan } from '../helpers/scan.ts';
import { addressOf, NOT_FOUND_FILE, portFile, siteFiles } from '../helpers/site-files.ts';

const SITE = process.env.PORTOLAN_SITE ?? 'https://portolan.example';
const UNDOCUMENTED_BYTES = 9000;

const atlas = openAtlas();
const ports = Array.from({ length: PORT_COUNT }, (_, port) => port);
let files: Set<string>;
let share: Share;
let pages: Map<string, PageEntry>;

before(async () => {
  files = new Set(siteFiles().map(({ path }) => path));
  share = await scan([...files].filter((path) => path.endsWith('.html')));
  pages = new Map(share.pages.map((page) => [page.file, page]));
});

const findingsOf = (kind: Finding['kind']) =>
  share.findings
    .filter((finding) => finding.kind === kind)
    .map(({ file, text }) => `${file}: ${text}`);

describe('each of the 65,536 ports', () => {
  test('has a page', () => {
    assertNone(ports.filter((port) => !pages.has(portFile(port))));
  });

  test('has a title and a heading with its number', () => {
    const nameless = ports.filter((port) => {
      const page = pages.get(portFile(port));
      return (
        page &&
        !(page.titles[0]?.startsWith(`Port ${port}: `) && page.headings[0]?.startsWith(`${port} `))
      );
    });
    assertNone(nameless);
  });

  test('states the status that the registry gives, for each transport', () => {
    const wrong = ports.filter((port) => {
      const page = pages.get(portFile(port));
      const { transports } = atlas.port(port);
      const told = transports.map(
        ({ transport, status }) =>
          `${transport.toUpperCase()} ${english().text(said(STATUS_WORDS[status]))}`,
      );
      return page && page.statuses.join() !== told.join();
    });
    assertNone(wrong);
  });

  test(`that is undocumented takes at most ${UNDOCUMENTED_BYTES} bytes of HTML`, () => {
    const documented = new Set(atlas.documented());
    const large = ports
      .filter((port) => !documented.has(port))
      .map((port) => ({ port, bytes: pages.get(portFile(port))?.bytes ?? 0 }))
      .filter(({ bytes }) => bytes > UNDOCUMENTED_BYTES);
    assertNone(large.map(({ port, bytes }) => `${port}: ${bytes}`));
  });
});

describe('every page', () => {
  for (const what of ['titles', 'descriptions', 'headings'] as const) {
    test(`has ${what} of its own: one`, () => {
      assertNone(
        share.pages
          .filter((page) => page[what].length !== 1 || !page[what][0])
          .map(({ file }) => file),
      );
      const first = new Map<string, string>();
      const shared = share.pages.flatMap((page) => {
        const text = page[what][0] ?? '';
        const other = first.get(text);
        first.set(text, page.file);
        return other ? [`${other} and ${page.file}: ${text}`] : [];
      });
      assertNone(shared);
    });
  }

  test('names its own address as the canonical one', () => {
    const wrong = share.pages.filter(({ file, canonicals }) => {
      // Only the page of what is not found has no address.
      const own = addressOf(file);
      return canonicals.join() !== (own === undefined ? '' : new URL(own, SITE).href);
    });
    assertNone(wrong.map(({ file, canonicals }) => `${file}: ${canonicals.join()}`));
    assert.ok(files.has(NOT_FOUND_FILE));
  });

  test('parses without an error', () => assertNone(findingsOf('parse error')));
  test('gives no id twice', () => assertNone(findingsOf('repeated id')));
  test('asks nothing of another host', () => assertNone(findingsOf('request elsewhere')));
  test('has no link to an anchor that it lacks', () => assertNone(findingsOf('dead anchor')));
  test('has no malformed address', () => assertNone(findingsOf('broken address')));

  test('links to pages that are there, without a detour, and to anchors on them', () => {
    const fileAt = new Map([...files].map((file) => [addressOf(file), file]));
    const anchors = new Map<string, Set<string>>();
    const dead: string[] = [];
    for (const [link, example] of share.links) {
      const [, path = '', anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(link) ?? [];
      const file = fileAt.get(decodeURI(path));
      if (file === undefined) dead.push(`${link} on ${example}`);
      else if (anchor && file.endsWith('.html')) {
        const ids = anchors.getOrInsertComputed(file, () => idsOf(file));
        if (!ids.has(decodeURIComponent(anchor))) dead.push(`${link} on ${example}`);
      }
    }
    assertNone(dead);
    assert.ok(share.links.size > 10_000);
  });
});
