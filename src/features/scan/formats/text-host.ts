/** What stands in front of ':8080', where it can only be the name or the address of a machine. */
import { anyOf } from '../../../base/patterns.ts';
import type { Resolve } from '../row.ts';

/** No name of a machine is longer. */
const LONGEST = 253;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const IPV6 = /^(?=.*:.*:)[\da-f:.]{2,45}(?:%[\w.-]{1,20})?$/i;
/** A full name: parts with dots between, the last of letters. */
const FULL_NAME = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+([a-z]{2,18})$/i;
/** The ends that a name may have, beside a country's two letters. */
const SUFFIXES = anyOf(
  [
    /^[a-z]{2}$/,
    /^(?:com|net|org|edu|gov|mil|int|info|biz|arpa|aero|coop|museum)$/,
    /^(?:dev|cloud|online|site|tech|xyz|host|network|svc|test|example|invalid)$/,
    /^(?:local|localdomain|lan|home|internal|intranet|corp)$/,
  ],
  'i',
);
/** Countries whose letters end the names of files: in 'main.rs:42' stands a line. */
const FILES =
  /^(?:ai|as|bz|cc|cd|do|ex|gz|hs|jl|js|kt|la|lua|md|ml|mm|pas|ph|pl|pm|pro|ps|py|rb|rs|sc|sh|so|st|tf|ts|vb|vi)$/i;

export function hostBefore(
  text: string,
  colon: number,
  port: number,
  resolve: Resolve,
): string | undefined {
  const before = text[colon - 1] ?? '';
  if (before === ']') return bracketed(text, colon);
  if (before === '*') return /[\s"'=([,]/.test(text[colon - 2] ?? ' ') ? '*' : undefined;
  let from = colon;
  while (from > 0 && colon - from <= LONGEST && /[\w.-]/.test(text[from - 1] ?? '')) from--;
  const name = text.slice(from, colon);
  if (IPV4.test(name)) return name;
  if (!/[a-z]/i.test(name)) return undefined;
  if (/^localhost$/i.test(name) || isAddress(text, from)) return name;
  // Behind a slash stands a part of a path, behind a colon a part of something longer.
  if (/[/\\:]/.test(text[from - 1] ?? '')) return undefined;
  const suffix = FULL_NAME.exec(name)?.[1];
  if (suffix !== undefined) return SUFFIXES.test(suffix) && !FILES.test(suffix) ? name : undefined;
  // 'redis:6379' is the port of redis; 'line:6379' is anything.
  return resolve(name.toLowerCase(), 'tcp') === port ? name : undefined;
}

function bracketed(text: string, colon: number): string | undefined {
  const near = text.slice(Math.max(0, colon - 70), colon - 1);
  const open = near.lastIndexOf('[');
  const inside = open < 0 ? '' : near.slice(open + 1);
  return IPV6.test(inside) ? inside : undefined;
}

/** Behind 'https://', 'postgres://user:secret@' any name is a machine's. */
function isAddress(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - 160), from);
  return /[a-z][a-z\d+.-]{1,20}:\/\/(?:[^\s/@]{0,120}@)?$/i.test(before);
}
