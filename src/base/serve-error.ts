/** A failure whose message is all a reader needs. */
export class ServeError extends Error {}
