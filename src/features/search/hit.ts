/** A result, as the box and the page show it. */

/** Headings, as a colleague would say them. */
export const PORT = 'Port';
export const PORTS = 'Ports';
export const MESSAGE = 'What this message means';
export const GUIDES = 'Guides and tools';
export const INSTEAD = 'Probably meant';
export const TOGETHER = 'Names with these words';
export const NEAR = 'Similar names';
export const PARTLY = 'Names with some of these words';
export const MENTIONS = 'Pages with these words';
export const SOME_MENTIONS = 'Pages with some of these words';
export const namedHeading = (typed: string) => `Ports named ‘${typed}’`;
export const begunHeading = (typed: string) => `Names that begin with ‘${typed}’`;
export const topicHeading = (label: string) => `Topic: ${label}`;

/** Said of a port that no source says anything of. */
export const NOTHING = 'We have no record of a program that uses it.';

export interface Hit {
  /** The heading that it stands under. */
  group: string;
  href: string;
  /** Left out where the result is a guide or a tool. */
  port?: number;
  /** The last port of a row that stands for a run of ports. */
  last?: number;
  /** What the port is called; left out where the box may know it. */
  name?: string | undefined;
  /** What it is, in one line. */
  line?: string | undefined;
  /** Why it is a result, where its name does not say it. What matches stands between two MARKs. */
  why?: string;
  /** Status and transports, as state.ts writes them. */
  state?: string | undefined;
  /** Whether somebody wrote the port's story. */
  story?: boolean;
  /** The guide to a message, whether or not it is written. */
  guide?: string;
}
