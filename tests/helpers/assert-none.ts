import assert from 'node:assert/strict';

const SHOWN = 12;

/** Names the first few offenders, and how many there are: a fault of the site can be on 65,536 pages. */
export function assertNone(offenders: readonly unknown[], what = 'at fault'): void {
  if (offenders.length === 0) return;
  const rest = offenders.length > SHOWN ? `\n… and ${offenders.length - SHOWN} more` : '';
  assert.fail(`${offenders.length} ${what}:\n${offenders.slice(0, SHOWN).join('\n')}${rest}`);
}
