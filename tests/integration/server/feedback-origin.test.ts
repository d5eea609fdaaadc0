import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { otherOrigin } from '../../../src/server/feedback-origin.ts';
import { contentSecurityPolicy } from '../../../src/server/headers.ts';

const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `));

describe('where answers are sent', () => {
  test('a path is the site’s own host, and an address another', () => {
    for (const own of ['', '/api/feedback', '/x?y']) assert.equal(otherOrigin(own), undefined);
    assert.equal(otherOrigin('https://answers.example/api/feedback'), 'https://answers.example');
    assert.equal(otherOrigin('http://localhost:4322/'), 'http://localhost:4322');
    for (const wrong of ['//evil.example', 'api', 'javascript:1', "https://a b'; x"]) {
      assert.throws(() => otherOrigin(wrong), /PORTOLAN_FEEDBACK/);
    }
  });

  test('the policy lets a page send answers there, and do nothing else', () => {
    const own = contentSecurityPolicy('/api/feedback');
    const other = contentSecurityPolicy('https://answers.example/api/feedback');
    for (const name of ['connect-src', 'form-action']) {
      assert.equal(directive(own, name), `${name} 'self'`);
      assert.equal(directive(other, name), `${name} 'self' https://answers.example`);
    }
    assert.equal(other.replaceAll(' https://answers.example', ''), own);
    assert.equal(contentSecurityPolicy(''), own);
  });

  test('the file of headers for hosts is made with it', () => {
    const script = "import('./src/server/host-files.ts').then((m) => console.log(m.headersFile()))";
    const { stdout } = spawnSync(process.execPath, ['-e', script], {
      cwd: join(import.meta.dirname, '../../..'),
      env: { ...process.env, PORTOLAN_FEEDBACK: 'https://answers.example/api/feedback' },
      encoding: 'utf8',
    });
    assert.match(stdout, /connect-src 'self' https:\/\/answers\.example;/);
  });
});
