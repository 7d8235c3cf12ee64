import type { Signal } from "@preact/signals";
import type { WidgetMessage } from "../protocol.ts";
import type { Session } from "../transport/api.ts";

/** A picture on its way to the server. `failed` is tried again by itself and by a tap; `refused` cannot be sent. */
export type Upload = {
  clientId: string;
  /** Address of the picture on this device. */
  preview: string;
  state: "sending" | "sent" | "failed" | "refused";
  why?: "large" | "kind";
  /** 0 to 1 */
  sent: number;
};

/** What the file `photos.js` gives. */
export type Photos = {
  uploads: Signal<Upload[]>;
  add(files: File[]): Promise<void>;
  flush(): Promise<void>;
  drop(clientId: string): void;
  /** Drops what the thread shows by now. */
  settle(thread: WidgetMessage[]): void;
  clear(): void;
  /** An address to show a picture of the thread by. */
  source(id: string): Promise<string>;
};

export type PhotosOutside = {
  signal: <T>(value: T) => Signal<T>;
  authorized: <T>(call: (session: Session) => Promise<T>) => Promise<T>;
  failure: (status: number) => Error;
  newId: () => string;
  backoff: (failures: number) => number;
};
