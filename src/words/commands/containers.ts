import type { CommandGroup, Target } from './command.ts';

export function containers({ port, mode }: Target): CommandGroup {
  const published = mode === 'udp' ? `${port}/udp` : String(port);
  return {
    id: 'containers',
    name: 'Containers',
    check: [
      {
        run: `docker ps --filter publish=${published}`,
        look: `PORTS has :${port}->${mode === 'both' ? `; for UDP, ${port}/udp` : ''}.`,
      },
      { run: `podman port -a | grep -w ${port}`, look: 'Its id comes first.' },
      {
        run: `kubectl get svc -A | grep -w ${port}`,
        look: 'PORT(S) is service:node.',
      },
    ],
    stop: [{ run: 'docker stop CONTAINER', look: 'It may be restarted.' }],
    firewall: [],
  };
}
