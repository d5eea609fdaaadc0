import type { Command, CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

export function outside({ port, transports, web }: Target): CommandGroup {
  const scan = pick(transports, {
    tcp: {
      run: `nmap -Pn -sV -p ${port} HOST`,
      look: 'open, closed or filtered; without VERSION, SERVICE is a guess.',
    },
    udp: {
      run: `sudo nmap -Pn -sU -sV -p ${port} HOST`,
      look: 'open|filtered: no answer, which proves nothing.',
    },
    both: {
      run: `sudo nmap -Pn -sSU -sV -p ${port} HOST`,
      look: 'open|filtered: no answer. Without VERSION, SERVICE is a guess.',
    },
  });
  const knock: Command[] = transports.includes('tcp')
    ? [
        { run: `nc -vz HOST ${port}`, look: 'succeeded, refused or no answer.' },
        { run: `Test-NetConnection HOST -Port ${port}`, look: 'PowerShell: TcpTestSucceeded.' },
      ]
    : [{ run: `nc -vzu HOST ${port}`, look: 'Success means only that no refusal came back.' }];
  const curl: Command[] =
    web && transports.includes('tcp')
      ? [
          {
            run: `curl -sv ${web}://HOST:${port}/ -o /dev/null`,
            look: 'Status line and Server header name what answers.',
          },
        ]
      : [];
  return {
    id: 'outside',
    name: 'From outside',
    check: [scan, ...knock, ...curl],
    stop: [],
    firewall: [],
  };
}
