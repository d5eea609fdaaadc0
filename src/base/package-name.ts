/**
 * The name of the package, which package.json says in `portolan`. Until the name is registered
 * (`registered: true`), `npx` could run what somebody else has put there, so that no page tells anybody
 * to type it; the terminal of a checkout is named instead.
 */
import manifest from '../../package.json' with { type: 'json' };

export interface PackageSetting {
  name: string;
  registered: boolean;
}

export const PACKAGE: PackageSetting = manifest.portolan.package;

export interface Terminal {
  /** What is typed before the arguments. */
  command: string;
  /** What that needs, to begin a sentence with. */
  needs: string;
}

export const terminalOf = ({ name, registered }: PackageSetting): Terminal =>
  registered
    ? { command: `npx ${name}`, needs: 'With Node 20 or later' }
    : { command: 'npm run -s port --', needs: 'With Node and a copy of the project' };

export const TERMINAL = terminalOf(PACKAGE);
