/** The commands of `checks` as the rules read them: split where one program ends and another begins. */

export interface Program {
  /** The program's name, without `sudo`. */
  name: string;
  /** What follows the name. */
  args: string;
  sudo: boolean;
}

/** `cat /etc/x; sudo ss -ltnp | grep y` is three programs. Quoted parts are kept whole. */
export function programsIn(command: string): Program[] {
  return splitUnquoted(command).flatMap((part) => {
    const words = part
      .trim()
      .replace(/^\(+\s*/, '')
      .split(/\s+/);
    const sudo = words[0] === 'sudo';
    const [name, ...rest] = words.slice(sudo ? 1 : 0);
    return name ? [{ name, args: rest.join(' '), sudo }] : [];
  });
}

function splitUnquoted(command: string): string[] {
  const parts = [''];
  let quote = '';
  for (const char of command) {
    if (quote ? char === quote : char === '"' || char === "'") quote = quote ? '' : char;
    if (!quote && /[|;&]/.test(char)) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}
