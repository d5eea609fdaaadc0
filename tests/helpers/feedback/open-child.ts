/** A process that opens the store of the environment when it is told to, as one of several instances. */
import { once } from 'node:events';
import { openStore } from '../../../src/feedback/open-store.ts';
import { readSettings } from '../../../src/feedback/settings.ts';
import { ballot } from './ballot.ts';

process.send?.('loaded');
await once(process, 'message');
const store = await openStore(readSettings(process.env, 'warn'));
await Promise.all(Array.from({ length: 20 }, () => store.put(ballot())));
await store.close();
process.disconnect?.();
