/** The first few names, each once. What is left out stands in full elsewhere on the page. */
export const someNames = (all: readonly string[], most: number): string[] =>
  [...new Set(all)].slice(0, most);
