/** The page that answers a form, and what those see who run the service. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { parse } from 'parse5';
import { REASONS } from '../../../src/facts/schemas/feedback.ts';
import { ask } from '../../helpers/client.ts';
import { from, plain, type Service, startService } from '../../helpers/feedback/service.ts';

const SITE = 'https://ports.example';
let service: Service;
let address: Record<string, string>;
let clients = 0;

before(async () => {
  service = await startService({ origins: [SITE] });
});
after(() => service.close());
/** A client of its own for each test, so that none is in another's way. */
beforeEach(() => {
  clients++;
  address = from(`10.0.${clients >> 8}.${clients & 255}`);
});

const wordsOf = (code: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../../content/locales/${code}.json`), 'utf8'),
  ).page.feedback;
const storedOf = (port: number) => service.stored({ port });

describe('the page that thanks', () => {
  for (const [locale, direction, query] of [
    ['en', 'ltr', ''],
    ['de', 'ltr', '?lang=de'],
    ['ar', 'rtl', '?lang=ar'],
  ] as const) {
    test(`speaks ${locale}, and asks what was wrong`, async () => {
      const words = wordsOf(locale);
      const { body, head } = await service.form(`port=50&locale=${locale}&face=no`, address);
      assert.match(head, /content-type: text\/html; charset=utf-8/i);
      assert.ok(body.includes(`<html lang="${locale}" dir="${direction}">`));
      for (const word of [words.thanks, words.reasonQuestion, words.note, words.send]) {
        assert.ok(body.includes(word), word);
      }
      assert.ok(body.includes(`href="/50${query}"`));
      assert.equal(body.match(/type="checkbox"/g)?.length, REASONS.length);
      const errors: string[] = [];
      parse(body, { onParseError: ({ code }) => errors.push(code) });
      assert.deepEqual(errors, []);
    });
  }

  test('asks nothing more of whoever is content, or has said it', async () => {
    for (const rest of ['face=yes', 'face=no&reason=wrong']) {
      const { body } = await service.form(`port=51&locale=en&${rest}`, address);
      assert.doesNotMatch(body, /<form/);
    }
  });

  test('what it asks, sent as a browser would, completes the first answer', async () => {
    const first = 'port=52&locale=de&face=partly&version=2026-11-20&note=%3Cb%3E%22%26';
    const { body } = await service.form(first, address);
    const hidden = [...body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const fields = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]));
    fields.append('reason', 'outdated');
    fields.append('note', 'since 2024');
    fields.append('website', '');
    assert.ok(body.includes('\n&lt;b&gt;&quot;&amp;</textarea>'), 'the note is kept, as text');
    const second = await service.form(fields.toString(), address);
    assert.doesNotMatch(second.body, /<form/);
    const stored = await storedOf(52);
    assert.equal(stored.length, 1);
    assert.deepEqual(
      [stored[0]?.face, stored[0]?.reasons, stored[0]?.note, stored[0]?.version],
      ['partly', ['outdated'], 'since 2024', '2026-11-20'],
    );
  });

  test('leads back to the site that the form was on', async () => {
    const headers = { ...address, Origin: SITE };
    const { body } = await service.form('port=404&locale=ru&face=yes', headers);
    assert.ok(body.includes(`href="${SITE}/404?lang=ru"`));
  });

  test('says that it failed in a language that the browser asks for', async () => {
    const headers = { ...address, 'Accept-Language': 'xx, de-CH;q=0.9, en;q=0.8' };
    const { body, status } = await service.form('port=x', headers);
    assert.equal(status, 400);
    assert.ok(body.includes(wordsOf('de').failed));
  });

  test('carries out nothing, and is kept by nobody', async () => {
    const { head } = await service.form('port=53&locale=en&face=no', address);
    assert.match(head, /content-security-policy: default-src 'none'; style-src 'sha256-/i);
    assert.match(head, /cache-control: no-store/i);
    assert.match(head, /x-content-type-options: nosniff/i);
  });
});

describe('for those who run it', () => {
  test('health', async () => {
    const { body, status } = await ask(service.port, '/api/feedback/health');
    assert.equal(status, 200);
    assert.equal(body.toString(), '{"status":"ok"}');
  });

  test('metrics that Prometheus can read', async () => {
    const own = await startService();
    await own.send(plain, address);
    await own.send({ ...plain, face: 'yes' }, from('10.98.0.1'));
    await own.send({}, address);
    const { body, headers } = await ask(own.port, '/api/feedback/metrics');
    await own.close();
    assert.match(headers['content-type'] ?? '', /^text\/plain; version=0\.0\.4/);
    const lines = body.toString().trimEnd().split('\n');
    for (const line of lines) {
      assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]+"\})? [\d.e+-]+)$/);
    }
    for (const line of [
      'portolan_feedback_answers_total{face="no"} 1',
      'portolan_feedback_answers_total{face="yes"} 1',
      'portolan_feedback_requests_total{status="200"} 2',
      'portolan_feedback_requests_total{status="400"} 1',
      'portolan_feedback_request_seconds_count 3',
      'portolan_feedback_request_seconds_bucket{le="+Inf"} 3',
      'portolan_feedback_store_up 1',
      'portolan_feedback_waiting 0',
      'portolan_feedback_clients 2',
    ]) {
      assert.ok(lines.includes(line), line);
    }
  });

  test('nothing in the logs, the metrics or the file says who the reader is', async () => {
    const own = await startService();
    const headers = { 'X-Forwarded-For': '203.0.113.77', 'User-Agent': 'Lynx/9.9' };
    await own.send({ ...plain, note: 'hello' }, headers);
    await own.send({ ...plain, face: 'x' }, headers);
    await own.form('port=1', headers);
    const metrics = (await ask(own.port, '/api/feedback/metrics')).body.toString();
    const files = ['', '-wal'].map((end) => readFileSync(own.file + end, 'latin1')).join('');
    assert.ok(files.includes('hello'));
    for (const text of [JSON.stringify(own.log), metrics, files]) {
      assert.doesNotMatch(text, /203\.0\.113|Lynx/);
    }
    await own.close();
  });
});
