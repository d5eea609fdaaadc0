/** A port's status and transports in two characters ('a3'), as the data files of the search carry them. */
import type { Status } from '../../facts/atlas/record.ts';

const LETTERS: Record<Status, string> = {
  assigned: 'a',
  reserved: 'r',
  unassigned: 'u',
  'de-registered': 'w',
  'never-assigned': 'n',
  dynamic: 'd',
};
const TRANSPORTS = ['tcp', 'udp', 'sctp', 'dccp'];

export interface State {
  status: Status;
  transports: string[];
}

export function encodeState({ status, transports }: State): string {
  const mask = TRANSPORTS.reduce(
    (sum, name, bit) => sum + (transports.includes(name) ? 1 << bit : 0),
    0,
  );
  return LETTERS[status] + mask.toString(16);
}

export function decodeState(code: string): State {
  const letter = code.charAt(0);
  const mask = Number.parseInt(code.charAt(1), 16);
  return {
    status:
      (Object.keys(LETTERS) as Status[]).find((status) => LETTERS[status] === letter) ??
      'unassigned',
    transports: TRANSPORTS.filter((_, bit) => mask & (1 << bit)),
  };
}

/** 'TCP, UDP · assigned' */
export function factsOf(code: string): string {
  const { status, transports } = decodeState(code);
  return [transports.join(', ').toUpperCase(), status.replace('-assigned', ' assigned')]
    .filter(Boolean)
    .join(' · ');
}
