import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { listeningPort } from "./listening-port.ts";
import type { MailFaults } from "./mail-faults.ts";

export type AcceptedMail = { raw: Buffer; from: string; to: string[]; authenticated: boolean };

type SmtpPortOptions = {
  user: string;
  password: string;
  /** Whether mail for this address may come in without login. */
  isLocal(address: string): boolean;
  faults: MailFaults;
  accept(mail: AcceptedMail): Promise<void>;
};

/** The provider's SMTP server: submission for whoever logs in, the way in from the world for everyone else. */
export class SmtpPort {
  port = 0;
  private readonly server: SMTPServer;
  private readonly sockets = new Map<number, Socket>();

  constructor(options: SmtpPortOptions) {
    this.server = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      authOptional: true,
      closeTimeout: 100,
      // As the large providers take it: 25 MB, of which files grow by a third.
      size: 25 * 1024 * 1024,
      onAuth: (auth, _session, callback) => {
        const right = auth.username?.toLowerCase() === options.user && auth.password === options.password;
        if (right) callback(null, { user: options.user });
        else callback(refusal(535, "5.7.8 Authentication credentials invalid"));
      },
      onRcptTo: (address, session, callback) => {
        if (options.faults.take("refuse-451")) return callback(refusal(451, "4.7.1 Please try again later"));
        if (options.faults.take("refuse-550")) return callback(refusal(550, "5.1.1 No such user here"));
        const allowed = Boolean(session.user) || options.isLocal(address.address.toLowerCase());
        callback(allowed ? null : refusal(550, "5.7.1 Relaying denied"));
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", async () => {
          const slow = options.faults.take("slow");
          if (slow) await pause(slow.ms);
          if (stream.sizeExceeded) return callback(refusal(552, "5.3.4 Message size exceeds fixed limit"));
          const { mailFrom, rcptTo } = session.envelope;
          await options.accept({
            raw: Buffer.concat(chunks),
            from: mailFrom ? mailFrom.address.toLowerCase() : "",
            to: rcptTo.map((recipient) => recipient.address.toLowerCase()),
            authenticated: Boolean(session.user),
          });
          if (options.faults.take("drop-after-data")) this.sockets.get(session.remotePort)?.destroy();
          else callback(null, "2.0.0 Accepted");
        });
      },
    });
    // A client that goes away in the middle is part of the game.
    this.server.on("error", () => {});
    this.server.server.on("connection", (socket: Socket) => {
      const port = socket.remotePort ?? 0;
      this.sockets.set(port, socket);
      socket.on("close", () => this.sockets.delete(port));
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready));
    this.port = listeningPort(this.server.server);
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.server.close(() => done()));
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
