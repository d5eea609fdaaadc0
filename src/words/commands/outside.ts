import { name, said } from '../messages/said.ts';
import type { Command, CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

export function outside({ port, transports, web }: Target): CommandGroup {
  const openFiltered = name('open|filtered');
  const scan = pick(transports, {
    tcp: {
      run: `nmap -Pn -sV -p ${port} HOST`,
      look: said('command.nmapTcp'),
    },
    udp: {
      run: `sudo nmap -Pn -sU -sV -p ${port} HOST`,
      look: said('command.nmapUdp', { openFiltered }),
    },
    both: {
      run: `sudo nmap -Pn -sSU -sV -p ${port} HOST`,
      look: said('command.nmapBoth', { openFiltered }),
    },
  });
  const knock: Command[] = transports.includes('tcp')
    ? [
        { run: `nc -vz HOST ${port}`, look: said('command.nc') },
        { run: `Test-NetConnection HOST -Port ${port}`, look: said('command.testNet') },
      ]
    : [{ run: `nc -vzu HOST ${port}`, look: said('command.ncUdp') }];
  const curl: Command[] =
    web && transports.includes('tcp')
      ? [
          {
            run: `curl -sv ${web}://HOST:${port}/ -o /dev/null`,
            look: said('command.curl'),
          },
        ]
      : [];
  return {
    id: 'outside',
    name: said('command.outside'),
    check: [scan, ...knock, ...curl],
    stop: [],
    firewall: [],
  };
}
