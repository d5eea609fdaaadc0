/** A failure whose message is all a reader needs: it is shown without a stack. */
export class SetUpError extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Set-up speaks on stderr only, so that a command's own output can be piped.
 * @param {string} message
 */
export function say(message) {
  process.stderr.write(`portolan: ${message}\n`);
}
