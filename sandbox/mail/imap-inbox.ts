import createImapServer, { type Connection, type HoodiecrowServer } from "hoodiecrow-imap";
import { listeningPort } from "./listening-port.ts";

/** The shop's inbox behind a real IMAP server on loopback. */
export class ImapInbox {
  port = 0;
  private readonly server: HoodiecrowServer;
  private readonly connections = new Set<Connection>();

  constructor(user: string, password: string) {
    this.server = createImapServer({
      plugins: ["IDLE", "LITERALPLUS", "ID"],
      users: { [user]: { password } },
      storage: { INBOX: { uidvalidity: 1 } },
    });
    this.server.connectionHandlers.push((connection) => this.connections.add(connection));
  }

  async start(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready));
    this.port = listeningPort(this.server.server);
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((done) => this.server.close(() => done()));
    this.disconnect();
    await closed;
  }

  /** Ends every open line without a word, as a server restart does. */
  disconnect(): void {
    for (const connection of this.connections) connection.socket?.destroy();
    this.connections.clear();
  }

  append(raw: Buffer, at: Date): void {
    this.server.appendMessage("INBOX", [], at, raw.toString("latin1"));
  }

  /** The number of the last mail; 0 when there was none. */
  get newestUid(): number {
    return this.server.getMailbox("INBOX").uidnext - 1;
  }

  get mails(): Buffer[] {
    return this.server.getMailbox("INBOX").messages.map((message) => Buffer.from(message.raw, "latin1"));
  }

  /** Numbers all mails anew under another UIDVALIDITY, as after a mailbox was restored; open lines end. */
  changeUidValidity(): void {
    this.disconnect();
    const folder = this.server.getMailbox("INBOX");
    folder.uidvalidity += 1;
    folder.messages.forEach((message, index) => {
      message.uid = index + 1;
    });
    folder.uidnext = folder.messages.length + 1;
  }
}
