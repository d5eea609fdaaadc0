/**
 * One file of named parts, each compressed by itself, so that a reader unpacks only what it needs:
 * the length of the head as four bytes, the head as JSON (where each part is), then the parts.
 */

export type Inflate = (bytes: Uint8Array) => Uint8Array;
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Where a part begins, counted from the end of the head, and its length. */
type Head = Record<string, [offset: number, length: number]>;

const LENGTH_BYTES = 4;

export function writeIndexFile(parts: ReadonlyMap<string, string>, deflate: Deflate): Uint8Array {
  const encoder = new TextEncoder();
  const head: Head = {};
  const packed: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const bytes = deflate(encoder.encode(text));
    head[name] = [offset, bytes.length];
    offset += bytes.length;
    packed.push(bytes);
  }
  const headBytes = encoder.encode(JSON.stringify(head));
  const file = new Uint8Array(LENGTH_BYTES + headBytes.length + offset);
  new DataView(file.buffer).setUint32(0, headBytes.length, true);
  file.set(headBytes, LENGTH_BYTES);
  let at = LENGTH_BYTES + headBytes.length;
  for (const bytes of packed) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/** The text of a part, by its name. */
export type PartReader = (name: string) => string;

export function readIndexFile(file: Uint8Array, inflate: Inflate): PartReader {
  const decoder = new TextDecoder();
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const start = LENGTH_BYTES + length;
  const head: Head = JSON.parse(decoder.decode(file.subarray(LENGTH_BYTES, start)));
  return (name) => {
    const place = head[name];
    if (!place) throw new Error(`the index has no part '${name}'`);
    const [offset, size] = place;
    return decoder.decode(inflate(file.subarray(start + offset, start + offset + size)));
  };
}
