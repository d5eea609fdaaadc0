/**
 * `openssl s_client` says "ok" to anybody's certificate unless a name is asked for, and refuses old
 * versions by itself.
 */
import type { Rule } from '../rule.ts';
import { programsIn } from '../shell.ts';

const SAYS_OK = /Verify return code: 0|Verification: OK/;

export const checkTls: Rule = {
  name: 'check-tls',
  description:
    '`openssl s_client` asks for the name, and is not used to look for old versions of TLS',
  check({ front, fields }) {
    return fields.checks.flatMap(({ value, path }) => {
      const programs = programsIn(value.command);
      // Whoever hands the certificate on to x509 reads the names with their own eyes.
      const read = programs.some(({ name, args }) => name === 'openssl' && /^x509\b/.test(args));
      const clients = programs.filter(
        ({ name, args }) => name === 'openssl' && /^s_client\b/.test(args),
      );
      const problems: (readonly [string, string])[] = clients.flatMap(({ args }) => [
        ...(read || /-verify_(?:hostname|ip)\b/.test(args)
          ? []
          : [
              [
                's_client accepts a certificate in any name',
                'add `-verify_hostname HOST`',
              ] as const,
            ]),
        ...(/-(?:tls1(?:_1)?|ssl[23])\b/.test(args)
          ? [
              [
                'an OpenSSL of today refuses this version itself',
                'use `nmap --script ssl-enum-ciphers`',
              ] as const,
            ]
          : []),
      ]);
      if (clients.length > 0 && SAYS_OK.test(value.healthy) && !/peername/.test(value.healthy))
        problems.push([
          '`ok` is printed without a certificate, too',
          'ask for `Verified peername`',
        ]);
      const line = front.lineOf([...path, 'command']);
      return problems.map(([wrong, right]) => ({ line, wrong, right, what: value.label }));
    });
  },
};
