/** What `portolan` can do, in one place: for its help, its man page and the completion of shells. */

export interface ManualOption {
  /** As it is typed, without the strokes. */
  name: string;
  short?: string;
  /** What stands for its value: 'FILE'. */
  value?: string;
  /** The values that it may have, where they are few. */
  values?: readonly string[];
  text: string;
}

export interface ManualPart {
  title: string;
  options: readonly ManualOption[];
}

export const WHAT = 'print what we know about TCP and UDP ports';

export const CALLS: readonly string[] = [
  'portolan PORT|NAME|MESSAGE … [--long] [--json]',
  'portolan --scan [FILE] [--json]',
  'portolan --free [--near PORT] [--count N] [--json]',
  'portolan mcp | completion SHELL | man | help',
];

export const EXAMPLES: readonly [string, string][] = [
  ['portolan 443', 'what a port is'],
  ['portolan 22,80 tcp/5432 6881-6883', 'several, a transport, a range'],
  ['portolan postgres', 'the port of a name'],
  ['portolan localhost:5432', 'the port of an address or a message'],
  ['ss -tulpn | portolan --scan', 'what each port of a scan is'],
  ['portolan --free --near 3000', 'ports for a new program'],
];

export const COMMANDS: readonly [string, string][] = [
  ['mcp', 'answers assistants on standard input (Model Context Protocol)'],
  ['completion', 'prints the completion for bash, zsh or fish'],
  ['man', 'prints this text as a man page'],
  ['help', 'prints this text'],
];

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export const PARTS: readonly ManualPart[] = [
  {
    title: 'Options',
    options: [
      { name: 'long', short: 'l', text: 'all that is known, with the sources' },
      { name: 'json', text: 'always a list: of ports as in /443.json, with --scan of its rows' },
      {
        name: 'scan',
        value: 'FILE',
        text: 'the ports in the output of a tool; without FILE, of a pipe',
      },
      { name: 'free', text: 'ports that no registration, list or program names' },
      { name: 'help', short: 'h', text: 'this text' },
      { name: 'version', short: 'V', text: 'the version, and the day of the facts' },
    ],
  },
  {
    title: 'With --free',
    options: [
      { name: 'near', value: 'PORT', text: 'the nearest to this port, not drawn by chance' },
      { name: 'count', value: 'N', text: 'so many suggestions, 1 to 50' },
      { name: 'block', value: 'N', text: 'so many consecutive ports each time' },
      { name: 'own', text: 'for your own machine or network, not for a program you publish' },
      { name: 'memorable', text: 'only numbers that are easy to remember' },
      {
        name: 'systems',
        value: 'WHICH',
        values: ['common', 'every', 'any'],
        text: 'whose outgoing connections may not use the port: common, every, any',
      },
      { name: 'privileged', text: 'ports below 1024 too' },
      { name: 'refused', text: 'ports that browsers refuse too' },
      { name: 'listed', text: 'ports that some list names too' },
      { name: 'seed', value: 'WORD', text: 'the same word draws the same ports' },
    ],
  },
];

export const EXIT_CODES: readonly [string, string][] = [
  ['0', 'all that was asked for was found'],
  ['1', 'something was not found; the rest is printed all the same'],
  ['2', 'the command was called wrongly; nothing is printed'],
];

export const SURROUNDINGS: readonly [string, string][] = [
  ['NO_COLOR', 'no colour, whatever its value; a pipe and a file get none either'],
  ['COLUMNS', 'the width of a line, 40 to 120, where the terminal does not tell it'],
];

/** '-l, --long', '    --scan FILE' */
export const written = ({ name, short, value }: ManualOption): string =>
  `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;

/** Of all options; a test holds that the help, the man page and the completions have them. */
export const OPTION_NAMES = PARTS.flatMap(({ options }) => options.map(({ name }) => name));
