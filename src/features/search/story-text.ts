/** The words of an authored page without its frontmatter and its marks, in parts of a few paragraphs. */
const PART = 1500;

export function storyParts(source: string): string[] {
  const parts: string[] = [];
  for (const paragraph of plain(source).split(/\n{2,}/)) {
    const text = paragraph.replace(/\s+/g, ' ').trim();
    const last = parts.at(-1);
    if (text === '') continue;
    if (last !== undefined && last.length + text.length < PART)
      parts[parts.length - 1] = `${last} ${text}`;
    else parts.push(text);
  }
  return parts;
}

function plain(source: string): string {
  return source
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .replace(/^(?:import|export) .*$/gm, '')
    .replace(/\[\^[^\]]+\]:?/g, '')
    .replace(/<Port number=\{(\d+)\}\s*\/>/g, '$1')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*\|?[\s:|-]+\|?[ \t]*$/gm, ' ')
    .replace(/[`*|#>]+|^[ \t]*[-+] /gm, ' ');
}
