import type { Command, CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

export function windows({ port, mode }: Target): CommandGroup {
  const tcp: Command = {
    run: `Get-Process -Id (Get-NetTCPConnection -LocalPort ${port} -State Listen).OwningProcess`,
    look: 'PowerShell: Id and ProcessName of the TCP listener; an error means none.',
  };
  const udp: Command = {
    run: `Get-Process -Id (Get-NetUDPEndpoint -LocalPort ${port}).OwningProcess`,
    look: 'PowerShell: the same for UDP, which has no state to ask for.',
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
          both: 'The last column is the PID; TCP says LISTENING, UDP says *:*.',
        }),
      },
      {
        run: 'tasklist /svc /fi "PID eq 1234"',
        look: 'With that PID: the program and its services.',
      },
    ],
    stop: [
      { run: 'Stop-Process -Id 1234 -Confirm', look: 'For a service, Stop-Service with its name.' },
    ],
    firewall: [
      {
        run: `New-NetFirewallRule -DisplayName "${port}" -Direction Inbound -Protocol ${mode === 'udp' ? 'UDP' : 'TCP'} -LocalPort ${port} -Action Block`,
        look:
          mode === 'both'
            ? '-Action Allow lets it in; -Protocol UDP for UDP.'
            : '-Action Allow lets it in.',
      },
    ],
  };
}
