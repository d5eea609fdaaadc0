/** The English of the records inside the package: takes the place of words/locales/site-words.ts. */
import port from 'virtual:portolan/english';
import type { CompiledTree } from '../words/locales/compiled.ts';
import type { PortMessages } from '../words/messages/said.ts';

export const wordsOf = (): { port: CompiledTree<PortMessages> } => ({ port });
