import type { Rule } from './rule.ts';
import { budget } from './rules/budget.ts';
import { canonical } from './rules/canonical.ts';
import { commands } from './rules/commands.ts';
import { eMail } from './rules/e-mail.ts';
import { empty } from './rules/empty.ts';
import { facts } from './rules/facts.ts';
import { foreign } from './rules/foreign.ts';
import { handlers } from './rules/handlers.ts';
import { headings } from './rules/headings.ts';
import { ids } from './rules/ids.ts';
import { language } from './rules/language.ts';
import { names } from './rules/names.ts';
import { placeholders } from './rules/placeholders.ts';
import { policy } from './rules/policy.ts';
import { repeated } from './rules/repeated.ts';
import { services } from './rules/services.ts';
import { tables } from './rules/tables.ts';
import { wellFormed } from './rules/well-formed.ts';

/** Each looks at one page at a time. What holds between pages is in `whole-site.ts`. */
export const RULES: readonly Rule[] = [
  wellFormed,
  names,
  canonical,
  language,
  ids,
  headings,
  tables,
  empty,
  placeholders,
  commands,
  repeated,
  facts,
  services,
  budget,
  policy,
  handlers,
  foreign,
  eMail,
];
