/** What a port's page must say, on a sample of every status. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { samplePorts } from '../helpers/chosen-pages.ts';
import { attribute, type Element, elementsIn, rawTextOf, rootOf, textOf } from '../helpers/dom.ts';
import { inSite, portFile } from '../helpers/site-files.ts';

const SYSTEMS = ['linux', 'macos', 'windows', 'containers', 'outside'];

const atlas = openAtlas();
const ports = samplePorts(300).filter((port) => existsSync(inSite(portFile(port))));
const pages = new Map(
  ports.map((port) => [port, rootOf(readFileSync(inSite(portFile(port)), 'utf8'))]),
);

function find(root: Element, test: (element: Element) => boolean): Element {
  const found = elementsIn(root).find(test);
  assert.ok(found, 'no such element');
  return found;
}
const byId = (root: Element, id: string) => find(root, (each) => attribute(each, 'id') === id);
const hasId = (root: Element, id: string) =>
  elementsIn(root).some((each) => attribute(each, 'id') === id);

describe('the commands of a page', () => {
  const commandsIn = (group: Element) =>
    [...elementsIn(group)].filter(({ tagName }) => tagName === 'dt').map(rawTextOf);

  for (const system of SYSTEMS) {
    test(`for ${system} name the port, and no other`, () => {
      for (const [port, page] of pages) {
        // Nothing listens on 0, so there is nothing to find there.
        if (port === 0) continue;
        const commands = commandsIn(byId(page, `check-${system}`));
        const named = commands.flatMap((command) => command.match(/(?<![\w.])\d+(?![\w.])/g) ?? []);
        const number = String(port);
        assert.ok(named.filter((each) => each === number).length >= 2, `${port}: ${commands[0]}`);
        // 1234 stands for a process, as it does in the words beside it.
        const others = named.filter((each) => each !== number && each !== '1234');
        assert.deepEqual(others, [], `port ${port}`);
      }
    });
  }

  test('each say what to look for', () => {
    for (const [port, page] of pages) {
      const parts = [...elementsIn(byId(page, 'check'))].filter(({ tagName }) =>
        /^d[tdl]$/.test(tagName),
      );
      for (const [index, { tagName }] of parts.entries()) {
        if (tagName === 'dt') assert.equal(parts[index + 1]?.tagName, 'dd', `port ${port}`);
      }
      for (const part of parts) assert.notEqual(textOf(part), '', `port ${port}`);
    }
  });
});

describe('a page of a port of which no source says anything', () => {
  const undocumented = [...pages].filter(([port]) => !atlas.port(port).documented);

  test('says so', () => {
    assert.ok(undocumented.length > 20);
    for (const [port, page] of undocumented) {
      const lead = textOf(find(page, (each) => attribute(each, 'class') === 'lead'));
      const thought = textOf(find(page, (each) => attribute(each, 'class') === 'verdict'));
      assert.match(lead, /^(Unassigned|Reserved|Never assigned|Dynamic port)/, `port ${port}`);
      assert.match(
        thought,
        /Find the process|appears only briefly|No program can listen/,
        `port ${port}`,
      );
    }
  });

  test('makes nothing up', () => {
    for (const [port, page] of undocumented)
      for (const id of ['story', 'software', 'history'])
        assert.ok(!hasId(page, id), `port ${port} has a section ${id}`);
  });
});

describe('a documented port', () => {
  const documented = ports.filter((port) => atlas.port(port).documented);

  test('has its facts as JSON and as plain text too', () => {
    for (const port of documented) {
      const record = JSON.parse(readFileSync(inSite(`${port}.json`), 'utf8'));
      assert.equal(record.port, port);
      assert.equal(record.status, atlas.port(port).status);
      assert.match(readFileSync(inSite(`${port}.txt`), 'utf8'), new RegExp(`\\b${port}\\b`));
    }
  });

  test('names its sources with their dates', () => {
    for (const port of documented) {
      const list = byId(pages.get(port) as Element, 'sources');
      const sources = [...elementsIn(list)].filter(({ tagName }) => tagName === 'li').map(textOf);
      assert.ok(sources.length > 0, `port ${port}`);
      for (const source of sources) assert.match(source, /\d{4}|cited, not opened/, `port ${port}`);
    }
  });
});

test('where an author wrote, the page carries the words', () => {
  for (const port of atlas.authored()) {
    const page = rootOf(readFileSync(inSite(portFile(port)), 'utf8'));
    const words = textOf(byId(page, 'story')).split(' ').length;
    assert.ok(words >= 100, `port ${port}: ${words} words`);
    const { page: authored } = atlas.port(port);
    const lead = find(page, (each) => attribute(each, 'class') === 'lead');
    assert.equal(textOf(lead), authored?.summary.replaceAll('`', ''));
  }
});
