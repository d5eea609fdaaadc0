/** The reading that all other checks rest on finds what it is to find. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from '../helpers/page-facts.ts';

const head =
  '<meta charset="utf-8"><title>Port  1:\nx</title><meta name="description" content="d">';

test('a page gives what names it', () => {
  const facts = factsOf(`<!doctype html><html lang="en"><head>${head}
    <link rel="canonical" href="/1"></head><body><svg><title>no</title></svg><h1>1 <b>x</b></h1></body></html>`);
  assert.deepEqual(facts.titles, ['Port 1: x']);
  assert.deepEqual(facts.descriptions, ['d']);
  assert.deepEqual(facts.canonicals, ['/1']);
  assert.deepEqual(facts.headings, ['1 x']);
});

test('links are told from what a browser fetches by itself', () => {
  const facts = factsOf(`<!doctype html>${head}<link rel="stylesheet" href="a.css">
    <link rel="alternate" href="feed"><link rel="preconnect" href="//b"><a href="#c">c</a>
    <form action="/find"></form><form method="post" action="/api/x"></form><img src="d.png" srcset="e.png 2x, f.png 3x">
    <svg><use href="g.svg#x"/></svg><p style="background: url('h.png')"></p>`);
  assert.deepEqual(facts.links, ['feed', '#c', '/find']);
  const requests = ['a.css', '//b', 'd.png', 'e.png', 'f.png', 'g.svg#x', 'h.png'];
  assert.deepEqual(facts.requests, requests);
});

test('each transport is read with its status', () => {
  const html = `<!doctype html><dl class="transports"><div><dt>TCP</dt><dd><code>ssh</code>
    <span class="st assigned">assigned</span></dd></div><div><dt>UDP</dt><dd><span>reserved</span></dd></div></dl>`;
  assert.deepEqual(factsOf(html).statuses, ['TCP assigned', 'UDP reserved']);
});
