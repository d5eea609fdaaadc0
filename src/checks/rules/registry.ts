/** What a page says of a port's status is what the registry says. */
import { TRANSPORTS, type Transport } from '../../facts/schemas/common.ts';
import type { Rule } from '../rule.ts';

export const registry: Rule = {
  name: 'registry',
  description:
    '`iana` names the transports of the record, with their status and one of their services',
  check({ front, fields: { port, iana } }, { record }) {
    if (port === undefined || iana === undefined) return [];
    const known = new Map(record(port).transports.map((entry) => [entry.transport, entry]));
    // The record may know transports that pages have no field for; those are left to the record.
    const listed = TRANSPORTS.filter((name) => iana[name] !== undefined || known.has(name));
    return listed.flatMap((name: Transport) => {
      const said = iana[name];
      const fact = known.get(name);
      const problem = (path: string[], wrong: string, right: string) => [
        {
          line: front.lineOf(['iana', name, ...path]),
          wrong: `iana.${[name, ...path].join('.')}: ${wrong}`,
          right,
        },
      ];
      if (!fact) return problem([], 'the registry has no row for it', 'take it out');
      // A few rows have a purpose and no name (24: any private mail system).
      const services = fact.services.filter((service) => service !== '');
      const service = services[0] === undefined ? '' : `, service: ${services[0]}`;
      if (!said) return problem([], 'missing', `add ${name}: { status: ${fact.status}${service} }`);
      if (said.status !== fact.status) {
        return problem(
          ['status'],
          `'${said.status}' is not what the registry says`,
          `write { status: ${fact.status}${service} }`,
        );
      }
      if (said.service === undefined && services[0] !== undefined) {
        return problem(
          [],
          'the registered service is missing',
          `write { status: ${fact.status}${service} }`,
        );
      }
      if (said.service !== undefined && !services.includes(said.service)) {
        const right =
          services.length > 0 ? `it is ${services.join(' or ')}` : 'leave the service out';
        return problem(['service'], `'${said.service}' is not registered here`, right);
      }
      return [];
    });
  },
};
