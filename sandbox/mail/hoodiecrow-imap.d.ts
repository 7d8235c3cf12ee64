/** The part of the IMAP server that the mail double uses; the package carries no types. */
declare module "hoodiecrow-imap" {
  import type { AddressInfo, Server, Socket } from "node:net";

  /** `raw` holds one byte per character. */
  export type StoredMessage = { uid: number; raw: string; flags: string[]; internaldate: string };
  export type Folder = { uidvalidity: number; uidnext: number; messages: StoredMessage[] };
  export type Connection = { socket: Socket | null };
  export type HoodiecrowServer = {
    server: Server & { address(): AddressInfo | string | null };
    connectionHandlers: ((connection: Connection) => void)[];
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    getMailbox(path: string): Folder;
    appendMessage(path: string, flags: string[], at: Date, raw: string): void;
  };
  export default function createServer(options: {
    plugins: string[];
    users: Record<string, { password: string }>;
    storage: Record<string, { uidvalidity?: number }>;
  }): HoodiecrowServer;
}
