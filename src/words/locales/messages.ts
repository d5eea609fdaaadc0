/** Every message of a locale by its path ('page.faq.title'), with what the schema says of it. */
import { z } from 'zod';
import { localeMessages } from '../../facts/schemas/locale.ts';

export interface MessageRule {
  description: string;
  placeholders: readonly string[];
}

/** The rules of all messages, from the one schema. */
export function messageRules(): Map<string, MessageRule> {
  const rules = new Map<string, MessageRule>();
  collect(localeMessages, '', rules);
  return rules;
}

function collect(schema: z.ZodType, path: string, rules: Map<string, MessageRule>): void {
  if (schema instanceof z.ZodObject) {
    for (const [key, child] of Object.entries(schema.shape)) {
      collect(child as z.ZodType, path === '' ? key : `${path}.${key}`, rules);
    }
    return;
  }
  const { description, placeholders } = schema.meta() ?? {};
  if (description && Array.isArray(placeholders)) rules.set(path, { description, placeholders });
}

/** The texts of a locale by path; those of a list by its index. */
export function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [
      ...flatten(child, path === '' ? key : `${path}.${key}`),
    ]),
  );
}
