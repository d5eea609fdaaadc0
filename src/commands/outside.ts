import type { Command, CommandGroup, Target } from './command.ts';

export function outside({ port, mode, web }: Target): CommandGroup {
  const tcp: Command[] = [
    {
      run: `nmap -Pn -sV -p ${port} HOST`,
      look: 'open, closed or filtered; SERVICE is a guess from the number unless VERSION is filled.',
    },
    {
      run: `nc -vz HOST ${port}`,
      look: 'succeeded, refused, or nothing at all: a firewall drops it.',
    },
    { run: `Test-NetConnection HOST -Port ${port}`, look: 'PowerShell: TcpTestSucceeded.' },
  ];
  const udp: Command[] = [
    {
      run: `sudo nmap -Pn -sU -sV -p ${port} HOST`,
      look: 'open|filtered: no answer came, which proves nothing.',
    },
    ...(mode === 'udp'
      ? [{ run: `nc -vzu HOST ${port}`, look: 'Success means only that no refusal came back.' }]
      : []),
  ];
  const curl: Command[] = web
    ? [
        {
          run: `curl -sv ${web}://HOST:${port}/ -o /dev/null`,
          look: 'The status line and the Server header name what answers.',
        },
      ]
    : [];
  return {
    id: 'outside',
    name: 'From outside',
    check: [...(mode === 'udp' ? [] : tcp), ...(mode === 'tcp' ? [] : udp), ...curl],
    stop: [],
    firewall: [],
  };
}
