/** The database cannot be used; the message is one sentence that says what to do. */
export class DatabaseUnavailable extends Error {}
