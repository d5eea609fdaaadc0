/** The rules, in the order in which they are explained. */
import type { Rule } from './rule.ts';
import { characters } from './rules/characters.ts';
import { checkCommands } from './rules/check-commands.ts';
import { checkFindstr } from './rules/check-findstr.ts';
import { checkNames } from './rules/check-names.ts';
import { checkSilence } from './rules/check-silence.ts';
import { checkSudo } from './rules/check-sudo.ts';
import { checkTls } from './rules/check-tls.ts';
import { claims } from './rules/claims.ts';
import { codeBlocks } from './rules/code-blocks.ts';
import { cveFixed } from './rules/cve-fixed.ts';
import { cveRecord } from './rules/cve-record.ts';
import { dates } from './rules/dates.ts';
import { exposureSource } from './rules/exposure-source.ts';
import { fileName } from './rules/file-name.ts';
import { length } from './rules/length.ts';
import { links } from './rules/links.ts';
import { livingSources } from './rules/living-sources.ts';
import { openedSources } from './rules/opened-sources.ts';
import { ports } from './rules/ports.ts';
import { registry } from './rules/registry.ts';
import { repetition } from './rules/repetition.ts';
import { reviewed } from './rules/reviewed.ts';
import { schema } from './rules/schema.ts';
import { sourceCount } from './rules/source-count.ts';
import { sourceExists } from './rules/source-exists.ts';
import { sourceUsed } from './rules/source-used.ts';
import { stockPhrases } from './rules/stock-phrases.ts';
import { structure } from './rules/structure.ts';
import { summary } from './rules/summary.ts';
import { syntax } from './rules/syntax.ts';
import { useNames } from './rules/use-names.ts';

export const RULES: readonly Rule[] = [
  characters,
  syntax,
  schema,
  fileName,
  registry,
  claims,
  sourceExists,
  sourceUsed,
  sourceCount,
  openedSources,
  livingSources,
  cveRecord,
  cveFixed,
  exposureSource,
  dates,
  ports,
  checkCommands,
  checkSudo,
  checkTls,
  checkFindstr,
  checkSilence,
  checkNames,
  useNames,
  summary,
  structure,
  links,
  codeBlocks,
  length,
  stockPhrases,
  repetition,
  reviewed,
];
