/** What the share menu says, in the language of the page. */
import english from 'virtual:portolan/english/share';
import { formatMessage, formatterFor } from '../words/locales/compiled.ts';
import type { Say } from '../words/share/forms.ts';
import { shownWords } from './interface-words.ts';

export const sayShare: Say = (id, values = {}) => {
  const spoken = shownWords();
  const message = (spoken?.words.port.share ?? english)[id];
  return formatMessage(message, values, formatterFor(spoken?.speaker.code ?? 'en'));
};
