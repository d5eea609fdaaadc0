/** Files in the form in which IANA publishes its registry, made by hand: what the importer has to read. */

export const COLUMNS = [
  'Service Name',
  'Port Number',
  'Transport Protocol',
  'Description',
  'Assignee',
  'Contact',
  'Registration Date',
  'Modification Date',
  'Reference',
  'Service Code',
  'Unauthorized Use Reported',
  'Assignment Notes',
] as const;
type Column = (typeof COLUMNS)[number];
export type Line = Partial<Record<Column, string>>;

export function line(service: string, ports: string, transport: string, rest: Line = {}): Line {
  return {
    'Service Name': service,
    'Port Number': ports,
    'Transport Protocol': transport,
    ...rest,
  };
}

/** 'Unassigned', without a transport, as the registry fills its gaps. */
export const nobodys = (ports: string): Line => line('', ports, '', { Description: 'Unassigned' });

/** A registry in little: every port up to 49151 once, with the oddities that the real one has. */
export const SMALL: readonly Line[] = [
  line('', '0', 'tcp', { Description: 'Reserved', Reference: '[RFC6335]' }),
  line('', '0', 'udp', { Description: 'Reserved', Reference: '[RFC6335]' }),
  line('', '24', 'tcp', { Description: 'any private mail system' }),
  nobodys('1-23'),
  nobodys('25-79'),
  line('http', '80', 'tcp', {
    Description: 'World Wide Web HTTP',
    Assignee: '[IESG]',
    'Modification Date': '2021-10-01',
    Reference: '[RFC9110]',
  }),
  line('www', '80', 'tcp', {
    Description: 'World Wide Web HTTP',
    'Assignment Notes': 'This is a duplicate of the "http" service and should not be used',
  }),
  line('http', '80', 'sctp', { Description: 'HTTP', Reference: '[RFC9260]' }),
  nobodys('81-584'),
  line('', '585', '', { Description: 'De-registered', 'Modification Date': '2006-04-25' }),
  nobodys('586-5999'),
  line('x11', '6000-6063', 'tcp', { Description: 'X Window System' }),
  line('x11', '6000-6063', 'udp', { Description: 'X Window System' }),
  nobodys('6064-7747'),
  nobodys('7748-7776'),
  line('nosuchport', '', '', { Description: 'a service that has no port' }),
  line('', '7775', 'tcp', {
    Description: 'A file transfer\nprotocol',
    'Registration Date': '2006-05',
    'Assignment Notes': 'first line\nsecond line, with "quotes"',
  }),
  nobodys('7777-49150'),
  line('', '49151', '', { Description: 'Reserved' }),
];

/** The small registry and further rows, which come last. */
export function smallWith(...more: Line[]): Line[] {
  return [...SMALL, ...more];
}

export interface Form {
  end?: '\n' | '\r\n' | '\r';
  columns?: readonly string[];
  /** Quotes every field, as some programs do. */
  quoteAll?: boolean;
}

export function registryCsv(
  lines: readonly Line[] = SMALL,
  { end = '\r\n', columns = COLUMNS, quoteAll = false }: Form = {},
): string {
  const field = (text: string) =>
    quoteAll || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = [columns, ...lines.map((cells) => COLUMNS.map((column) => cells[column] ?? ''))];
  return rows.map((cells) => cells.map(field).join(',') + end).join('');
}
