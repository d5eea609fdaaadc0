/** What goes wrong for every reader at once, such as a full table of files, is one line a second. */
import { OnceASecond } from '../base/once-a-second.ts';

export function errorLog(
  write: (line: string) => void = (line) => process.stderr.write(line),
): (error: unknown) => void {
  const often = new OnceASecond();
  return (error) => {
    const said = often.ask(kindOf(error));
    if (!said) return;
    const more = said.unsaid > 0 ? ` (and ${said.unsaid} more of its kind before)` : '';
    // What the system says needs no stack; an error of our own is found by it.
    const text = error instanceof Error && !('syscall' in error) ? error.stack : String(error);
    write(`${new Date().toISOString()} ${text}${more}\n`);
  };
}

/** Without the path that it concerned. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 100);
  return 'code' in error ? String(error.code) : `${error.name}: ${error.message}`.slice(0, 100);
}
