/** A command to copy, and the one line that says what to look for in its output. */
export interface Command {
  run: string;
  look: string;
}

export interface CommandGroup {
  id: 'service' | 'linux' | 'macos' | 'windows' | 'containers' | 'outside';
  name: string;
  check: Command[];
  stop: Command[];
  firewall: Command[];
}

/** Which transports the commands must cover: 'both' wherever the facts do not rule one out. */
export type Mode = 'tcp' | 'udp' | 'both';

export interface Target {
  port: number;
  mode: Mode;
  /** 'http' or 'https' where a web server is what usually answers. */
  web: 'http' | 'https' | undefined;
}

/** The text for this mode. */
export function pick<Value>(mode: Mode, choices: Record<Mode, Value>): Value {
  return choices[mode];
}
