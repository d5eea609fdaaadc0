import type { CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

export function macos({ port, mode }: Target): CommandGroup {
  const tcp = {
    run: `sudo lsof -nP -iTCP:${port} -sTCP:LISTEN`,
    look: 'COMMAND and PID of the TCP listener.',
  };
  const udp = {
    run: `sudo lsof -nP -iUDP:${port}`,
    look: 'COMMAND and PID of the UDP socket; UDP has no LISTEN.',
  };
  const netstat = (protocol: string, look: string) => ({
    run: `netstat -anvp ${protocol} | grep '[.]${port} '`,
    look,
  });
  const proto = pick(mode, { tcp: 'tcp', udp: 'udp', both: '{ tcp, udp }' });
  return {
    id: 'macos',
    name: 'macOS',
    check: [
      ...(mode === 'udp' ? [] : [tcp]),
      ...(mode === 'tcp' ? [] : [udp]),
      mode === 'udp'
        ? netstat('udp', `*.${port} as local address; the pid column names the process.`)
        : netstat('tcp', `LISTEN on *.${port}; the pid column names the process.`),
    ],
    stop: [
      {
        run: 'sudo kill PID',
        look: 'launchd starts its own jobs again: launchctl bootout for those.',
      },
    ],
    firewall: [
      {
        run: `echo 'block in proto ${proto} to any port ${port}' | sudo pfctl -a com.apple/portolan -f -`,
        look: 'pf; sudo pfctl -E switches it on, an empty rule set undoes it.',
      },
    ],
  };
}
