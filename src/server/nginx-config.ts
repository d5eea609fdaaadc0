/**
 * nginx in front of dist/ and the feedback service: a configuration made of the same rules that the
 * built-in server goes by. `node src/cli/nginx.ts` prints it; deploy/nginx.conf is what it prints.
 */
import { FEEDBACK_PATH } from '../base/feedback-values.ts';
import { PORT_404_FILE_ADDRESS } from '../base/page-files.ts';
import { type ContentType, namedTypes, types } from './content-types.ts';
import { headerRules } from './headers.ts';
import { plain, redirectLines, redirectMaps } from './nginx-redirects.ts';
import { REDIRECT_STATUS } from './redirects.ts';

export interface NginxOptions {
  /** An address or a port, as `listen` takes it. */
  listen: string;
  name: string;
  /** The folder that was built. */
  root: string;
  /** The feedback service. */
  upstream: string;
  /** Names of services that lead to ports; a pattern, so that the file may be missing. */
  names: string;
  /** Whether the module is loaded that compresses with Brotli. */
  brotli: boolean;
}

export const SAMPLE: NginxOptions = {
  listen: '80',
  name: 'ports.example',
  root: '/srv/portolan/dist',
  upstream: '127.0.0.1:4322',
  names: '/etc/nginx/portolan-names*.map',
  brotli: false,
};

export function nginxConfig(options: NginxOptions): string {
  const { listen, name, names, root, upstream } = options;
  return `# Written by src/server/nginx-config.ts: change it there, and run node src/cli/nginx.ts.
# It belongs in nginx's http context: save it as /etc/nginx/conf.d/portolan.conf, with your own
# name, folder and certificate, and run nginx -t.

map_hash_max_size 65536;
map_hash_bucket_size 128;

# Where an address leads that is not the one to use.
${redirectMaps(names)}

# The headers of an address.
${headerMaps()}

upstream portolan_feedback {
  server ${upstream};
  keepalive 16;
}

server {
  listen ${listen};
  server_name ${name};
  root ${root};
  server_tokens off;
  absolute_redirect off;
  client_body_timeout 10s;
  client_header_timeout 10s;
  client_max_body_size 16k;
  error_page 404 /404.html;
${indent([...redirectLines(REDIRECT_STATUS), ...headerLines()], 2)}
${indent(typeLines(), 2)}
${indent(compressionLines(options), 2)}

  location / {
    try_files $uri $uri.html =404;
  }
  location = / {
    try_files /index.html =404;
  }
  # Port 404 has a page like any other; 404.html is the page of what is not there.
  location = /404 {
    try_files ${PORT_404_FILE_ADDRESS}.html =404;
  }
${namedTypes.map(typeLocation).join('\n')}
  # The build's own notes, and what is for hosts of another kind.
  location ~ "/(?:\\.|_headers(?:/|$)|_redirects(?:/|$))" {
    return 404;
  }

  location ${FEEDBACK_PATH} {
${indent(proxyLines(), 4)}
  }
  # For Prometheus on this machine.
  location = ${FEEDBACK_PATH}/metrics {
    allow 127.0.0.1;
    allow ::1;
    deny all;
${indent(proxyLines(), 4)}
  }
  # The widget keeps an answer that was not stored, and tries again.
  location @portolan_away {
    default_type application/json;
    add_header Retry-After 30 always;
    add_header Cache-Control no-store always;
    return 503 '{"error":"answers cannot be stored at the moment"}';
  }
}
`;
}

/** A map for each header: nginx forgets all headers of the outside where it is given one inside. */
function headerMaps(): string {
  const names = new Set(headerRules.flatMap(({ headers }) => Object.keys(headers)));
  return [...names].map(headerMap).join('\n');
}

/** Of two rules that match, nginx goes by the first one, and ours by the last. */
function headerMap(name: string): string {
  const rules = headerRules.filter(({ headers }) => name in headers).toReversed();
  const lines = rules.map(({ path, headers }) => {
    const pattern = path.split('*').map(plain).join('.*');
    return `  "~^\\d+ ${pattern}$" "${headers[name]}";`;
  });
  // Tomorrow the page may be there.
  if (name === 'Cache-Control') lines.unshift('  "~^[45]" no-cache;');
  return [`map "$status $portolan_path" ${variableOf(name)} {`, ...lines, '}'].join('\n');
}

function headerLines(): string[] {
  const names = new Set(headerRules.flatMap(({ headers }) => Object.keys(headers)));
  return [...names].map((name) => `add_header ${name} ${variableOf(name)} always;`);
}

function variableOf(name: string): string {
  return `$portolan_${name.toLowerCase().replaceAll('-', '_')}`;
}

/** What the extension does not tell. */
function typeLocation({ path, type }: { path: string; type: string }): string {
  const place = path.endsWith('*') ? `^~ ${path.slice(0, -1)}` : `= ${path}`;
  return `  location ${place} {
    types { }
    default_type ${bareType({ type })};
    try_files $uri =404;
  }`;
}

/** By extension and by name. */
const kinds: readonly ContentType[] = [
  ...types.values(),
  ...namedTypes.map(({ type }) => ({ type, compressible: true })),
];

function bareType({ type }: { type: string }): string {
  return type.replace(/;.*/, '');
}

function typeLines(): string[] {
  const extensions = Map.groupBy(types, ([, type]) => bareType(type));
  const lines = [...extensions].map(
    ([type, entries]) => `  ${type} ${entries.map(([extension]) => extension.slice(1)).join(' ')};`,
  );
  const withCharset = kinds.filter(({ type }) => type.includes('charset='));
  return [
    'types {',
    ...lines,
    '}',
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${listed(withCharset)};`,
  ];
}

function compressionLines({ brotli }: NginxOptions): string[] {
  const packed = listed(kinds.filter(({ compressible }) => compressible));
  const off = brotli ? '' : '# ';
  return [
    'gzip on;',
    'gzip_vary on;',
    'gzip_comp_level 6;',
    'gzip_min_length 860;',
    `gzip_types ${packed};`,
    ...(brotli
      ? []
      : ['# With the module for Brotli, which Debian has as libnginx-mod-http-brotli-filter:']),
    `${off}brotli on;`,
    `${off}brotli_comp_level 5;`,
    `${off}brotli_min_length 860;`,
    `${off}brotli_types ${packed};`,
  ];
}

/** text/html is in every such list by itself, and nginx warns of a second one. */
function listed(list: { type: string }[]): string {
  return [...new Set(list.map(bareType))].filter((type) => type !== 'text/html').join(' ');
}

/** The service adds its own headers; with PORTOLAN_FEEDBACK_PROXIES=1 it believes this address. */
function proxyLines(): string[] {
  return [
    'add_header Vary ""; # Empty, so not sent; but with it, no header of the site is.',
    'proxy_pass http://portolan_feedback;',
    'proxy_http_version 1.1;',
    'proxy_set_header Connection "";',
    'proxy_set_header Host $http_host;',
    'proxy_set_header X-Forwarded-For $remote_addr;',
    'proxy_connect_timeout 2s;',
    'proxy_read_timeout 20s;',
    'error_page 502 504 = @portolan_away;',
  ];
}

function indent(lines: readonly string[], by: number): string {
  return lines.map((line) => ' '.repeat(by) + line).join('\n');
}
