/** npm run check:rooms: no import from a later room, and no circle; see rooms.ts. */
import { join } from 'node:path';
import { ROOT } from '../base/folders.ts';
import { checkRooms } from './rooms.ts';

const findings = checkRooms(join(ROOT, 'src'));
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exitCode = 1;
else console.log('Every import of src leads to a room before its own.');
