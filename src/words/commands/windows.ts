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
        look: 'PowerShell: Id and ProcessName; an error means none.',
      },
      {
        // With /c: the space belongs to what is searched, so that 3332 does not find 33320.
        run: `netstat -ano | findstr /c:":${port} "`,
        look: pick(transports, {
          tcp: 'The last column of a LISTENING line is the PID.',
          udp: 'The last column of a UDP line is the PID; *:* is normal.',
          both: 'PID last; LISTENING for TCP, *:* for UDP.',
        }),
      },
      { run: 'tasklist /svc /fi "PID eq 1234"', look: 'Its program and services.' },
    ],
    stop: [{ run: 'Stop-Process -Id 1234 -Confirm', look: 'For a service: Stop-Service NAME.' }],
    firewall: [block({ port, transports })],
  };
}

function block({ port, transports }: Target): Command {
  const protocol = pick(transports, { tcp: 'TCP', udp: 'UDP', both: 'TCP' });
  return {
    run:
      `New-NetFirewallRule -DisplayName ${port} -Protocol ${protocol} ` +
      `-LocalPort ${port} -Action Block`,
    look: pick(transports, {
      tcp: 'Allow lets it in.',
      udp: 'Allow lets it in.',
      both: 'Allow lets it in; -Protocol UDP for UDP.',
    }),
  };
}
