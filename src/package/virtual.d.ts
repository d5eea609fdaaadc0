/** Made by src/build/package/bundle.ts: the prepared index in base64. */
declare module 'virtual:portolan/facts' {
  const facts: string;
  export default facts;
}
/** The section `port` of content/locales/en.json, compiled. */
declare module 'virtual:portolan/english' {
  import type { CompiledTree } from '../words/locales/compiled.ts';
  import type { PortMessages } from '../words/messages/said.ts';

  const messages: CompiledTree<PortMessages>;
  export default messages;
}
