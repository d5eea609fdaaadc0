import type { Command, CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

/** UDP has no LISTEN: an open UDP socket is UNCONN to ss, and has no state at all for lsof. */
export function linux({ port, mode }: Target): CommandGroup {
  const flags = pick(mode, { tcp: '-tlpn', udp: '-ulpn', both: '-tulpn' });
  const state = pick(mode, { tcp: 'LISTEN', udp: 'UNCONN', both: 'LISTEN (TCP) or UNCONN (UDP)' });
  const socket = pick(mode, {
    tcp: `-iTCP:${port} -sTCP:LISTEN`,
    udp: `-iUDP:${port}`,
    both: `-i :${port}`,
  });
  const files = pick(mode, {
    tcp: `${port}/tcp`,
    udp: `${port}/udp`,
    both: `${port}/tcp ${port}/udp`,
  });
  return {
    id: 'linux',
    name: 'Linux',
    check: [
      {
        run: `sudo ss ${flags} 'sport = :${port}'`,
        look: `${state}, program and pid. No line: nothing listens.`,
      },
      {
        run: `sudo lsof -nP ${socket}`,
        look: pick(mode, {
          tcp: 'COMMAND and PID of each listener.',
          udp: 'COMMAND and PID of each socket.',
          both: 'COMMAND and PID; -> marks a connection.',
        }),
      },
      { run: `sudo fuser -v ${files}`, look: 'USER, PID and COMMAND.' },
    ],
    stop: [
      { run: 'systemctl status PID', look: 'Names the unit for systemctl stop.' },
      { run: 'sudo kill PID', look: 'Where no unit owns it.' },
    ],
    firewall: firewall(port, mode),
  };
}

function firewall(port: number, mode: Target['mode']): Command[] {
  const nft = pick(mode, {
    tcp: `tcp dport ${port}`,
    udp: `udp dport ${port}`,
    both: `meta l4proto { tcp, udp } th dport ${port}`,
  });
  const ufw = mode === 'both' ? String(port) : `${port}/${mode}`;
  const firewalld = pick(mode, {
    tcp: `--add-port=${port}/tcp`,
    udp: `--add-port=${port}/udp`,
    both: `--add-port=${port}/tcp --add-port=${port}/udp`,
  });
  return [
    {
      run: `sudo nft add rule inet filter input ${nft} drop`,
      look: 'accept lets it in.',
    },
    { run: `sudo ufw deny ${ufw}`, look: 'allow lets it in.' },
    {
      run: `sudo firewall-cmd ${firewalld}`,
      look: 'Lets it in; --remove-port shuts it.',
    },
  ];
}
