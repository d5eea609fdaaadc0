/** The budgets: of the whole site, and of what a reader waits for. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { assertNone } from '../helpers/assert-none.ts';
import { CHOSEN_PORTS, OTHER_PAGES } from '../helpers/chosen-pages.ts';
import { sample } from '../helpers/sample.ts';
import { inSite, portFile, type SiteFile, siteFiles } from '../helpers/site-files.ts';
import { pageWeight } from '../helpers/weight.ts';

const SITE_BYTES = 800e6;
const SITE_FILES = 100_000;
const PORT_PAGE_BYTES = 14_600;
const SCRIPT_BYTES = 6000;
const SAMPLED = 2000;
const LARGEST = 200;

let files: SiteFile[];
let ports: SiteFile[];

before(() => {
  files = siteFiles();
  ports = files.filter(({ path }) => /^(port-)?\d+\.html$/.test(path) && path !== '404.html');
});

describe('the whole site', () => {
  test(`has at most ${SITE_FILES} files`, () => {
    assert.ok(files.length <= SITE_FILES, `${files.length} files`);
  });

  test(`takes at most ${SITE_BYTES / 1e6} MB`, () => {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    assert.ok(bytes <= SITE_BYTES, `${bytes / 1e6} MB`);
  });
});

describe(`a port’s page with all it needs takes at most ${PORT_PAGE_BYTES} compressed bytes`, () => {
  function assertLight(names: readonly string[]): void {
    const heavy = names
      .map((name) => ({ name, total: pageWeight(inSite(name)).total }))
      .filter(({ total }) => total > PORT_PAGE_BYTES);
    assertNone(heavy.map(({ name, total }) => `${name}: ${total} bytes`));
  }

  test('where somebody wrote one', () => {
    assertLight([...openAtlas().authored()].map(portFile));
  });

  test(`among the ${LARGEST} largest`, () => {
    const bySize = ports.toSorted((a, b) => b.bytes - a.bytes);
    assertLight(bySize.slice(0, LARGEST).map(({ path }) => path));
  });

  test(`among ${SAMPLED} others`, () => {
    assertLight(sample(ports, SAMPLED).map(({ path }) => path));
  });
});

test(`no page loads more than ${SCRIPT_BYTES} compressed bytes of script at first`, () => {
  const names = OTHER_PAGES.map(
    (address) => `${address === '/' ? 'index' : address.slice(1)}.html`,
  );
  const heavy = [...names, '404.html', ...CHOSEN_PORTS.map(portFile)]
    .map((name) => ({ name, script: pageWeight(inSite(name)).script }))
    .filter(({ script }) => script > SCRIPT_BYTES);
  assertNone(heavy.map(({ name, script }) => `${name}: ${script} bytes`));
});

test('no style sheet or picture of the site asks anything of another host', () => {
  const drawn = files.filter(({ path }) => /\.(css|svg)$/.test(path));
  assert.ok(drawn.length > 0);
  const elsewhere = drawn.flatMap(({ path }) =>
    [
      ...readFileSync(inSite(path), 'utf8').matchAll(
        /(?:url\(\s*["']?|@import\s+["']|href=["']?)((?:https?:)?\/\/[^"')\s]+)/g,
      ),
    ].map(([, address]) => `${path}: ${address}`),
  );
  assertNone(elsewhere);
});
