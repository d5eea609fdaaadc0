/** The words of an authored page without its frontmatter and its marks. */
export function storyText(source: string): string {
  return source
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .replace(/^(?:import|export) .*$/gm, '')
    .replace(/\[\^[^\]]+\]:?/g, '')
    .replace(/<Port number=\{(\d+)\}\s*\/>/g, '$1')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*\|?[\s:|-]+\|?\s*$/gm, ' ')
    .replace(/[`*|#>]+|^\s*[-+]\s/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
