import type { CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

export function macos({ port, transports }: Target): CommandGroup {
  const socket = pick(transports, {
    tcp: { run: `-iTCP:${port} -sTCP:LISTEN`, look: 'COMMAND and PID of each listener.' },
    udp: { run: `-iUDP:${port}`, look: 'COMMAND and PID of each socket; UDP has no LISTEN.' },
    both: { run: `-i :${port}`, look: 'COMMAND and PID; LISTEN for TCP.' },
  });
  const proto = pick(transports, { tcp: 'tcp', udp: 'udp', both: '{ tcp, udp }' });
  return {
    id: 'macos',
    name: 'macOS',
    check: [{ run: `sudo lsof -nP ${socket.run}`, look: socket.look }],
    stop: [
      {
        run: 'sudo kill PID',
        look: 'launchd’s jobs: launchctl bootout.',
      },
    ],
    firewall: [
      {
        run: `echo 'block in proto ${proto} to any port ${port}' | sudo pfctl -a com.apple/portolan -f -`,
        look: 'pfctl -E switches pf on; empty rules undo it.',
      },
    ],
  };
}
