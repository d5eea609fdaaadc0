/** Amplification, who watches a port, and how many hosts once answered on it. */
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import type { Amplification } from '../../facts/atlas/uses.ts';
import { date, inEnglish, name, names, said, type Value } from '../messages/said.ts';
import type { SecurityLine } from './security-line.ts';

const MOST_NAMES = 4;

export const amplificationLines = ({ amplification }: PortRecord): SecurityLine[] =>
  amplification.map((entry) => ({
    line: amplificationLine(entry),
    source: entry.source,
    evidence: entry.evidence,
  }));

function amplificationLine({ counted, factor, protocol, reflectors }: Amplification) {
  const values = { protocol: name(protocol), factor: figure(factor) };
  if (reflectors === '') return said('security.amplification', values);
  return said('security.amplificationCounted', {
    ...values,
    reflectors: figure(reflectors),
    dated: counted ? 1 : 0,
    date: date(counted ?? ''),
  });
}

/** As the source has it; a range and a rough figure as signs, which need no language. */
function figure(text: string): Value {
  const signs = text.replace(/^about /, '≈ ').replace(/(?<=\d) to (?=\d)/g, '–');
  return /[a-z]/i.test(signs) ? inEnglish(text) : name(signs);
}

export function watcherLines({ watched }: PortRecord, sources: SourceIndex): SecurityLine[] {
  const narrow = watched.filter(({ wide }) => !wide);
  const rules = Map.groupBy(
    narrow.filter(({ kind }) => kind === 'rules'),
    ({ source }) => source,
  );
  const ruleLines = [...rules].map(([source, group]): SecurityLine => {
    const found = sources.get(source);
    const count = group.reduce((sum, entry) => sum + entry.count, 0);
    const list = name(found?.short ?? source);
    return { line: said('security.rules', { list, count }), source };
  });
  const pots = narrow.filter(({ kind }) => kind === 'honeypot');
  if (pots.length === 0) return ruleLines;
  const shown = [...new Set(pots.map((pot) => pot.name))];
  const line = said('security.honeypots', {
    count: shown.length,
    names: names(shown.slice(0, MOST_NAMES)),
  });
  return [...ruleLines, { line, source: pots[0]?.source ?? '' }];
}

export const exposureLines = ({ exposure }: PortRecord): SecurityLine[] =>
  exposure.map(({ evidence, hosts, source, year }) => ({
    line: said('security.exposure', { hosts, year: name(year) }),
    source,
    evidence,
  }));
