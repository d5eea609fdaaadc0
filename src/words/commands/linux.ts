import { name, type Said, said } from '../messages/said.ts';
import type { Command, CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';
import { firewalldParts } from './firewalld.ts';

/**
 * UDP has no LISTEN: an open UDP socket is UNCONN to ss, and has no state at all for lsof.
 * Without sudo, ss leaves the program out, and lsof shows only what the reader's own account runs.
 */
export function linux(target: Target): CommandGroup {
  const { port, transports } = target;
  const flags = pick(transports, { tcp: '-tlpn', udp: '-ulpn', both: '-tulpn' });
  const look = pick(transports, {
    tcp: said('command.socket', { state: name('LISTEN') }),
    udp: said('command.socket', { state: name('UNCONN') }),
    both: said('command.socketBoth', { tcp: name('LISTEN'), udp: name('UNCONN') }),
  });
  const arrow = name('->');
  const socket = pick(transports, {
    tcp: `-iTCP:${port} -sTCP:LISTEN`,
    udp: `-iUDP:${port}`,
    both: `-i :${port}`,
  });
  return {
    id: 'linux',
    name: 'Linux',
    check: [
      { run: `sudo ss ${flags} 'sport = :${port}'`, look },
      {
        run: `sudo lsof -nP ${socket}`,
        look: pick(transports, {
          tcp: said('command.listeners'),
          udp: said('command.sockets', { arrow }),
          both: said('command.both', { arrow }),
        }),
      },
    ],
    stop: [
      { run: 'systemctl status PID', look: said('command.unit') },
      { run: 'sudo kill PID', look: said('command.kill') },
    ],
    firewall: [nft(target), firewalld(target), ufw(target)],
  };
}

/** An appended rule would come after an earlier accept, and never be reached. */
function nft({ port, transports }: Target): Command {
  const match = pick(transports, {
    tcp: `tcp dport ${port}`,
    udp: `udp dport ${port}`,
    both: `meta l4proto { tcp, udp } th dport ${port}`,
  });
  return {
    run: `sudo nft insert rule inet filter input ${match} drop`,
    look: said('command.nft', { accept: name('accept') }),
  };
}

/** `deny` alone would come after an earlier allow of a range; `prepend` changes no rule that exists. */
function ufw({ port, transports }: Target): Command {
  const what = pick(transports, { tcp: `${port}/tcp`, udp: `${port}/udp`, both: String(port) });
  return {
    run: `sudo ufw prepend deny ${what}`,
    look: said('command.ufw', { delete: name('ufw delete allow') }),
  };
}

function firewalld(target: Target): Command {
  const parts = firewalldParts(target);
  return {
    run: `sudo firewall-cmd ${parts.map((part) => `--add-${part}`).join(' ')}`,
    look: keptLine(parts.some((part) => part.startsWith('service'))),
  };
}

function keptLine(isService: boolean): Said {
  const permanent = name('--permanent');
  const removePort = name('--remove-port');
  return isService
    ? said('command.firewalldService', { permanent, remove: name('--remove-service'), removePort })
    : said('command.firewalld', { permanent, remove: removePort });
}
