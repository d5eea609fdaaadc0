/** The service behind the question 'was this page helpful?'. */
import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { FEEDBACK_PATH, type FeedbackAnswer } from '../facts/schemas/feedback.ts';
import { failurePage, pageHeaders, thanksPage } from './answer-page.ts';
import { clientAddress } from './client-address.ts';
import { type DayKeys, keysInMemory } from './day-key.ts';
import type { Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { type MetricsAccess, mayReadMetrics } from './metrics-access.ts';
import { Origins, PREFLIGHT } from './origins.ts';
import { type BodyKind, bodyKind, parseBody } from './parse-body.ts';
import { preferredLocale } from './preferred-locale.ts';
import { RateLimit, type RateLimits } from './rate-limit.ts';
import { type BodyLimits, readBody } from './read-body.ts';
import { ReconnectingStore } from './reconnecting-store.ts';
import { Refusal } from './refusal.ts';
import { type AnswerSink, OverloadError, StoreError } from './store.ts';
import { Voters } from './voter.ts';

export interface FeedbackOptions {
  open: () => Promise<AnswerSink>;
  log: Log;
  /** Of other sites whose pages may send answers. */
  origins?: readonly string[];
  /** The site's own, for the way back to a page; empty if it is the service's. */
  site?: string;
  proxies?: number;
  secret?: string | undefined;
  /** Where the keys of the days are, for a service without a secret. */
  keys?: DayKeys;
  metrics?: MetricsAccess;
  rate?: Partial<RateLimits>;
  body?: BodyLimits;
  now?: () => Date;
}

export interface Feedback {
  app: Hono<Env>;
  close: () => Promise<void>;
}

type Env = { Bindings: HttpBindings };

const RETRY_STORE = 30;
const RETRY_OVERLOAD = 5;
const HOUR = 3_600_000;

const plainHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Origin',
} as const;

export function createFeedback(options: FeedbackOptions): Feedback {
  const { open, log, origins = [], proxies = 0, secret, site = '' } = options;
  const now = options.now ?? (() => new Date());
  const store = new ReconnectingStore(open, log);
  const allowed = new Origins(origins);
  const keys = options.keys ?? keysInMemory;
  const voters = new Voters(secret, keys);
  const access = options.metrics ?? { local: false };
  const rate = new RateLimit(options.rate);
  const metrics = new Metrics();
  const today = () => now().toISOString().slice(0, 10);

  /** Everything that can be told without the body comes first. */
  async function take(request: IncomingMessage): Promise<Taken> {
    const { headers } = request;
    const taken: Taken = { cors: {} };
    try {
      taken.cors = allowed.check(headers.origin, headers.host);
      taken.kind = bodyKind(headers['content-type'], headers['content-encoding']);
      const day = today();
      const voter = voters.of(clientAddress(request, proxies), day);
      const wait = rate.spend(voter.client);
      if (wait > 0) throw new Refusal(429, 'too many answers', { retryAfter: wait });
      const body = await readBody(request, taken.kind === 'form', options.body);
      taken.answer = parseBody(body, taken.kind);
      const { website: _, ...answer } = taken.answer;
      await store.put({ ...answer, day, vote: voter.vote(answer.port) });
      metrics.stored(answer.face);
    } catch (error) {
      taken.refusal = asRefusal(error);
    }
    return taken;
  }

  async function post({ req, env }: Context<Env>): Promise<Response> {
    const began = performance.now();
    const taken = await take(env.incoming);
    const { refusal, kind } = taken;
    const status = refusal?.status ?? 200;
    const headers = { ...plainHeaders, ...taken.cors, ...refusalHeaders(refusal) };
    metrics.request(status, (performance.now() - began) / 1000);
    if (kind !== 'form') return Response.json(jsonOf(refusal), { status, headers });
    // The form may stand on a page of another host: that is where the way back leads.
    const from = taken.cors['Access-Control-Allow-Origin'] ?? site;
    // Only now, behind the limit of the rate.
    const locale = taken.answer?.locale ?? preferredLocale(req.header('accept-language'));
    const html = pageOf({ ...taken, locale }, from, new URL(req.url).pathname);
    return new Response(html, { status, headers: { ...headers, ...pageHeaders } });
  }

  function preflight({ req }: Context<Env>): Response {
    try {
      const cors = allowed.check(req.header('origin'), req.header('host'));
      const headers = { ...plainHeaders, ...cors, ...PREFLIGHT };
      return new Response(null, { status: 204, headers });
    } catch (error) {
      const refusal = asRefusal(error);
      return Response.json(jsonOf(refusal), { status: refusal.status, headers: plainHeaders });
    }
  }

  async function health(): Promise<Response> {
    try {
      await store.check();
      return Response.json({ status: 'ok' }, { headers: plainHeaders });
    } catch (error) {
      const { status, retryAfter = RETRY_STORE } = asRefusal(error);
      const headers = { ...plainHeaders, 'Retry-After': String(retryAfter) };
      return Response.json({ status: 'unavailable' }, { status, headers });
    }
  }

  function asRefusal(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    if (error instanceof OverloadError) {
      log('warn', 'overload', { waiting: store.waiting });
      return new Refusal(503, 'too many answers at once', { retryAfter: RETRY_OVERLOAD });
    }
    // What the store said is in the log; whoever sends answers need not know how it is built.
    if (!(error instanceof StoreError)) log('error', 'fault', { reason: String(error) });
    return new Refusal(503, 'answers cannot be stored at the moment', { retryAfter: RETRY_STORE });
  }

  const app = new Hono<Env>();
  app.post('/', post);
  app.options('/', preflight);
  app.get('/health', health);
  app.get('/metrics', ({ env }) => {
    if (!mayReadMetrics(env.incoming, access)) {
      return Response.json({ error: 'not for everybody' }, { status: 403, headers: plainHeaders });
    }
    const { isUp: up, waiting } = store;
    const text = metrics.text({ up, waiting, clients: rate.clients });
    const type = 'text/plain; version=0.0.4; charset=utf-8';
    return new Response(text, { headers: { ...plainHeaders, 'Content-Type': type } });
  });
  app.all('*', () => {
    const refusal = new Refusal(405, 'send an answer with POST');
    const headers = { ...plainHeaders, Allow: 'POST, OPTIONS' };
    return Response.json(jsonOf(refusal), { status: 405, headers });
  });

  /** At once and then every hour: an hour after midnight is soon enough. */
  const forget = () => {
    keys.forget(today());
    return store.forgetVotes(today()).catch(() => {}); // Logged by the store.
  };
  const hourly = setInterval(forget, HOUR).unref();
  void forget();
  const close = async () => {
    clearInterval(hourly);
    await store.close();
  };
  return { app: new Hono<Env>().route(FEEDBACK_PATH, app), close };
}

interface Taken {
  cors: Record<string, string>;
  kind?: BodyKind;
  answer?: FeedbackAnswer;
  refusal?: Refusal;
}

function jsonOf(refusal: Refusal | undefined): object {
  if (!refusal) return { stored: true };
  const { message: error, field } = refusal;
  return field === undefined ? { error } : { error, field };
}

interface Told extends Taken {
  locale: string;
}

function pageOf({ answer, locale, refusal }: Told, site: string, action: string): string {
  if (answer && !refusal) return thanksPage(answer, { site, action });
  return failurePage(refusal?.message ?? '', locale, answer?.port, site);
}

function refusalHeaders(refusal: Refusal | undefined): Record<string, string> {
  return {
    ...(refusal?.retryAfter !== undefined && { 'Retry-After': String(refusal.retryAfter) }),
    ...(refusal?.last && { Connection: 'close' }),
  };
}
