/** A result, as the box and the page show it. */

export const PORT = 'the port';
export const MESSAGE = 'the message';
export const NAMED = 'ports with this name';
export const MENTIONS = 'mentions';

/** Said of an undocumented port. */
export const NOTHING = 'we have no record of it';

export interface Hit {
  /** Where it stands, in the words of its heading. */
  group: typeof PORT | typeof MESSAGE | typeof NAMED | typeof MENTIONS;
  href: string;
  /** Left out where the result is a guide. */
  port?: number;
  /** What the port is called; left out where the box may know it. */
  name?: string | undefined;
  /** 'TCP, UDP · assigned' */
  facts?: string | undefined;
  /** Why it is a result. What matches stands between two MARKs. */
  why?: string;
  /** Status and transports, as state.ts writes them, for the filters. */
  state?: string | undefined;
  /** Whether somebody wrote the port's story. */
  story?: boolean;
  /** The guide to a message, whether or not it is written. */
  guide?: string;
}
