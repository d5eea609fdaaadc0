/**
 * Strict-Transport-Security, for a site that is only ever read over HTTPS: this server speaks HTTP, and
 * whoever puts TLS in front of it says so in PORTOLAN_HSTS. Not sent by itself, since a browser that has
 * seen it once refuses plain HTTP for as long as it says, on the whole host.
 */
import { ServeError } from '../base/serve-error.ts';

const VALUE = /^max-age=\d{1,10}(?:; includeSubDomains)?(?:; preload)?$/;

export function transportSecurity({
  PORTOLAN_HSTS: value,
}: Readonly<Record<string, string | undefined>>): Record<string, string> {
  if (!value) return {};
  if (!VALUE.test(value)) {
    throw new ServeError(
      `PORTOLAN_HSTS must be like 'max-age=31536000; includeSubDomains', not '${value}'`,
    );
  }
  return { 'Strict-Transport-Security': value };
}
