import { name, said } from '../messages/said.ts';
import type { Command, CommandGroup, Target, Transport } from './command.ts';
import { pick } from './command.ts';

/** TCP listeners and UDP sockets are two kinds of thing to PowerShell. */
const SOCKETS: Record<Transport, (port: number) => string> = {
  tcp: (port) => `Get-NetTCPConnection -LocalPort ${port} -State Listen`,
  udp: (port) => `Get-NetUDPEndpoint -LocalPort ${port}`,
};

export function windows({ port, transports }: Target): CommandGroup {
  const sockets = transports.map((transport) => SOCKETS[transport](port));
  const inner = sockets.length > 1 ? `&{${sockets.join('; ')}}` : sockets[0];
  return {
    id: 'windows',
    name: 'Windows',
    check: [
      {
        run: `Get-Process -Id (${inner}).OwningProcess`,
        look: said('command.getProcess'),
      },
      {
        // With /c: the space belongs to what is searched, so that 3332 does not find 33320.
        run: `netstat -ano | findstr /c:":${port} "`,
        look: pick(transports, {
          tcp: said('command.netstatTcp'),
          udp: said('command.netstatUdp', { any: name('*:*') }),
          both: said('command.netstatBoth', { any: name('*:*') }),
        }),
      },
      { run: 'tasklist /svc /fi "PID eq 1234"', look: said('command.tasklist') },
    ],
    stop: [
      {
        run: 'Stop-Process -Id 1234 -Confirm',
        look: said('command.stopService', { command: name('Stop-Service NAME') }),
      },
    ],
    firewall: [block({ port, transports })],
  };
}

function block({ port, transports }: Target): Command {
  const protocol = pick(transports, { tcp: 'TCP', udp: 'UDP', both: 'TCP' });
  const allow = name('Allow');
  return {
    run:
      `New-NetFirewallRule -DisplayName ${port} -Protocol ${protocol} ` +
      `-LocalPort ${port} -Action Block`,
    look: pick(transports, {
      tcp: said('command.allow', { allow }),
      udp: said('command.allow', { allow }),
      both: said('command.allowBoth', { allow, udp: name('-Protocol UDP') }),
    }),
  };
}
