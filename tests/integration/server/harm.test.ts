/** Addresses made to do harm. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askRaw } from '../../helpers/client.ts';
import { type SampleSite, serveSampleSite } from '../../helpers/sample-site.ts';

let site: SampleSite;
before(async () => {
  site = await serveSampleSite();
});
after(() => site.remove());

describe('addresses made to do harm', () => {
  const send = (path: string) =>
    askRaw(site.port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

  test('nothing outside the folder can be had', async () => {
    for (const path of [
      '/../outside.txt',
      '/../outside',
      '/range/../../outside.txt',
      '/..%2foutside.txt',
      '/%2e%2e/outside.txt',
      '/%2e%2e%2foutside.txt',
      '/.%2e/outside',
      '/range/..%2f..%2foutside.txt',
      '/..\\outside.txt',
      '/..%5coutside.txt',
      '/%252e%252e/outside.txt',
      '/..;/outside.txt',
      '//../outside.txt',
      '/./../outside.txt',
      '/....//outside.txt',
      `/${'../'.repeat(20)}etc/passwd`,
      `${site.folder}/../outside.txt`,
      `//${site.temporary}/outside.txt`,
      '/%00../outside.txt',
      '/..%c0%afoutside.txt',
      'outside.txt',
      '../outside.txt',
      'http://localhost/../outside.txt',
      'file:///etc/passwd',
    ]) {
      const answer = await send(path);
      assert.match(answer, /^HTTP\/1\.1 (301|400|404) /, path);
      assert.doesNotMatch(answer, /secret|root:/, path);
    }
  });

  test('bad encoding and null bytes are bad requests', async () => {
    for (const path of [
      '/%',
      '/%zz',
      '/%e0%a4%a',
      '/%ff',
      '/a%00',
      '/3330%00.html',
      '/a%2Fb',
      '/a%5cb',
    ]) {
      const answer = await send(path);
      assert.match(answer, /^HTTP\/1\.1 400 /, path);
      assert.match(answer, /x-content-type-options: nosniff/i, path);
    }
    assert.match(await send('/a\0b'), /^HTTP\/1\.1 400 /);
    assert.match(await send('/a\\b'), /^HTTP\/1\.1 400 /);
  });

  test('a host name that is none is a bad request, and HTTP/1.0 needs none', async () => {
    const bad = await askRaw(
      site.port,
      'GET / HTTP/1.1\r\nHost: a/b@c\r\nConnection: close\r\n\r\n',
    );
    assert.match(bad, /^HTTP\/1\.1 400 /);
    assert.match(bad, /content-security-policy/i);
    assert.match(await askRaw(site.port, 'GET /3330 HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 200 /);
  });

  test('no redirect leads to another site', async () => {
    for (const path of [
      '//evil.example/',
      '///evil.example/',
      '//evil.example/index.html',
      '/%2f/evil.example/',
      '/\\evil.example/',
      '/tcp//evil.example/',
      '//evil.example/%2e%2e',
      '/ru//evil.example/',
    ]) {
      const location = /^location: (.*)\r$/im.exec(await send(path))?.[1];
      if (location !== undefined) assert.match(location, /^\/(?![/\\])/, path);
    }
  });

  test('a line break in an address does not become a header', async () => {
    const answer = await send('/3330/%0d%0aSet-Cookie:%20a=b/');
    assert.doesNotMatch(answer, /^set-cookie/im);
  });
});
