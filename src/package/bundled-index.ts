/** The prepared index inside the package: takes the place of stored-index.ts when it is bundled. */

import facts from 'virtual:portolan/facts';
import { inflateSync } from 'fflate/browser';
import { openIndex, type PortIndex } from './open-index.ts';

let opened: PortIndex | undefined;

export function theIndex(): PortIndex {
  opened ??= openIndex(decoded(facts), inflater());
  return opened;
}

/** Node's own is faster; a browser has none that answers at once. */
function inflater(): (bytes: Uint8Array) => Uint8Array {
  const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
  return zlib ? zlib.inflateRawSync : (bytes) => inflateSync(bytes);
}

/** So is its Buffer; atob is everywhere. */
function decoded(text: string): Uint8Array {
  if (globalThis.Buffer) return globalThis.Buffer.from(text, 'base64');
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
