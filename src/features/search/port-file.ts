/** What the page of the search tells of a port that was asked for by number: a line each, a file for every thousand. */

export const blockFileOf = (port: number) => String(Math.floor(port / 1000));

export interface PortLine {
  port: number;
  /** Status and transports, as state.ts writes them. */
  state: string;
  name: string;
  story: boolean;
}

export const writePortLine = ({ name, port, state, story }: PortLine) =>
  `${port} ${state}${story ? '*' : ' '}${name}`;

export function readPortFile(text: string): PortLine[] {
  return text.split('\n').map((line) => {
    const [, port, state = '', mark, name = ''] = /^(\d+) (..)([* ])(.*)$/.exec(line) ?? [];
    return { port: Number(port), state, name, story: mark === '*' };
  });
}
