import { name, said } from '../messages/said.ts';
import type { CommandGroup, Target } from './command.ts';
import { pick } from './command.ts';

export function containers({ port, transports }: Target): CommandGroup {
  const published = pick(transports, { tcp: String(port), udp: `${port}/udp`, both: String(port) });
  const shown = { published: name(`:${port}->`), stop: name('docker stop') };
  const one = said('command.docker', shown);
  return {
    id: 'containers',
    name: said('command.containers'),
    check: [
      {
        run: `docker ps --filter publish=${published}`,
        look: pick(transports, {
          tcp: one,
          udp: one,
          both: said('command.dockerBoth', { ...shown, udp: name(`${port}/udp`) }),
        }),
      },
      { run: `podman port -a | grep -w ${port}`, look: said('command.podman') },
      { run: `kubectl get svc -A | grep -w ${port}`, look: said('command.kubectl') },
    ],
    stop: [],
    firewall: [],
  };
}
