/** One way to write text into HTML and XML, and it comes out again as it went in. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { escapeHtml } from '../../../src/base/escape.ts';
import { tighten } from '../../../src/base/shrink-html.ts';
import { inHtml } from '../../../src/words/share/escape.ts';
import { assertLinear } from '../../helpers/growth.ts';
import { parseXml } from '../../helpers/xml.ts';

const ROOT = join(import.meta.dirname, '../../..');
const TEXT = `<script a="b"> name=x 'it' & &amp; ]]> rule name="443" dir=in --> \u{1f6a2}`;

test('text and values come out as they went in, of HTML and of XML', () => {
  const written = `<a title="${escapeHtml(TEXT)}">${escapeHtml(TEXT)}</a>`;
  const { attributes, text } = parseXml(written);
  assert.deepEqual([attributes.title, text], [TEXT, TEXT]);
  for (const html of [written, tighten(`</head><body>${written}`)]) {
    const [element] = parseFragment(html).childNodes.filter((node) => 'tagName' in node);
    assert.deepEqual(element?.attrs, [{ name: 'title', value: TEXT }]);
    const [inner] = element?.childNodes ?? [];
    assert.equal(inner && 'value' in inner ? inner.value : '', TEXT);
  }
  assert.equal(inHtml(TEXT), escapeHtml(TEXT));
});

test('there is one function for it', () => {
  const files = globSync('src/**/*.{ts,mjs,astro}', { cwd: ROOT });
  assert.ok(files.length > 300);
  const others = files.filter((file) =>
    /(['"`])&lt;\1/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  assert.deepEqual(others, [join('src/base/escape.ts')]);
});

test('it costs no more than the length', () => {
  for (const sign of ['<', '&', 'a', '"'])
    assertLinear(sign, (size) => sign.repeat(size), escapeHtml);
});
