/** /3330.txt: what a terminal of 80 columns shows of every documented port. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainText } from '../../../src/words/prose/plain-text.ts';
import { assertNone } from '../../helpers/assert-none.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const SITE = 'https://example.org';
const atlas = sharedAtlas();
const texts = new Map(
  atlas
    .documented()
    .map((port) => [port, plainText(atlas.port(port), atlas.sources, { site: SITE })]),
);
const textOf = (port: number) => texts.get(port) ?? '';
/** The lines of a section, from its heading to the empty line before the next. */
const sectionOf = (port: number, heading: string) =>
  textOf(port)
    .split(`\n\n${heading}\n`)[1]
    ?.split(/\n\n(?=\S)/)[0] ?? '';

describe('the plain text of every documented port', () => {
  test('fits 80 columns, but for commands and single words, which stay whole', () => {
    const wide: string[] = [];
    for (const [port, text] of texts) {
      const commands = atlas.port(port).page?.checks.map(({ command }) => command) ?? [];
      for (const line of text.split('\n')) {
        const command = commands.includes(line.trim());
        const whole = command || /^ *\S+$/.test(line);
        if (line.length > 80 && !whole) wide.push(`${port}: ${line}`);
        if (/\s$|\t|`/.test(line) && !command) wide.push(`${port}: blanks or marks: ${line}`);
      }
    }
    assertNone(wide);
  });

  test('begins with the answer and ends with the address of the page', () => {
    for (const [port, text] of texts) {
      assert.ok(text.startsWith(`${port} `), String(port));
      assert.ok(text.endsWith(`\n\n${SITE}/${port}\n`), String(port));
    }
  });

  test('says how to check, and names its sources with their addresses', () => {
    for (const port of texts.keys()) {
      // Nothing can listen on port 0.
      const command = port === 0 ? /asks for port 0/ : new RegExp(`Linux .*:${port}\\b`);
      assert.match(sectionOf(port, `See what listens on ${port}`), command);
      const sources = sectionOf(port, 'Sources').split('\n');
      const addresses = sources.filter((line) => /^ {4}https?:/.test(line));
      assert.ok(addresses.length > 0, String(port));
    }
  });

  test('has no questions and answers', () => {
    for (const port of atlas.authored()) {
      for (const { question } of atlas.port(port).page?.faq ?? [])
        assert.ok(!textOf(port).includes(question), question);
    }
  });
});

describe('where an author wrote', () => {
  const flat = (text: string) => text.replace(/\s+/g, ' ');

  test('uses, checks, security and history are told', () => {
    for (const port of atlas.authored()) {
      const { page } = atlas.port(port);
      const plain = (text: string) => flat(text).replaceAll('`', '');
      for (const { name } of page?.uses ?? [])
        assert.ok(
          flat(sectionOf(port, `Programs that use port ${port}`)).includes(plain(name)),
          name,
        );
      for (const { command } of page?.checks ?? [])
        assert.ok(textOf(port).includes(`\n    ${command}\n`), command);
      for (const { text } of page?.security.facts ?? [])
        assert.ok(flat(sectionOf(port, 'Security')).includes(plain(text)), text);
      for (const { text } of page?.history ?? [])
        assert.ok(flat(sectionOf(port, 'History')).includes(plain(text)), text);
    }
  });

  test('the name is said once', () => {
    assert.match(textOf(22), /^22 SSH, a remote login/);
    assert.match(textOf(3330), /^3330 MCS Calypso ICF, [a-z]/);
  });
});

test('of one transport, only what concerns it', () => {
  const text = plainText(atlas.port(53), atlas.sources, { transport: 'udp' });
  assert.match(text, /^ {2}udp /m);
  assert.doesNotMatch(text, /^ {2}tcp /m);
});
