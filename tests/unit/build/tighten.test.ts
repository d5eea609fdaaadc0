/** A page in fewer bytes is the same page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, serialize } from 'parse5';
import { tighten } from '../../../src/base/shrink-html.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title>${head}</head><body>${body}</body></html>`;
const BODIES = [
  '<ul><li>a</li><li><p>b</p></li></ul><ol><li>c</li></ol>',
  '<dl><div><dt>TCP</dt><dd><code>x</code></dd></div><div><dt>UDP</dt><dd>y</dd></div></dl>',
  '<table><thead><tr><th scope="col">a</th><td>b</td></tr></thead><tbody><tr><th scope="row">c</th><td>d</td></tr><tr><td>e</td></tr></tbody></table>',
  '<section id="a"><p>one</p><p>two</p><ul><li>x</li></ul><p>three</p></section>',
  '<details id="b"><summary>q</summary><div><p itemprop="text">a</p></div></details>',
  '<pn-search><p role="status"></p></pn-search><p>after</p><a href="/"><p>in a link</p></a>',
  '<select name="s"><option value="">any</option><option value="b c">b</option></select>',
  '<form action="/search" role="search"><input type="search" name="q" aria-label="a b" value="1/"><button>Find</button></form>',
  '<a href="https://example.org/?a=b&amp;c" class="x y">l</a> <a href="/a/">m</a> <a href="#s">n</a>',
  '<svg viewBox="0 0 64 4" role="img" aria-label="x"><path class="dynamic" d="M0 1h64v2H0z"></path><path class="here" d="M1 0h1"></path></svg>',
  '<p>A text with name=&quot;value&quot; in it, and a > sign -> so.</p>',
  '<p title="a>b" class="c">x</p><aside><b>Careful.</b><p>y</p></aside><p>z</p>text',
];

test('the parser makes the same tree of it', () => {
  for (const body of BODIES) {
    const html = page(body, '<link rel="icon" href="/favicon.svg"><meta name="a" content="b">');
    const tight = tighten(html);
    assert.equal(serialize(parse(tight)), serialize(parse(html)), body);
    assert.ok(tight.length < html.length);
  }
});

test('<meta> keeps its quotes, for programs that are no browsers', () => {
  const tight = tighten(page('<p class="a">x</p>', '<meta property="og:title" content="x">'));
  assert.match(tight, /<meta property="og:title" content="x"><\/head>/);
  assert.match(tight, /<p class=a>/);
});
