/** Cuts chunks of text into lines; a line that is longer than a chunk is put together once. */
export class LineCutter {
  #parts: string[] = [];
  #take: (line: string) => void;

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  push(chunk: string): void {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      this.#parts.push(chunk.slice(from, at));
      this.#flush();
      from = at + 1;
    }
    if (from < chunk.length) this.#parts.push(chunk.slice(from));
  }

  end(): void {
    if (this.#parts.length > 0) this.#flush();
  }

  #flush(): void {
    const line = this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join('');
    this.#parts = [];
    this.#take(plain(line));
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals colour with control characters.
const COLOURS = /\u001b\[[0-9;]*m/g;

/** Without Windows' carriage return and a terminal's colours. */
function plain(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  return text.includes('\u001b') ? text.replace(COLOURS, '') : text;
}
