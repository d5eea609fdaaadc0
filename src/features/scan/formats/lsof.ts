/** lsof -i: 'sshd 600 root 3u IPv4 12345 0t0 TCP *:22 (LISTEN)'. */
import type { OpenReader } from '../row.ts';
import { lsofRow, TRANSPORTS } from './lsof-name.ts';

export const openLsof: OpenReader = (resolve) => ({
  read(text, line) {
    const fields = text.trim().split(/\s+/);
    if (fields[0] === 'COMMAND' && fields[1] === 'PID') return [];
    const type = fields.findIndex((field) => field === 'IPv4' || field === 'IPv6');
    if (type < 3 || !/^\d+$/.test(fields[1] ?? '')) return undefined;
    // DEVICE and SIZE/OFF stand between, and either may be empty.
    const node = fields.findIndex(
      (field, at) => at > type && at <= type + 3 && TRANSPORTS.has(field),
    );
    const name = fields[node + 1];
    if (node < 0 || name === undefined) return undefined;
    const transport = TRANSPORTS.get(fields[node] ?? '') ?? '';
    const state = /^\(([A-Z_\d]+)(?!=)\b/.exec(fields[node + 2] ?? '')?.[1] ?? '';
    const process = (fields[0] ?? '').replaceAll('\\x20', ' ');
    return lsofRow({ name, transport, state, process, line }, resolve);
  },
});
