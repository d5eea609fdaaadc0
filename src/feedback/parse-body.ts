/** From a body to an answer, or to a refusal that names the field. */
import { type FeedbackAnswer, feedbackAnswer } from '../facts/schemas/feedback.ts';
import { Refusal } from './refusal.ts';

export type BodyKind = 'json' | 'form';

/** Only these two: anything else is not sent by the page, so it need not be understood. */
export function bodyKind(contentType = '', encoding = 'identity'): BodyKind {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  if (isUtf8 && encoding === 'identity') {
    if (type.trim() === 'application/json') return 'json';
    if (type.trim() === 'application/x-www-form-urlencoded') return 'form';
  }
  throw new Refusal(415, 'send application/json or application/x-www-form-urlencoded, in UTF-8');
}

export function parseBody(body: string, kind: BodyKind): FeedbackAnswer {
  const result = feedbackAnswer.safeParse(kind === 'json' ? parseJson(body) : parseForm(body));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  // A field that the service does not know is named, but not in full: somebody else chose its name.
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const field = issue?.path[0] ?? keys[0]?.slice(0, 20);
  const message = keys.length > 0 ? 'there is no such field' : (issue?.message ?? 'not an answer');
  throw new Refusal(400, message, { field: field === undefined ? undefined : String(field) });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'the body is not valid JSON');
  }
}

/**
 * Every value of a form is text. URLSearchParams would take a wrong percent sign for itself, and a
 * byte that is no UTF-8 for a question mark; here, both are refused.
 */
function parseForm(body: string): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  const reasons: string[] = [];
  for (const pair of body.split('&').filter(Boolean)) {
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = decode(at < 0 ? '' : pair.slice(at + 1));
    if (name === 'reason') reasons.push(value);
    else if (fields.has(name)) throw new Refusal(400, 'given twice', { field: name.slice(0, 20) });
    else fields.set(name, name === 'port' ? portOf(value) : value);
  }
  if (reasons.length > 0) fields.set('reasons', reasons);
  return Object.fromEntries(fields);
}

function portOf(text: string): number | string {
  return /^\d{1,5}$/.test(text) ? Number(text) : text;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Refusal(400, 'the form is not encoded as UTF-8');
  }
}
