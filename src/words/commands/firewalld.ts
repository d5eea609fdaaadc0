/**
 * firewalld opens a port by its number or as part of a service, and closes it only by the same way:
 * `--remove-port=22/tcp` says success and leaves open what the service ssh opens. So where a service
 * stands for exactly this port, the commands name the service.
 */
import type { Label } from '../../facts/atlas/record.ts';
import type { Target, Transport } from './command.ts';

export function firewalldServices(
  labels: readonly Label[],
  transports: readonly Transport[],
): NonNullable<Target['firewalld']> {
  const services: Target['firewalld'] = {};
  for (const transport of transports) {
    const name = serviceFor(labels, transport);
    if (name) services[transport] = name;
  }
  return services;
}

/** Of several services, the one with IANA's name; otherwise nobody can say which of them is meant. */
function serviceFor(labels: readonly Label[], transport: Transport): string | undefined {
  const services = labels.filter(
    ({ source, sole, transports }) =>
      source === 'firewalld' && sole && transports.includes(transport),
  );
  const [only, another] = services;
  return (another ? services.find(({ agreement }) => agreement === 'same') : only)?.name;
}

/** What goes behind `--add-` and `--remove-`. */
export function firewalldParts({ firewalld = {}, port, transports }: Target): string[] {
  const parts = transports.map((transport) =>
    firewalld[transport] ? `service=${firewalld[transport]}` : `port=${port}/${transport}`,
  );
  return [...new Set(parts)];
}
