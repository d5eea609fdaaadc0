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
  const state = pick(transports, {
    tcp: 'LISTEN',
    udp: 'UNCONN',
    both: 'LISTEN (TCP) or UNCONN (UDP)',
  });
  const socket = pick(transports, {
    tcp: `-iTCP:${port} -sTCP:LISTEN`,
    udp: `-iUDP:${port}`,
    both: `-i :${port}`,
  });
  return {
    id: 'linux',
    name: 'Linux',
    check: [
      { run: `sudo ss ${flags} 'sport = :${port}'`, look: `${state}, program and pid.` },
      {
        run: `sudo lsof -nP ${socket}`,
        look: pick(transports, {
          tcp: 'COMMAND and PID of each listener.',
          udp: 'COMMAND and PID of each socket; -> marks a connection.',
          both: 'COMMAND and PID; -> marks a connection.',
        }),
      },
    ],
    stop: [
      { run: 'systemctl status PID', look: 'Names the unit to stop.' },
      { run: 'sudo kill PID', look: 'Where no unit owns it.' },
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
    look: 'Table and chain must exist. Lost at reboot. accept allows it.',
  };
}

/** `deny` alone would come after an earlier allow of a range; `prepend` changes no rule that exists. */
function ufw({ port, transports }: Target): Command {
  const what = pick(transports, { tcp: `${port}/tcp`, udp: `${port}/udp`, both: String(port) });
  return {
    run: `sudo ufw prepend deny ${what}`,
    look: 'If it says Skipping, first ufw delete allow. Docker’s published ports bypass all three.',
  };
}

function firewalld(target: Target): Command {
  const parts = firewalldParts(target);
  const undo = parts.some((part) => part.startsWith('service'))
    ? '--remove-service (--remove-port would leave it open)'
    : '--remove-port';
  return {
    run: `sudo firewall-cmd ${parts.map((part) => `--add-${part}`).join(' ')}`,
    look: `Allows it now; again with --permanent to keep. Undo: ${undo}.`,
  };
}
