/** What every command of ours does the same: say what went wrong in one line, and end with the right code. */
import { ImportError } from '../base/input-error.ts';
import { LockedError } from '../base/lock-file.ts';
import { ServeError } from '../base/serve-error.ts';

/** Thrown for a command that was called wrongly: exit code 2. */
export class UsageError extends Error {}

/** Their message is all that a reader needs. */
const EXPLAINED = [ImportError, LockedError, ServeError];

/** @param help said behind what parseArgs found wrong */
export async function run(main: () => void | Promise<void>, help = ''): Promise<void> {
  endWithReader();
  try {
    await main();
  } catch (error) {
    if (error instanceof UsageError) fail(error.message, 2);
    else if (EXPLAINED.some((kind) => error instanceof kind)) fail((error as Error).message, 1);
    else if (isWrongOption(error)) fail(`${firstSentence(error.message)}${help}`, 2);
    else if (isSystemError(error)) fail(`${error.code}: ${error.path ?? error.message}`, 1);
    else throw error;
  }
}

/** `| head -1` has read enough: that is no fault, and nothing more is to be said. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}

function fail(message: string, code: number): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = code;
}

/** What parseArgs throws for an option it does not know. */
function isWrongOption(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

/** parseArgs goes on about arguments that begin with a dash, which is seldom what was meant. */
const firstSentence = (message: string) => message.split('. ')[0] ?? message;

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
