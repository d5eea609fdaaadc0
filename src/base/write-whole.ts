/** Writes beside, then renames: a file is either the old one or the new one, never a half. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';

export function writeWhole(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
