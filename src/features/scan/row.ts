/** What a scan says of one port: the row that every format is read into. */

export const FORMATS = {
  nmap: 'nmap',
  'nmap-greppable': 'nmap -oG',
  xml: 'nmap or masscan XML',
  masscan: 'masscan',
  rustscan: 'RustScan',
  nc: 'nc',
  rpcinfo: 'rpcinfo',
  tcpdump: 'tcpdump',
  json: 'masscan JSON',
  ss: 'ss',
  netstat: 'netstat (Linux)',
  'netstat-bsd': 'netstat (macOS, BSD)',
  'netstat-windows': 'netstat (Windows)',
  powershell: 'PowerShell',
  lsof: 'lsof',
  docker: 'docker ps',
  kubectl: 'kubectl get svc',
  nftables: 'nftables',
  iptables: 'iptables',
  text: 'text',
} as const;
export type ScanFormat = keyof typeof FORMATS;

/** Empty where the text does not say: '10.0.0.1:8080'. */
export type ScanTransport = '' | 'tcp' | 'udp' | 'sctp' | 'dccp';

export interface FarEnd {
  host: string;
  port: number;
}

export interface ScanRow {
  port: number;
  /** The last port, where a range too wide to list port by port begins at `port`. */
  to?: number | undefined;
  transport: ScanTransport;
  /** As pasted: LISTEN, open|filtered, accept. Empty where nothing is said. */
  state: string;
  /** The program, service or container, as pasted; empty where none is named. */
  process: string;
  /** The address in front of the port, or the machine that was scanned. */
  host?: string | undefined;
  /** The far end of a connection that this machine may have opened. */
  far?: FarEnd | undefined;
  /** Counted from 1. */
  line: number;
  format: ScanFormat;
  /**
   * Whether something waits on the port: no for a connection's own end or a closed port, nothing
   * where the text leaves it open.
   */
  listens?: boolean | undefined;
}

/** The port number of a service's name, as /etc/services would have it. */
export type Resolve = (name: string, transport: ScanTransport) => number | undefined;

/** Reads one format, line by line. */
export interface LineReader {
  /** The rows of a line; undefined where the line is none of this format. */
  read(text: string, line: number): ScanRow[] | undefined;
  /** What is still held back when the text ends, for a format that tells a port in several lines. */
  end?(): ScanRow[];
}

export type OpenReader = (resolve: Resolve) => LineReader;
