/** A request's body, with a limit on its size and on the time it may take. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** 500 characters of any script, and the other fields, in JSON or before a form encodes them. */
const BODY_BYTES = 4096;
/** A form writes a byte of most scripts as three characters: `%E0`. */
const FORM_EXPANSION = 3;
const MILLISECONDS = 8000;

export interface BodyLimits {
  milliseconds?: number;
}

/** Read from Node's own stream: what is too long is never held, and costs no copy. */
export async function readBody(
  request: IncomingMessage,
  isForm: boolean,
  { milliseconds = MILLISECONDS }: BodyLimits = {},
): Promise<string> {
  const most = isForm ? BODY_BYTES * FORM_EXPANSION : BODY_BYTES;
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge();
  const bytes = await collect(request, most, milliseconds);
  if (isForm && decodedLength(bytes) > BODY_BYTES) throw tooLarge();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'the body is not valid UTF-8');
  }
}

function collect(request: IncomingMessage, most: number, milliseconds: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (act: () => void) => {
      clearTimeout(deadline);
      request.off('data', take).off('end', whole).off('close', left).off('error', left);
      act();
    };
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else end(() => reject(tooLarge()));
    };
    const whole = () => end(() => resolve(Buffer.concat(chunks)));
    const left = () =>
      end(() => reject(new Refusal(400, 'the body was cut short', { last: true })));
    const deadline = setTimeout(
      () => end(() => reject(new Refusal(408, 'the body took too long', { last: true }))),
      milliseconds,
    );
    request.on('data', take).on('end', whole).on('close', left).on('error', left);
  });
}

/** Each `%E0` is one byte of what was typed. */
function decodedLength(bytes: Buffer): number {
  let escapes = 0;
  for (const byte of bytes) if (byte === 0x25) escapes++;
  return bytes.length - escapes * (FORM_EXPANSION - 1);
}

function tooLarge(): Refusal {
  return new Refusal(413, `the body is larger than ${BODY_BYTES} bytes`, { last: true });
}
