/** A failure whose message is all a reader needs. */
export class ServeError extends Error {}

/** Says what went wrong without a stack, and ends with exit code 1. */
export async function explained(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ServeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
