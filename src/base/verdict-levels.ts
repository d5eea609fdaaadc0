/** The verdict on a port for a program of one's own, best first; data files write a level as its place here. */
export const VERDICT_LEVELS = ['good', 'care', 'avoid'] as const;
export type VerdictLevel = (typeof VERDICT_LEVELS)[number];
