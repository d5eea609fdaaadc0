/** What is said of a port that was found: whether it deserves a look, and why. */

/** Ordered; 'fine' may have a reason, too: what spoke for a look, and why it does not count. */
export const ATTENTIONS = ['now', 'look', 'fine'] as const;
export type Attention = (typeof ATTENTIONS)[number];

export interface Judged {
  attention: Attention;
  reason: string;
}
