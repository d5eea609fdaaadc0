import type { Command, CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

export function windows({ port, mode }: Target): CommandGroup {
  const tcp: Command = {
    run: `Get-Process -Id (Get-NetTCPConnection -LocalPort ${port} -State Listen).OwningProcess`,
    look: 'PowerShell: Id and ProcessName; an error: none.',
  };
  const udp: Command = {
    run: `Get-Process -Id (Get-NetUDPEndpoint -LocalPort ${port}).OwningProcess`,
    look: 'The same for UDP.',
  };
  return {
    id: 'windows',
    name: 'Windows',
    check: [
      ...(mode === 'udp' ? [] : [tcp]),
      ...(mode === 'tcp' ? [] : [udp]),
      {
        run: `netstat -ano | findstr ":${port} "`,
        look: pick(mode, {
          tcp: 'The last column of a LISTENING line is the PID.',
          udp: 'The last column of a UDP line is the PID; *:* is normal.',
          both: 'PID comes last; TCP says LISTENING, UDP *:*.',
        }),
      },
      {
        run: 'tasklist /svc /fi "PID eq 1234"',
        look: 'That PID’s program and services.',
      },
    ],
    stop: [{ run: 'Stop-Process -Id 1234 -Confirm', look: 'For a service: Stop-Service NAME.' }],
    firewall: [
      {
        run:
          `New-NetFirewallRule -DisplayName ${port} -Protocol ` +
          `${mode === 'udp' ? 'UDP' : 'TCP'} -LocalPort ${port} -Action Block`,
        look: mode === 'both' ? 'Allow lets it in; -Protocol UDP for UDP.' : 'Allow lets it in.',
      },
    ],
  };
}
