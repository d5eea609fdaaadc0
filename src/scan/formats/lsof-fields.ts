/** lsof -F: a field a line, each with a letter in front: p600, csshd, f3, PTCP, n*:22, TST=LISTEN. */
import type { OpenReader, Resolve, ScanRow } from '../row.ts';
import { type LsofSocket, lsofRow, TRANSPORTS } from './lsof-name.ts';

/** What lsof's manual says stands behind each letter; with -F0 the fields of a file share a line. */
const FIELD = /^(p\d+|[gRuiks]\d+|[LftdoPr]\S+|[DG]0x\S+|a[ rwu]?|l[ A-Za-z]?|[cnzSTK].*|m)$/;

export const openLsofFields: OpenReader = (resolve) => {
  let open = false;
  let process = '';
  let inFile = false;
  let file: Partial<LsofSocket> = {};

  const release = (): ScanRow[] => {
    const rows = rowsOf(file, process, resolve);
    file = {};
    return rows;
  };
  /** A process is named before its files, and a file once. */
  const belongs = (field: string) => {
    if (!FIELD.test(field)) return false;
    if (field.startsWith('c')) return !inFile;
    return !field.startsWith('n') || (inFile && file.name === undefined);
  };
  return {
    read(text, line) {
      const fields = text.split('\0').filter((field) => field !== '');
      open = /^p\d+$/.test(fields[0] ?? '') || (open && fields.every(belongs));
      if (!open) return undefined;
      return fields.flatMap((field) => {
        const [letter, value] = [field[0], field.slice(1)];
        if (letter === 'p' || letter === 'f') {
          inFile = letter === 'f';
          const rows = release();
          if (letter === 'p') process = '';
          return rows;
        }
        if (letter === 'c') process = value;
        if (letter === 'P') file.transport = TRANSPORTS.get(value) ?? '';
        if (letter === 'n') Object.assign(file, { name: value, line });
        if (letter === 'T' && value.startsWith('ST=')) file.state = value.slice(3);
        return [];
      });
    },
    end: release,
  };
};

function rowsOf(file: Partial<LsofSocket>, process: string, resolve: Resolve): ScanRow[] {
  const { line, name, state = '', transport = '' } = file;
  if (name === undefined || line === undefined || transport === '') return [];
  return lsofRow({ name, transport, state, process, line }, resolve);
}
