/** Messages that people paste: what each means, and the guide that tells more. */

import { anyOf } from '../../base/patterns.ts';
import { FIRST_USER_PORT } from '../../base/ranges.ts';
import { LONGEST_QUERY } from './ascii.ts';

export interface ErrorText {
  /** The guide's file name under content/guides. */
  guide: string;
  title: string;
  /** Said where the guide does not exist yet. */
  meaning: string;
}

interface Rule extends ErrorText {
  pattern: RegExp;
}

const EXCLUDED = 'windows-excluded-ranges';
const BELOW_1024 = 'ports-below-1024';

export const ERRORS: readonly Rule[] = [
  {
    guide: 'browser-refused-ports',
    title: 'The browser refuses this port',
    meaning:
      'Browsers open no address with certain ports, because other services than web servers ' +
      'listen there. Choose another port for a web server; the page of each port says whether ' +
      'browsers refuse it.',
    pattern:
      /unsafe[_ -]?port|address is restricted|restricted network port|port_access_not_allowed|bad port/i,
  },
  {
    guide: EXCLUDED,
    title: 'Windows keeps this port for itself',
    meaning:
      'Windows sets aside ranges of ports, for Hyper-V and WSL among others; no program can ' +
      'listen in them, though nothing seems to. "netsh interface ipv4 show excludedportrange ' +
      'protocol=tcp" lists them.',
    pattern:
      /forbidden by its access permissions|wsaeacces|\b10013\b|excludedportrange|excluded port range/i,
  },
  {
    guide: 'address-already-in-use',
    title: 'Another process has this port',
    meaning:
      'A process listens there already, perhaps an earlier run of the same program. The page ' +
      'of the port says how to find it on each system.',
    pattern: anyOf(
      [
        /eaddrinuse|already in use|only one usage of each socket|bindexception/,
        /\bport \d+ is (?:currently )?(?:in use|used|taken|occupied)/,
        /(?:address|port \d*|socket|port is|endpoint)\s*(?:is |was )?already (?:allocated|bound)/,
        /\b10048\b|errno (?:98|48)\b/,
      ],
      'i',
    ),
  },
  {
    guide: BELOW_1024,
    title: 'Ports below 1024 ask for a privilege',
    meaning:
      'On Linux, the BSDs and Solaris only root, or a process with the capability for it, may ' +
      'listen on a port below 1024. Choose a higher port, or grant the capability.',
    pattern: anyOf(
      [
        /\beacces\b|bind\b.*permission denied|permission denied.*\bbind/,
        /cannot bind to privileged|privileged port|could not bind.*permission/,
      ],
      'i',
    ),
  },
];

export function errorIn(message: string, port?: number): ErrorText | undefined {
  const text = message.slice(0, LONGEST_QUERY); // 'bind' may stand before 'denied' as often as there is room.
  const rule = ERRORS.find(({ pattern }) => pattern.test(text));
  // Node and Go give Windows' refusal the same name; up there no system asks for a privilege.
  const named =
    rule?.guide === BELOW_1024 && port !== undefined && port >= FIRST_USER_PORT
      ? EXCLUDED
      : rule?.guide;
  return ERRORS.find(({ guide }) => guide === named);
}
