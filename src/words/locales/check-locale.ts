/** What is wrong with a locale: schema, placeholders, plural forms, words left in English. */
import { type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser';
import { localeMessages } from '../../facts/schemas/locale.ts';
import { flatten, messageRules } from './messages.ts';

export interface LocaleFinding {
  path: string;
  problem: string;
}

/** Words that are the same in many languages, or are no words: names, signs, commands. */
const SAME_EVERYWHERE =
  /^[\s\d\W]*$|^(Portolan|Linux|macOS|Windows|FAQ|PowerShell: TcpTestSucceeded\.)$/;

export function checkLocale(code: string, value: unknown, english: unknown): LocaleFinding[] {
  const parsed = localeMessages.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map(({ message, path }) => ({
      path: path.join('.'),
      problem: message,
    }));
  }
  const rules = messageRules();
  const findings: LocaleFinding[] = [];
  const texts = flatten(parsed.data);
  const originals = originalsFor(texts, english);
  for (const [path, text] of texts) {
    const placeholders = rules.get(path)?.placeholders ?? placeholdersOf(originals.get(path));
    findings.push(...(placeholders ? checkMessage(code, path, text, placeholders) : []));
    const words = text.replaceAll(/\{\w+\}/g, '');
    const identical =
      code !== 'en' &&
      originals.get(path) === text &&
      words.length > 12 &&
      !path.endsWith('.id') &&
      !path.startsWith('language.');
    if (identical && !SAME_EVERYWHERE.test(words))
      findings.push({ path, problem: 'is left in English' });
  }
  for (const path of originals.keys()) {
    if (!texts.has(path)) findings.push({ path, problem: 'is missing' });
    else if (path.endsWith('.id') && texts.get(path) !== originals.get(path)) {
      findings.push({
        path,
        problem: `must be '${originals.get(path)}': ids and their order are the same in every language`,
      });
    }
  }
  return findings;
}

/** A language that has no words for a port's record yet shows those of English. */
function originalsFor(texts: ReadonlyMap<string, string>, english: unknown): Map<string, string> {
  const originals = flatten(english);
  const translated = [...texts.keys()].some((path) => path.startsWith(PORT));
  return translated
    ? originals
    : new Map([...originals].filter(([path]) => !path.startsWith(PORT)));
}

const PORT = 'port.';

/** What English fills in, every other language must fill in too. */
function placeholdersOf(message: string | undefined): string[] | undefined {
  if (message === undefined) return undefined;
  const used = new Set<string>();
  visit(parse(message), (element) => {
    if ('value' in element && element.type !== LITERAL) used.add(element.value);
  });
  return [...used];
}

function checkMessage(
  code: string,
  path: string,
  text: string,
  placeholders: readonly string[],
): LocaleFinding[] {
  let elements: MessageFormatElement[];
  try {
    elements = parse(text);
  } catch (error) {
    return [{ path, problem: `is no ICU message: ${(error as Error).message}` }];
  }
  const used = new Set<string>();
  const findings: LocaleFinding[] = [];
  visit(elements, (element) => {
    if (element.type === PLURAL) {
      const has = Object.keys(element.options);
      const needed = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
      // '=0 {} other {…}' asks whether there is anything, and counts nothing.
      const counts = has.some((form) => form !== 'other' && !form.startsWith('='));
      const missing = counts ? needed.filter((category) => !has.includes(category)) : [];
      if (missing.length > 0)
        findings.push({ path, problem: `lacks the plural forms ${missing.join(', ')}` });
    }
    if ('value' in element && element.type !== LITERAL) used.add(element.value);
  });
  for (const name of placeholders) {
    if (!used.has(name)) findings.push({ path, problem: `lacks the placeholder {${name}}` });
  }
  for (const name of used) {
    if (!placeholders.includes(name))
      findings.push({ path, problem: `has a placeholder {${name}} that nothing fills` });
  }
  return findings;
}

const LITERAL = 0;
const SELECT = 5;
const PLURAL = 6;

function visit(
  elements: MessageFormatElement[],
  act: (element: MessageFormatElement) => void,
): void {
  for (const element of elements) {
    act(element);
    if (element.type === PLURAL || element.type === SELECT)
      for (const { value } of Object.values(element.options)) visit(value, act);
  }
}
