import type { Command, CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

const PROCESS =
  "select LocalAddress,OwningProcess,@{n='Name';e={(Get-Process -Id $_.OwningProcess).Name}}";

export function windows({ port, mode }: Target): CommandGroup {
  const tcp: Command = {
    run: `Get-NetTCPConnection -LocalPort ${port} -State Listen | ${PROCESS}`,
    look: 'PowerShell: address, PID and program of the TCP listener.',
  };
  const udp: Command = {
    run: `Get-NetUDPEndpoint -LocalPort ${port} | ${PROCESS}`,
    look: 'PowerShell: the same for UDP, which has no state.',
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
