/** Bytes of a file or a pipe into a parser, a chunk at a time, in the encoding that they are in. */
import type { ScanParser } from './parse-scan.ts';

export async function readBytes(
  chunks: AsyncIterable<Uint8Array>,
  parser: ScanParser,
  onRead: (bytes: number) => void = () => {},
): Promise<void> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.push(decoder.decode(chunk, { stream: true }));
    onRead(chunk.length);
  }
  parser.push(decoder?.decode() ?? '');
  parser.end();
}

/** Windows PowerShell writes UTF-16 into a file; every other output is UTF-8, or near enough. */
function decoderFor(first: Uint8Array): TextDecoder {
  const [a, b] = first;
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be');
  const wide = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0);
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8');
}
