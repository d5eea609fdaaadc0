/**
 * Get-NetTCPConnection and Get-NetUDPEndpoint of PowerShell, as a table and as a list, with the columns
 * chosen with Select-Object, in any order.
 */
import { portNamed, portNumber } from '../port-number.ts';
import type { FarEnd, OpenReader, ScanRow, ScanTransport } from '../row.ts';

/** A heading with the place that its column takes, which the strokes below it tell. */
interface Column {
  name: string;
  from: number;
  to: number;
}

/** No tool has more columns, nor so long a heading. */
const LONGEST_HEADING = 400;
const STROKES = /^[\s-]+$/;
/** 'LocalPort      : 135' of a list. */
const FACT = /^\s*([A-Za-z]\w*)\s*:(?:\s+(.*))?$/;
const OF_A_LIST = new RegExp(
  '^(?:Local(?:Address|Port)|Remote(?:Address|Port)|OwningProcess|CreationTime|AppliedSetting' +
    '|OffloadState|State|Path|ProcessName|Process|InstanceID)$',
);
/** The names that people give to the column that Get-Process fills. */
const PROGRAM = ['Path', 'ProcessName', 'Process', 'Name', 'Program'];

type Values = ReadonlyMap<string, string>;

export const openPowershell: OpenReader = (resolve) => {
  let columns: Column[] = [];
  let values = new Map<string, string>();
  let first = 0;

  const rowOf = (told: Values, line: number): ScanRow[] => {
    const transport = transportOf(told);
    const port = portNamed(told.get('LocalPort') ?? '', transport, resolve);
    if (port === undefined) return [];
    const state = told.get('State') ?? '';
    return [
      {
        port,
        transport,
        state,
        process: processOf(told),
        host: told.get('LocalAddress') || undefined,
        far: farEndOf(told),
        line,
        format: 'powershell',
        // UDP has no states, and every endpoint may be sent to.
        listens: transport === 'udp' || state === 'Listen' || (state === '' ? undefined : false),
      },
    ];
  };
  const release = (): ScanRow[] => {
    const rows = values.has('LocalPort') ? rowOf(values, first) : [];
    values = new Map();
    return rows;
  };

  return {
    read(text, line) {
      if (isHeading(text)) {
        columns = columnsOf(text);
        return release();
      }
      if (columns.length > 0 && STROKES.test(text)) return [];
      const [, name = '', value = ''] = FACT.exec(text) ?? [];
      if (OF_A_LIST.test(name)) {
        const before = values.has(name) ? release() : [];
        if (values.size === 0) first = line;
        values.set(name, value.trim());
        return before;
      }
      const row = columns.length > 0 ? valuesIn(text, columns) : undefined;
      if (row && /^\d{1,5}$/.test(row.get('LocalPort') ?? '')) return rowOf(row, line);
      columns = [];
      return values.size > 0 ? release() : undefined;
    },
    end: () => release(),
  };
};

/** Words alone, 'LocalPort' one of them. */
function isHeading(text: string): boolean {
  if (text.length > LONGEST_HEADING || !text.includes('LocalPort')) return false;
  const words = text.trim().split(/\s+/);
  return words.includes('LocalPort') && words.every((word) => /^[A-Za-z]\w*$/.test(word));
}

const columnsOf = (heading: string): Column[] =>
  [...heading.matchAll(/\S+/g)].map(({ 0: name, index }) => ({
    name,
    from: index,
    to: index + name.length,
  }));

/** Words stand at the left end of a column and numbers at its right: each touches its heading. */
function valuesIn(text: string, columns: readonly Column[]): Values {
  const told = new Map<string, string>();
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const end = index + word.length;
    const column = columns.find(({ from, to }) => index < to && end > from);
    if (column && !told.has(column.name)) told.set(column.name, word);
  }
  return told;
}

/** Only TCP has a far end and states. */
function transportOf(told: Values): ScanTransport {
  if (['State', 'RemoteAddress', 'RemotePort'].some((name) => told.has(name))) return 'tcp';
  return told.has('LocalAddress') ? 'udp' : '';
}

/** A listener's far end is port 0. */
function farEndOf(told: Values): FarEnd | undefined {
  const port = portNumber(told.get('RemotePort'));
  const host = told.get('RemoteAddress');
  return port && host ? { host, port } : undefined;
}

function processOf(told: Values): string {
  const program = PROGRAM.map((name) => told.get(name)).find(Boolean);
  const owner = told.get('OwningProcess');
  return program ?? (owner ? `PID ${owner}` : '');
}
