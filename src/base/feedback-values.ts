/**
 * What an answer to 'was this page helpful?' can say. Without zod, so that the script in the page,
 * which needs the same words, stays small.
 */

export const FACES = ['yes', 'partly', 'no'] as const;
export type Face = (typeof FACES)[number];

export const REASONS = ['wrong', 'outdated', 'missing', 'command', 'unclear', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** As a text field counts with `maxlength`: UTF-16 units, and a line break is one. */
export const NOTE_MAX = 500;

export const VERSION_MAX = 40;

/** A person does not see this field and leaves it empty; a program that fills in forms does not. */
export const HONEYPOT = 'website';

/** Where answers go when the build names no other place. */
export const FEEDBACK_PATH = '/api/feedback';
