/** Where answers to 'was this page helpful?' go; empty where a build has no place for them. */
import { FEEDBACK_PATH } from '../base/feedback-values.ts';

export const feedbackAddress = (): string => process.env.PORTOLAN_FEEDBACK ?? FEEDBACK_PATH;
