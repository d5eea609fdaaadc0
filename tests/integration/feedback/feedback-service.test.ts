/** What is stored, what is turned away, and from whom nothing is taken. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { NOTE_MAX } from '../../../src/facts/schemas/feedback.ts';
import { ask, askRaw } from '../../helpers/client.ts';
import { from, plain, type Service, startService } from '../../helpers/feedback/service.ts';

const SITE = 'https://ports.example';
let service: Service;
let address: Record<string, string>;
let clients = 0;

before(async () => {
  service = await startService({ origins: [SITE], body: { milliseconds: 300 } });
});
after(() => service.close());
/** A client of its own for each test, so that none is in another's way. */
beforeEach(() => {
  clients++;
  address = from(`10.0.${clients >> 8}.${clients & 255}`);
});

const storedOf = (port: number) => service.stored({ port });
const errorOf = ({ body }: { body: string }) => JSON.parse(body);

describe('an answer', () => {
  test('in JSON is stored, and only what was asked for', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const answer = { ...plain, port: 1, reasons: ['wrong', 'other'], note: 'See RFC 1078.' };
    const got = await service.send({ ...answer, version: '2026-11-20', website: '' }, address);
    assert.equal(got.status, 200);
    assert.equal(got.body, '{"stored":true}');
    const [stored, ...more] = await storedOf(1);
    assert.equal(more.length, 0);
    assert.ok(stored);
    const { id: _, day, ...rest } = stored;
    assert.deepEqual(rest, { ...answer, version: '2026-11-20', resolved: null });
    assert.ok([today, new Date().toISOString().slice(0, 10)].includes(day));
  });

  test('of a form is stored as the same in JSON is', async () => {
    const form =
      'port=2&locale=pt&face=partly&reason=unclear&reason=missing&note=Ol%C3%A1+a%0D%0Ab';
    assert.equal((await service.form(form, address)).status, 200);
    const [stored] = await storedOf(2);
    assert.deepEqual(stored?.reasons, ['missing', 'unclear']);
    assert.equal(stored?.note, 'Olá a\nb');
    assert.equal(stored?.locale, 'pt');
  });

  test('has room for a full note in any script, in a form too', async () => {
    for (const [port, letter] of ['x', 'ж', 'क', '港', '\n'].entries()) {
      const note = `a${letter.repeat(NOTE_MAX - 2)}z`;
      const body = new URLSearchParams({ port: `${100 + port}`, locale: 'hi', face: 'no', note });
      assert.equal((await service.form(body.toString(), address)).status, 200, letter);
      assert.equal((await storedOf(100 + port))[0]?.note, note);
      assert.equal((await service.send({ ...plain, port: 110 + port, note }, address)).status, 200);
      assert.equal((await storedOf(110 + port))[0]?.note, note);
    }
  });

  test('of the same client, page and day takes the place of the earlier one', async () => {
    await service.send({ ...plain, port: 5 }, address);
    await service.send({ ...plain, port: 6 }, address);
    await service.send({ ...plain, port: 5, face: 'yes', note: 'now it is right' }, address);
    await service.send({ ...plain, port: 5, face: 'partly' }, from('10.99.0.1'));
    assert.deepEqual(
      (await storedOf(5)).map(({ face, note }) => [face, note]),
      [
        ['yes', 'now it is right'],
        ['partly', ''],
      ],
    );
    assert.equal((await storedOf(6)).length, 1);
  });

  test('of two networks of IPv6 counts twice, and of two addresses in one network once', async () => {
    for (const own of ['2001:db8:1:1::1', '2001:DB8:1:ffff:ffff::2', '2001:db8:2:1::1']) {
      await service.send({ ...plain, port: 7 }, from(own));
    }
    assert.equal((await storedOf(7)).length, 2);
  });

  test('of a client who names addresses of others is still that client’s', async () => {
    for (const invented of ['1.1.1.1', '2.2.2.2', 'nonsense']) {
      await service.send({ ...plain, port: 8 }, from(`${invented}, ${address['X-Forwarded-For']}`));
    }
    assert.equal((await storedOf(8)).length, 1);
  });

  test('loses what nobody types: control characters and half characters', async () => {
    await service.send(
      { ...plain, port: 9, note: ' a\u0000b\u001b[2Jc\u009bd\r\ne\tf \ud800 ' },
      address,
    );
    assert.equal((await storedOf(9))[0]?.note, 'ab[2Jcd\ne\tf \ufffd');
  });
});

describe('what is turned away', () => {
  const wrong: [name: string, body: unknown, field?: string][] = [
    ['no object', []],
    ['null', null],
    ['no port', { locale: 'en', face: 'no' }, 'port'],
    ['a port that does not exist', { ...plain, port: 65536 }, 'port'],
    ['a port as text', { ...plain, port: '80' }, 'port'],
    ['a port with a fraction', { ...plain, port: 80.5 }, 'port'],
    ['another locale', { ...plain, locale: 'xx' }, 'locale'],
    ['another face', { ...plain, face: 'toString' }, 'face'],
    ['another reason', { ...plain, reasons: ['__proto__'] }, 'reasons'],
    ['a reason that is no list', { ...plain, reasons: 'wrong' }, 'reasons'],
    ['a note that is too long', { ...plain, note: 'x'.repeat(NOTE_MAX + 1) }, 'note'],
    ['a note that is no text', { ...plain, note: { $ne: '' } }, 'note'],
    ['a version with other signs', { ...plain, version: '<b>' }, 'version'],
    ['a field that nobody knows', { ...plain, admin: true }, 'admin'],
    ['what a program fills in', { ...plain, website: 'https://buy.example' }, 'website'],
  ];
  for (const [name, body, field] of wrong) {
    test(name, async () => {
      const got = await service.post({ body: JSON.stringify(body), headers: address });
      assert.equal(got.status, 400);
      assert.equal(errorOf(got).field, field);
      assert.ok(errorOf(got).error.length > 5);
    });
  }

  test('a form is held to the same', async () => {
    for (const form of ['', 'port=80', 'port=80&locale=en&face=no&face=yes', 'port=%', '%ff=1']) {
      assert.equal((await service.form(form, address)).status, 400, form);
    }
    const trap = await service.form('port=30&locale=en&face=no&website=x', address);
    assert.equal(trap.status, 400);
    assert.equal((await storedOf(30)).length, 0);
  });

  test('another type of content, another charset, a compressed body', async () => {
    const body = JSON.stringify(plain);
    for (const type of [
      'text/plain',
      'multipart/form-data',
      'application/json; charset=utf-16',
      '',
    ]) {
      assert.equal((await service.post({ body, type, headers: address })).status, 415, type);
    }
    const headers = { ...address, 'Content-Encoding': 'gzip' };
    assert.equal((await service.post({ body, headers })).status, 415);
    const type = 'Application/JSON; charset="UTF-8"';
    assert.equal((await service.post({ body, type, headers: address })).status, 200);
  });

  test('a body that is not UTF-8', async () => {
    const body = Buffer.from(JSON.stringify({ ...plain, note: 'é' }), 'latin1');
    assert.equal((await service.post({ body, headers: address })).status, 400);
  });

  test('a body that is too large, said beforehand or not', async () => {
    const body = JSON.stringify({ ...plain, note: 'x'.repeat(4100) });
    assert.equal((await service.post({ body, headers: address })).status, 413);
    assert.equal((await service.form(`note=${'x'.repeat(4100)}`, address)).status, 413);
    assert.equal((await service.form(`note=${'%41'.repeat(4100)}`, address)).status, 413);
    const chunk = `1000\r\n${'x'.repeat(4096)}\r\n`;
    const head = 'POST /api/feedback HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
    const answer = await askRaw(
      service.port,
      `${head}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`,
    );
    assert.match(answer, /^HTTP\/1\.1 413 /);
    assert.match(answer, /\r\nconnection: close\r\n/i);
  });

  test('a body that takes too long', async () => {
    const socket = connect(service.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.write(
      'POST /api/feedback HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
    );
    for (let turn = 0; turn < 20 && !socket.destroyed && answer === ''; turn++) {
      await wait(50);
      if (turn < 4) socket.write(' ');
    }
    assert.match(answer, /^HTTP\/1\.1 408 /);
    socket.destroy();
  });

  test('other methods', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const { status, headers } = await ask(service.port, '/api/feedback', { method });
      assert.equal(status, 405);
      assert.equal(headers.allow, 'POST, OPTIONS');
    }
  });

  test('more answers than a person gives; everybody else goes on', async () => {
    const statuses = [];
    for (let turn = 0; turn < 31; turn++) {
      statuses.push(await service.send({ ...plain, port: 200 + turn }, address));
    }
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [...Array(30).fill(200), 429],
    );
    assert.match(statuses.at(-1)?.head ?? '', /\r\nretry-after: \d+/i);
    assert.equal((await service.send({ ...plain, port: 200 }, from('10.99.0.2'))).status, 200);
  });
});

describe('other origins', () => {
  const preflight = (origin: string) =>
    ask(service.port, '/api/feedback', { method: 'OPTIONS', headers: { origin } });

  test('one in the list may send and read', async () => {
    const { status, headers } = await preflight(SITE);
    assert.equal(status, 204);
    assert.equal(headers['access-control-allow-origin'], SITE);
    assert.equal(headers['access-control-allow-methods'], 'POST');
    const got = await service.send({ ...plain, port: 40 }, { ...address, Origin: SITE });
    assert.equal(got.status, 200);
    assert.match(got.head, /access-control-allow-origin: https:\/\/ports\.example/i);
    assert.match(got.head, /vary: Origin/i);
  });

  test('the service’s own needs no list', async () => {
    const own = { ...address, Host: 'ports.here:8080', Origin: 'http://ports.here:8080' };
    assert.equal((await service.send({ ...plain, port: 41 }, own)).status, 200);
  });

  test('any other stores nothing, with a script or with a form', async () => {
    for (const origin of [
      ...['https://evil.example', 'https://ports.example.evil.example', 'null', ''],
      ...['http://ports.example', 'https://ports.example:8443', 'https://x@ports.example', '*'],
    ]) {
      const headers = { ...address, Origin: origin };
      assert.equal((await service.send({ ...plain, port: 42 }, headers)).status, 403, origin);
      assert.equal((await service.form('port=42&locale=en&face=no', headers)).status, 403);
      assert.equal((await preflight(origin)).headers['access-control-allow-origin'], undefined);
    }
    assert.equal((await storedOf(42)).length, 0);
  });
});
