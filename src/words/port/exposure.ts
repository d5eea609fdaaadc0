/** What an author's judgement on reachability comes to, as advice. */
import type { PortPage } from '../../facts/schemas/port-page.ts';
import { type MessageId, type Said, said } from '../messages/said.ts';

const ADVICE: Record<PortPage['security']['exposure'], MessageId> = {
  never: 'open.never',
  restrict: 'open.restrict',
  hardened: 'open.hardened',
  'made-for-it': 'open.public',
  unknown: 'open.unknown',
};

export const exposureAdvice = ({ exposure }: PortPage['security']): Said => said(ADVICE[exposure]);
