/** What the rows tell of a port beyond what led to it: a line each, a file for every hundred ports. */

export const blockFileOf = (port: number) => String(Math.floor(port / 100));

export interface PortLine {
  port: number;
  /** Status and transports, as state.ts writes them. */
  state: string;
  name: string;
  story: boolean;
  /** What it is, in one line: the answer of its page. */
  line: string;
}

export const writePortLine = ({ line, name, port, state, story }: PortLine) =>
  `${port} ${state}${story ? '*' : ' '}${name}${line && `\t${line}`}`;

export function readPortFile(text: string): PortLine[] {
  if (text === '') return [];
  return text.split('\n').map((written) => {
    const [head = '', line = ''] = written.split('\t');
    const [, port, state = '', mark, name = ''] = /^(\d+) (..)([* ])(.*)$/.exec(head) ?? [];
    return { port: Number(port), state, name, story: mark === '*', line };
  });
}
