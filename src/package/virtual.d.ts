/** What src/build/package/bundle.ts puts in: the prepared index in base64, and the words of English, compiled. */
declare module 'virtual:portolan/facts' {
  const facts: string;
  export default facts;
}
declare module 'virtual:portolan/english' {
  import type { Words } from '../words/messages/spoken.ts';

  const words: Words;
  export default words;
}
