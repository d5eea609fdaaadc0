/** Plain text in lines of 80 columns, or as many as a terminal has. */
export const WIDTH = 80;

/**
 * The first line has an indent of its own. A word longer than a line, such as an address, stays whole.
 * Authors mark code with backticks; here the words alone will do.
 */
export function wrap(text: string, indent: string, first = '', width = WIDTH): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.replaceAll('`', '').split(' ')) {
    if (line.trim() !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = indent + word;
    } else line += line === '' || line.endsWith(' ') ? word : ` ${word}`;
  }
  return [...lines, line];
}
