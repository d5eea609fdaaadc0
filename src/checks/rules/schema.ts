/** The frontmatter is what src/facts/schemas/port-page.ts or guide.ts says, field by field. */
import { z } from 'zod';
import { guide } from '../../facts/schemas/guide.ts';
import { portPage } from '../../facts/schemas/port-page.ts';
import { valueAt } from '../fields.ts';
import type { Page } from '../page.ts';
import { pathText } from '../passages.ts';
import type { Problem, Rule } from '../rule.ts';

export const schema: Rule = {
  name: 'schema',
  description: 'every field is known and well formed',
  check(page) {
    if (page.front.errors.length > 0) return [];
    const result = SCHEMAS[page.kind].safeParse(page.front.value);
    return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(page, issue));
  },
};

const SCHEMAS = { port: portPage, guide } as const;

function problemsOf(page: Page, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(SCHEMAS[page.kind], path);
    return issue.keys.map((key) => ({
      line: page.front.lineOf([...path, key]),
      wrong: `${pathText([...path, key])}: no such field`,
      // { reason: a, b } is what a comma without quotes comes to.
      right:
        valueAt(page.front.value, [...path, key]) === null
          ? 'put the text before it in quotes: inside { } a comma ends it'
          : `the fields here are ${known.join(', ')}`,
    }));
  }
  const value = valueAt(page.front.value, path);
  const name = pathText(path) || 'the frontmatter';
  const wrong = value === undefined ? `${name} is missing` : `${name}: ${show(value)} does not fit`;
  return [{ line: page.front.lineOf(path), wrong, right: remedyOf(issue, value) }];
}

/** The schema's own message where it has one; else zod's, in our words. */
function remedyOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (!/^(Invalid|Too (big|small)|Unrecognized)/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_value') return `write one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') {
    const quoted = issue.expected === 'string' && typeof value !== 'object' && value !== undefined;
    return quoted
      ? `put it in quotes: "${String(value)}"`
      : `write ${KINDS[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return `list at least ${issue.minimum}`;
  return issue.message;
}

const KINDS: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'a map of fields',
  int: 'a whole number',
  number: 'a number',
};

function show(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The names of the fields that the schema allows at this path. */
function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let at = schema;
  for (const step of path) {
    at = bare(at);
    if (at instanceof z.ZodObject) at = at.shape[step as string];
    else if (at instanceof z.ZodArray) at = at.element as z.core.$ZodType;
  }
  at = bare(at);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function bare(type: z.core.$ZodType): z.core.$ZodType {
  return type instanceof z.ZodDefault || type instanceof z.ZodOptional ? type.unwrap() : type;
}
