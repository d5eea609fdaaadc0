/**
 * The headers of every answer, in one place: the service applies these rules, and public/_headers,
 * for hosts of static files, is written from them.
 */
import { feedbackAddress } from '../site/feedback.ts';
import { otherOrigin } from './feedback-origin.ts';
import { transportSecurity } from './transport-security.ts';

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
/** And of those that they may show: the picture of a link, the chart. */
const pictures = ['png', 'svg'];

/** Pages, scripts and styles are of no use to another site but to attack the reader's browser. */
const policyOf = (who: 'same-origin' | 'cross-origin') => ({ 'Cross-Origin-Resource-Policy': who });

/** Of two rules that match, the later one has the last word. */
export function rulesFor(environment: Readonly<Record<string, string | undefined>>): HeaderRule[] {
  return [
    {
      path: '/*',
      headers: {
        'Content-Security-Policy': contentSecurityPolicy(feedbackAddress()),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
        'Cross-Origin-Opener-Policy': 'same-origin',
        ...policyOf('same-origin'),
        ...transportSecurity(environment),
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
      headers: { 'Access-Control-Allow-Origin': '*', ...policyOf('cross-origin') },
    })),
    ...pictures.map((extension) => ({
      path: `/*.${extension}`,
      headers: policyOf('cross-origin'),
    })),
  ];
}

interface CompiledRule extends HeaderRule {
  pattern: RegExp;
}
let compiled: readonly CompiledRule[] | undefined;

/** Made when they are first needed, so that a setting that makes no sense is said as a sentence. */
export function headerRules(): readonly CompiledRule[] {
  compiled ??= rulesFor(process.env).map((rule) => ({
    ...rule,
    pattern: new RegExp(`^${rule.path.split('*').map(RegExp.escape).join('.*')}$`),
  }));
  return compiled;
}

export function headersFor(pathname: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of headerRules()) {
    if (rule.pattern.test(pathname)) Object.assign(headers, rule.headers);
  }
  return headers;
}
