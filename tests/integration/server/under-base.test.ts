/** The built-in server with a site that lies in a folder of its host. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { underBase } from '../../../src/server/under-base.ts';

const inner = new Hono()
  .get('/443', ({ text }) => text('page'))
  .get('/0443', ({ redirect }) => redirect('/443', 301))
  .post('/api/feedback', async ({ req, text }) => text(await req.text()));
const app = underBase(inner, '/ports');
const ask = (path: string, init?: RequestInit) =>
  app.fetch(new Request(`http://localhost${path}`, init), {} as HttpBindings);

test('its pages are under the folder, and where a proxy takes the folder away', async () => {
  for (const path of ['/ports/443', '/443']) assert.equal(await (await ask(path)).text(), 'page');
  assert.equal((await ask('/portsx/443')).status, 404);
});

test('what leads on leads into the folder', async () => {
  for (const path of ['/ports/0443', '/0443'])
    assert.equal((await ask(path)).headers.get('Location'), '/ports/443');
  const top = await ask('/ports?lang=ru');
  assert.deepEqual([top.status, top.headers.get('Location')], [301, '/ports/?lang=ru']);
});

test('what is sent arrives', async () => {
  const sent = await ask('/ports/api/feedback', { method: 'POST', body: 'face=happy' });
  assert.equal(await sent.text(), 'face=happy');
});
