/**
 * Where a build can be made: Astro and Vite write the path of the project into code, addresses and
 * patterns as it is, and fail at these characters with an error of their own that names a file of ours.
 */
import { ServeError } from '../base/serve-error.ts';

const BREAKING = /['"`#?*%\\\n]/;

/** @param windows where `\` is what separates folders */
export function refusePlace(folder: string, windows = process.platform === 'win32'): void {
  const path = windows ? folder.replaceAll('\\', '/') : folder;
  const found = BREAKING.exec(path)?.[0];
  if (found === undefined) return;
  throw new ServeError(
    `The path of this folder has ${found === '\n' ? 'a line break' : found} in it, with which ` +
      `Astro cannot build: ${folder}\nMove or rename the folder and try again. Nothing was changed.`,
  );
}
