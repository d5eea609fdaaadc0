import type { CommandGroup, Target } from './command.ts';

export function containers({ port, mode }: Target): CommandGroup {
  const published = mode === 'udp' ? `${port}/udp` : String(port);
  return {
    id: 'containers',
    name: 'Containers',
    check: [
      {
        run: `docker ps --filter publish=${published}`,
        look: `PORTS with :${port}-> is the container behind it${mode === 'both' ? `; publish=${port}/udp for UDP` : ''}.`,
      },
      { run: `podman port -a | grep -w ${port}`, look: 'The container’s id stands in front.' },
      {
        run: `kubectl get svc -A | grep -w ${port}`,
        look: 'PORT(S): the first number is the service’s, after the colon the node’s.',
      },
    ],
    stop: [{ run: 'docker stop CONTAINER', look: 'A restart policy may bring it back.' }],
    firewall: [],
  };
}
