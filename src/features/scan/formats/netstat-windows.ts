/** netstat of Windows: 'TCP 0.0.0.0:135 0.0.0.0:0 LISTENING 1000', and the program in the line below with -b. */
import { ends, farEnd, isNobody } from '../address.ts';
import { portNamed } from '../port-number.ts';
import type { OpenReader, ScanRow } from '../row.ts';

const SOCKET = /^\s*(TCP|UDP)\s+(\S+)\s+(\S+)/;
/** ' [svchost.exe]'. The name of the service stands in a line above it. */
const PROGRAM = /^\s*\[([^[\]]+)\]\s*$/;
/** Windows speaks the language of its user; 'the far end is nobody' is said in all of them. */
const WORD = /^\p{Lu}[\p{Lu}\d_]+$/u;

/** An address, a colon, and something behind it. */
const hasPort = (text: string) => text.slice(1, -1).includes(':');

export const openWindowsNetstat: OpenReader = (resolve) => {
  /** Until the line below has said whose it is. */
  let held: ScanRow | undefined;
  const release = (program?: string): ScanRow[] => {
    const row = held;
    held = undefined;
    if (!row) return [];
    return [program === undefined ? row : { ...row, process: program }];
  };
  return {
    read(text, line) {
      const [whole = '', name = '', local = '', peer = ''] = SOCKET.exec(text) ?? [];
      if (hasPort(local) && hasPort(peer)) {
        const before = release();
        const transport = name === 'TCP' ? 'tcp' : 'udp';
        const words = text.slice(whole.length).trim().split(/\s+/);
        const state = WORD.test(words[0] ?? '') ? (words[0] ?? '') : '';
        const owner = words.find((word) => /^\d+$/.test(word));
        const end = ends(local, ':');
        const port = end && portNamed(end.port, transport, resolve);
        if (!end || port === undefined) return before;
        held = {
          port,
          transport,
          state,
          process: owner === undefined ? '' : `PID ${owner}`,
          host: end.host,
          far: farEnd(peer, ':'),
          line,
          format: 'netstat-windows',
          // 'LISTENING', 'ABHÖREN', 'ESCUCHANDO': only a listener's far end is port 0.
          listens: isNobody(peer) && !/^(BOUND|CLOSED|SYN_SENT)$/.test(state),
        };
        return before;
      }
      if (!held) return undefined;
      const program = PROGRAM.exec(text)?.[1];
      if (program !== undefined) return release(program);
      // The service above its program, or the word that the program may not be told.
      return /^\s*[\p{L}\d_ ]+$/u.test(text) && text.startsWith(' ') ? [] : undefined;
    },
    end: () => release(),
  };
};
