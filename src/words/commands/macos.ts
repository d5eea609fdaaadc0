import { name, said } from '../messages/said.ts';
import type { CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

export function macos({ port, transports }: Target): CommandGroup {
  const socket = pick(transports, {
    tcp: { run: `-iTCP:${port} -sTCP:LISTEN`, look: said('command.listeners') },
    udp: { run: `-iUDP:${port}`, look: said('command.macSockets') },
    both: { run: `-i :${port}`, look: said('command.macBoth') },
  });
  const proto = pick(transports, { tcp: 'tcp', udp: 'udp', both: '{ tcp, udp }' });
  return {
    id: 'macos',
    name: 'macOS',
    check: [{ run: `sudo lsof -nP ${socket.run}`, look: socket.look }],
    stop: [
      {
        run: 'sudo kill PID',
        look: said('command.launchd', { command: name('launchctl bootout') }),
      },
    ],
    firewall: [
      {
        run: `echo 'block in proto ${proto} to any port ${port}' | sudo pfctl -a com.apple/portolan -f -`,
        look: said('command.pf', { command: name('pfctl -E') }),
      },
    ],
  };
}
