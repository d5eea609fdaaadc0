/** Dates are written as exactly as they are known, and compared only that far. */
import type { Fields } from '../fields.ts';
import type { Path } from '../frontmatter.ts';
import type { Problem, Rule } from '../rule.ts';

export const dates: Rule = {
  name: 'dates',
  description: 'dates exist, are in order, and none lies in the future',
  check({ front, fields }, { today }) {
    const problems: Problem[] = [];
    const report = (path: Path, wrong: string, right: string) =>
      problems.push({ line: front.lineOf(path), wrong, right });

    for (const { date, path, name } of allDates(fields)) {
      if (!exists(date))
        report(path, `${name} ${date} is not in the calendar`, 'write a day that exists');
      if (isAfter(date, today))
        report(path, `${name} ${date} lies in the future`, `today is ${today}`);
    }
    const { updated } = fields;
    for (const { value, path } of [...fields.history, ...fields.facts]) {
      if (updated === undefined || isAfter(value.date, today) || !isAfter(value.date, updated))
        continue;
      report(
        [...path, 'date'],
        `${value.date} is later than the page, which is of ${updated}`,
        'bring `updated` up to date',
      );
    }
    for (const [index, { value, path }] of fields.history.entries()) {
      const before = fields.history[index - 1];
      if (!before || !isAfter(before.value.date, value.date)) continue;
      report(
        [...path, 'date'],
        `${value.date} stands after ${before.value.date}`,
        'put the history in order, the oldest first',
      );
    }
    for (const { value, path } of fields.uses) {
      if (!value.since || !value.until || !isAfter(value.since, value.until)) continue;
      report(
        [...path, 'until'],
        `until ${value.until} is before since ${value.since}`,
        'exchange them, or correct one',
      );
    }
    for (const { value, path } of fields.sources) {
      if (!value.date || isAfter(value.date, today) || !isAfter(value.date, value.checked))
        continue;
      report(
        [...path, 'checked'],
        `checked ${value.checked} is before the source's date ${value.date}`,
        'correct one of them',
      );
    }
    return problems;
  },
};

function allDates(fields: Fields): { date: string; path: Path; name: string }[] {
  const from = <T extends object>(
    list: { value: T; path: Path }[],
    ...names: (keyof T & string)[]
  ) =>
    list.flatMap(({ value, path }) =>
      names.flatMap((name) => {
        const date = value[name];
        return typeof date === 'string' ? [{ date, path: [...path, name], name }] : [];
      }),
    );
  return [
    ...from(fields.uses, 'since', 'until'),
    ...from(fields.history, 'date'),
    ...from(fields.facts, 'date'),
    ...from(fields.sources, 'date', 'checked'),
    ...(fields.updated ? [{ date: fields.updated, path: ['updated'], name: 'updated' }] : []),
  ];
}

/** Whether a is certainly later than b: '2017' is neither before nor after '2017-05-12'. */
function isAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

/** The schema lets 2023-02-30 pass. */
function exists(date: string): boolean {
  if (date.length < 10) return true;
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
