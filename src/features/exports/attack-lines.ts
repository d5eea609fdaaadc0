/** /attacks.json: what is tried on which port, and by which malware a port is used. */
import type { Atlas } from '../../facts/atlas/atlas.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { AttackLine } from '../../facts/schemas/bulk-json.ts';

export const attackLines = (atlas: Atlas): AttackLine[] =>
  atlas
    .documented()
    .map((port) => atlas.port(port))
    .filter(({ amplification, attacks, malware }) =>
      [amplification, attacks, malware].some((facts) => facts.length > 0),
    )
    .map(lineOf);

function lineOf({ amplification, attacks, malware, port }: PortRecord): AttackLine {
  const exploited = attacks.flatMap(({ vulnerabilities }) =>
    vulnerabilities.filter((one) => one.exploited).map(({ cve }) => cve),
  );
  return {
    port,
    exploited: [...new Set(exploited)].sort(),
    attacks: attacks.map(({ count, date, kind, name, source, vulnerabilities }) => ({
      source,
      kind,
      name,
      date,
      cves: vulnerabilities.map(({ cve }) => cve),
      count,
    })),
    malware: malware.map(({ does, name, share, source, year }) => ({
      source,
      name,
      does,
      year,
      ...(share && { share }),
    })),
    amplification: amplification.map(({ factor, protocol, source }) => ({
      source,
      protocol,
      factor,
    })),
  };
}
