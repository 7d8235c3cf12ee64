import type { FileView } from "./attach-words.ts";

/**
 * What the server says to the composer. `at`: its time; `text`, `template`, `files`: what comes back into the composer; `ask`: it would go
 * out if it were sent once more, knowing this; `key`: the place of a template that it is about.
 */
export type ComposerAnswer =
  | { ok: true; did: string; at: string; text?: string; template?: PickedTemplate; files?: FileView[] }
  | { ok: false; problem: string; ask?: Ask; at?: string; key?: string };

/** A WhatsApp template as it was filled in. */
export type PickedTemplate = { name: string; language: string; values: Record<string, string> };

/** Somebody else has answered since this reply was begun, or writes at this moment. */
export type Ask = { why: "sent" | "writing"; who: string; text?: string };
