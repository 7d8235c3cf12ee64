/**
 * What the server says to the composer. `at`: its time; `text`: words that come back into the composer; `ask`: it would go out if
 * it were sent once more, knowing this.
 */
export type ComposerAnswer = { ok: true; did: string; at: string; text?: string } | { ok: false; problem: string; ask?: Ask; at?: string };

/** Somebody else has answered since this reply was begun, or writes at this moment. */
export type Ask = { why: "sent" | "writing"; who: string; text?: string };
