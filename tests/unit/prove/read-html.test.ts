/** The small reader makes the tree that a parser of all of HTML makes, and tells what a browser would mend. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element as Small } from '../../../src/prove/read/element.ts';
import { readHtml } from '../../../src/prove/read/read-html.ts';
import { attribute, type Element, type Node, rootOf } from '../../helpers/dom.ts';

const head =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A &amp; b</title></head>';

/** Text and elements, without what a parser adds by right. */
const shown = ({ attributes, children, name }: Small): unknown => [
  name,
  { ...attributes },
  joined(children.map((child) => (typeof child === 'string' ? child : shown(child)))),
];
const shownByParser = (element: Element): unknown => [
  element.tagName,
  Object.fromEntries(element.attrs.map((each) => [each.name, attribute(element, each.name)])),
  joined(element.childNodes.flatMap(nodeByParser)),
];
function nodeByParser(node: Node): unknown[] {
  if (node.nodeName === '#text' && 'value' in node) return [node.value];
  if (!('tagName' in node)) return [];
  return node.tagName === 'tbody' && !node.sourceCodeLocation
    ? node.childNodes.flatMap(nodeByParser)
    : [shownByParser(node)];
}
function joined(nodes: readonly unknown[]): unknown[] {
  const all: unknown[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (typeof node === 'string' && typeof last === 'string') all[all.length - 1] = last + node;
    else all.push(node);
  }
  return all;
}

for (const body of [
  '<p>One<p>Two<ul><li>a<li>b <i>c</i></ul><p>Three',
  '<dl><dt>a<dd>b<dt>c<dd><p>d</dl>',
  '<div><dl><div><dt>a<dd>b</div><div><dt>c<dd>d</div></dl></div>',
  '<table><thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d<tr><td>e<td>f</table>',
  '<select><option>a<option>b</select><input type=text value="x &quot;y&quot;" required>',
  '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><path d="M1 1"/></g></svg>',
  '<p title=\'a "b"\' data-x=y/z>&lt;b&gt; &#39;c&#x27; 5 &gt; 3 &amp;amp;',
  '<script type="application/json">{"a":"<b>&amp;"}</script><textarea>&lt;a></textarea>',
  '<section><p>a<!-- <p> --></section><a href="/?a=1&amp;b=2"><p>b</p></a>',
])
  test(`the same tree: ${body}`, () => {
    const html = `${head}<body>${body}</body></html>`;
    const { faults, root } = readHtml(html);
    const [small] = root.children.filter((child) => typeof child !== 'string');
    assert.deepEqual(faults, []);
    assert.deepEqual(shown(small as Small), shownByParser(rootOf(html)));
  });

for (const body of [
  '<p id=1 id=2>',
  '<p>&nosuch;',
  '<p>AT&amp',
  '<b><p></b></p>',
  '<p><div></div></p>',
  '<div></span></div>',
  '<div><span></div>',
  '<div><span></div></span>',
  '<div/>',
  '<svg><path></svg>',
  '<ul><li></ul></li>',
  '<h1><h2></h1></h2>',
  '<section>',
  '<p title="a>b',
  '<p a=b"c>',
  '</br>',
  '<!-- a',
  '<script>a',
  '<p>a < b',
  '<p></p class=x>',
])
  test(`a fault: ${body}`, () => {
    assert.notEqual(readHtml(`${head}<body>${body}`).faults.length, 0);
  });

test('no doctype is a fault', () => assert.notEqual(readHtml('<p>a').faults.length, 0));
