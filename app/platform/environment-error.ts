/** A variable is missing or malformed. The message is one sentence that names it. */
export class EnvironmentError extends Error {}
