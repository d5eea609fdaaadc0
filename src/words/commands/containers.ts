import type { CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

export function containers({ port, transports }: Target): CommandGroup {
  const published = pick(transports, { tcp: String(port), udp: `${port}/udp`, both: String(port) });
  const udpToo = pick(transports, { tcp: '', udp: '', both: `; for UDP, ${port}/udp` });
  return {
    id: 'containers',
    name: 'Containers',
    check: [
      {
        run: `docker ps --filter publish=${published}`,
        look: `PORTS has :${port}->${udpToo}. docker stop ends it.`,
      },
      { run: `podman port -a | grep -w ${port}`, look: 'Id first; sudo for root’s.' },
      { run: `kubectl get svc -A | grep -w ${port}`, look: 'PORT(S) is service:node.' },
    ],
    stop: [],
    firewall: [],
  };
}
