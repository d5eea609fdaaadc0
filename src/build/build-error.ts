/** A build that failed for a reason that its message gives. */
export class BuildError extends Error {}
