/** A result, as the box and the page show it. */

export const GROUPS = {
  message: 'the message',
  port: 'the port',
  named: 'named so',
  mentions: 'mentions',
} as const;
export type Group = keyof typeof GROUPS;

export interface Hit {
  group: Group;
  href: string;
  /** The guide's name, for a message that is known. */
  guide?: string;
  /** Left out where the result is a guide. */
  port?: number;
  /** What the port is called; left out where the box knows it. */
  name?: string | undefined;
  /** Status and transports, as state.ts writes them; left out where they are not at hand. */
  state?: string | undefined;
  /** Why it is a result. */
  why?: string;
}
