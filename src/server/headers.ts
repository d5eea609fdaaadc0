/**
 * The headers of every answer, in one place: the service applies these rules, and public/_headers,
 * for hosts of static files, is written from them.
 */
import { feedbackAddress } from '../site/feedback.ts';
import { otherOrigin } from './feedback-origin.ts';

export interface HeaderRule {
  /** An address, in which one `*` stands for any text. */
  path: string;
  headers: Readonly<Record<string, string>>;
}

/**
 * Everything a page uses comes from the site itself; the search index is WebAssembly.
 * @param feedback where answers are sent, which may be another host
 */
export function contentSecurityPolicy(feedback: string): string {
  const answers = ["'self'", otherOrigin(feedback)].filter(Boolean).join(' ');
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${answers}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    `form-action ${answers}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The extensions of the files that other sites may read from scripts. */
const openData = ['json', 'csv', 'txt', 'xml'];

/** Of two rules that match, the later one has the last word. */
export const headerRules: readonly HeaderRule[] = [
  {
    path: '/*',
    headers: {
      'Content-Security-Policy': contentSecurityPolicy(feedbackAddress()),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'public, max-age=300, must-revalidate',
    },
  },
  // The name of each of these files has a hash of its content in it.
  {
    path: '/_assets/*',
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  },
  ...openData.map((extension) => ({
    path: `/*.${extension}`,
    headers: { 'Access-Control-Allow-Origin': '*' },
  })),
];

const compiledRules = headerRules.map(({ path, headers }) => ({
  pattern: new RegExp(`^${path.split('*').map(RegExp.escape).join('.*')}$`),
  headers,
}));

export function headersFor(pathname: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of compiledRules) {
    if (rule.pattern.test(pathname)) Object.assign(headers, rule.headers);
  }
  return headers;
}
