import type { Said } from '../messages/said.ts';

/** A command to copy, and the one line that says what to look for in its output. */
export interface Command {
  run: string;
  look: Said;
}

export interface CommandGroup {
  id: 'service' | 'linux' | 'macos' | 'windows' | 'containers' | 'outside';
  /** A system has its name; other groups are called something in each language. */
  name: string | Said;
  check: Command[];
  stop: Command[];
  firewall: Command[];
  /** To be read before what is under `stop` and `firewall`. */
  warning?: Said;
}

export type Transport = 'tcp' | 'udp';

export const BOTH: readonly Transport[] = ['tcp', 'udp'];

/** What the commands need to know of a port. */
export interface Target {
  port: number;
  /** The transports in use, at least one: no command looks at another or opens another. */
  transports: readonly Transport[];
  /** 'http' or 'https' where a web server is what usually answers. */
  web?: 'http' | 'https';
  /** Per transport, the service of firewalld that opens this port and no other. */
  firewalld?: Partial<Record<Transport, string>>;
  /** An administrator may be connected through it, and so lock themselves out. */
  session?: true;
}

/** The value for these transports. */
export function pick<Value>(
  transports: readonly Transport[],
  choices: Record<Transport | 'both', Value>,
): Value {
  const [first = 'tcp', second] = transports;
  return choices[second ? 'both' : first];
}
