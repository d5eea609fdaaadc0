import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readReviews } from '../../src/checks/reviews.ts';
import { reviewed } from '../../src/checks/rules/reviewed.ts';
import { goodGuideWith } from './good-guide.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

test('a page that nobody has read is found; guides have no line', () => {
  const { page, line } = goodPageWith();
  assert.deepEqual(problemsOf(reviewed, page, { reviewed: new Set([4242]) }), []);
  const [problem] = problemsOf(reviewed, page, { reviewed: new Set([4243]) });
  assert.equal(problem?.line, line('port: 4242'));
  assert.match(problem?.right ?? '', /a line for 4242 to REVIEWS\.csv/);
  assert.deepEqual(problemsOf(reviewed, goodGuideWith().page, { reviewed: new Set() }), []);
});

const dir = mkdtempSync(join(tmpdir(), 'portolan-reviews-'));
after(() => rmSync(dir, { recursive: true }));

function readLine(line: string) {
  const file = join(dir, 'REVIEWS.csv');
  writeFileSync(file, `port,reader,day,claims,wrong,mended,note\n${line}\n`);
  return readReviews(file);
}

test('a line is read', () => {
  assert.deepEqual(readLine('443,reader-2,2026-11-29,14,1,1,"HTTP/3, the year"'), [
    {
      port: 443,
      reader: 'reader-2',
      day: '2026-11-29',
      claims: 14,
      wrong: 1,
      mended: 1,
      note: 'HTTP/3, the year',
    },
  ]);
});

test('a line that cannot be true is refused, with its line', () => {
  const refuses = (line: string, message: RegExp) =>
    assert.throws(() => readLine(line), { message });
  refuses('443,reader-2,2026-11-29,14,1,0,', /REVIEWS\.csv.*2.*1 wrong and 0 mended/);
  refuses('443,reader-2,2026-11-29,1,2,2,', /2 of 1 claims wrong/);
  refuses('443,reader-2,2026-11-29,0,0,0,', /at least one claim/);
  refuses('443,a@example.org,2026-11-29,3,0,0,', /short name/);
  refuses('70000,reader-2,2026-11-29,3,0,0,', /ports end at 65535/);
  refuses('443,reader-2,yesterday,3,0,0,', /write the day/);
});
