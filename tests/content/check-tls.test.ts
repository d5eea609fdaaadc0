import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTls } from '../../src/checks/rules/check-tls.ts';
import { problemsOfCommand } from './good-page.ts';

test('s_client asks for the name, or hands the certificate on', () => {
  for (const command of [
    'openssl s_client -connect HOST:4242 -verify_hostname HOST',
    'openssl s_client -connect HOST:4242 </dev/null | openssl x509 -noout -subject',
    'openssl x509 -in 4242.pem -noout -subject',
  ]) {
    assert.deepEqual(problemsOfCommand(checkTls, command), [], command);
  }
  const [problem] = problemsOfCommand(checkTls, 'openssl s_client -connect HOST:4242 </dev/null');
  assert.match(problem?.right ?? '', /-verify_hostname/);
});

test('old versions are looked for with something that speaks them', () => {
  for (const old of ['-tls1', '-tls1_1', '-ssl3']) {
    const command = `openssl s_client ${old} -connect HOST:4242 -verify_hostname HOST`;
    assert.match(problemsOfCommand(checkTls, command)[0]?.right ?? '', /ssl-enum-ciphers/, old);
  }
  const current = 'openssl s_client -tls1_2 -connect HOST:4242 -verify_hostname HOST';
  assert.deepEqual(problemsOfCommand(checkTls, current), []);
});

test('`ok` alone proves nothing: it is printed without a certificate, too', () => {
  const command = 'openssl s_client -connect HOST:4242 -verify_hostname HOST';
  const wrongWith = (healthy: string) => problemsOfCommand(checkTls, command, healthy).length;
  assert.equal(wrongWith('`Verify return code: 0 (ok)`'), 1);
  assert.equal(wrongWith('`Verification: OK`'), 1);
  assert.equal(wrongWith('`Verified peername: HOST` and `Verify return code: 0 (ok)`'), 0);
});
