/** lsof -F: a field a line, each with a letter in front: p600, csshd, f3, PTCP, n*:22, TST=LISTEN. */
import type { OpenReader, Resolve, ScanRow } from '../row.ts';
import { type LsofSocket, lsofRow, TRANSPORTS } from './lsof-name.ts';

/** What lsof's manual says stands behind each letter; with -F0 the fields of a file share a line. */
const FIELD = /^(p\d+|[gRuiks]\d+|[LftdoPr]\S+|[DG]0x\S+|a[ rwu]?|l[ A-Za-z]?|[cnzSTK].*|m)$/;

/** Where the protocol was not asked for, only the name tells a socket from a file. */
const SOCKET = /^(\*|[\d.]+|\[[\da-f:%.\w]+\]):\d/;

export const openLsofFields: OpenReader = (resolve) => {
  let open = false;
  let process = '';
  let begun = false;
  let file: Partial<LsofSocket> = {};

  const release = (): ScanRow[] => {
    const rows = rowsOf(file, process, resolve);
    file = {};
    return rows;
  };
  /** A process is named once; the name of a socket has no space, the line of another tool has. */
  const belongs = (field: string) => {
    if (!FIELD.test(field)) return false;
    if (field.startsWith('c')) return process === '';
    return !field.startsWith('n') || !/\s/.test(field) || (begun && file.name === undefined);
  };
  return {
    read(text, line) {
      const fields = text.split('\0').filter((field) => field !== '');
      open = /^p\d+$/.test(fields[0] ?? '') || (open && fields.every(belongs));
      if (!open) return undefined;
      return fields.flatMap((field) => {
        const [letter = '', value] = [field[0], field.slice(1)];
        // Where the descriptors are not asked for, whatever follows a name begins the next file.
        const begins = 'pf'.includes(letter) || (file.name !== undefined && !'TK'.includes(letter));
        const rows = begins ? release() : [];
        begun = letter !== 'p';
        if (letter === 'p') process = '';
        if (letter === 'c') process = value;
        if (letter === 'P') file.transport = TRANSPORTS.get(value) ?? '';
        if (letter === 'n') Object.assign(file, { name: value, line });
        if (letter === 'T' && value.startsWith('ST=')) file.state = value.slice(3);
        return rows;
      });
    },
    end: release,
  };
};

function rowsOf(file: Partial<LsofSocket>, process: string, resolve: Resolve): ScanRow[] {
  const { line, name, state = '', transport = '' } = file;
  if (name === undefined || line === undefined) return [];
  if (transport === '' && !SOCKET.test(name)) return [];
  return lsofRow({ name, transport, state, process, line }, resolve);
}
