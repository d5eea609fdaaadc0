/** Reads _headers and _redirects the way Cloudflare Pages does, as far as these files go. */

interface HeaderBlock {
  pattern: RegExp;
  unset: string[];
  set: [string, string][];
}

/** `*` is any text, and a placeholder is text without a slash. */
function patternOf(path: string): RegExp {
  const parts = path.split(/(\*|:[A-Za-z]\w*)/).map((part) => {
    if (part === '*') return '(?<splat>.*)';
    return part.startsWith(':') ? `(?<${part.slice(1)}>[^/]+)` : RegExp.escape(part);
  });
  return new RegExp(`^${parts.join('')}$`);
}

function linesOf(file: string): string[] {
  return file.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

export function hostHeaders(file: string): (pathname: string) => Map<string, string> {
  const blocks: HeaderBlock[] = [];
  for (const line of linesOf(file)) {
    const block = blocks.at(-1);
    const [, unset] = /^\s+! (\S+)$/.exec(line) ?? [];
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    if (!/^\s/.test(line)) blocks.push({ pattern: patternOf(line), unset: [], set: [] });
    else if (block && unset) block.unset.push(unset.toLowerCase());
    else if (block && name && value) block.set.push([name.toLowerCase(), value]);
    else throw new Error(`cannot read '${line}'`);
  }
  return (pathname) => {
    const headers = new Map<string, string>();
    for (const { pattern, unset, set } of blocks) {
      if (!pattern.test(pathname)) continue;
      for (const name of unset) headers.delete(name);
      for (const [name, value] of set) {
        const before = headers.get(name);
        headers.set(name, before === undefined ? value : `${before}, ${value}`);
      }
    }
    return headers;
  };
}

interface RedirectRule {
  pattern: RegExp;
  to: string;
  status: number;
}

export function redirectRules(file: string): RedirectRule[] {
  return linesOf(file).flatMap((line) => {
    const [from, to, status, ...more] = line.split(' ');
    if (!from || !to || !status || more.length > 0) throw new Error(`cannot read '${line}'`);
    if (status === '200!') return []; // For Netlify.
    return [{ pattern: patternOf(from), to, status: Number(status) }];
  });
}

/** The first rule that matches has it; the query is kept unless the rule brings its own. */
export function hostRedirect(rules: RedirectRule[], pathname: string, search: string) {
  for (const { pattern, to, status } of rules) {
    const found = pattern.exec(pathname);
    if (!found) continue;
    if (status === 200) return undefined; // Another file at this address, and no redirect.
    const target = Object.entries(found.groups ?? {}).reduce(
      (text, [name, value]) => text.replaceAll(`:${name}`, value),
      to,
    );
    return target.includes('?') ? target : target + search;
  }
  return undefined;
}
