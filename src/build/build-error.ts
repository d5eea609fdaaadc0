/** A build that failed for a reason that is told in its message. */
export class BuildError extends Error {}
