import { isIP } from "node:net";
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SmtpConnection from "nodemailer/lib/smtp-connection";
import type { ChannelSender, SendOutcome, SendRequest } from "#app/channels/channel.ts";
import { filesOfPart } from "#app/channels/files.ts";
import { now } from "#app/platform/clock.ts";
import { PrivateAddressError, publicAddress } from "#app/platform/egress.server.ts";
import { replyHeaders } from "./reply-headers.ts";
import { type SmtpFailure, smtpOutcome } from "./smtp-outcome.ts";

/** Milliseconds. */
export type SmtpTimeouts = { connection: number; greeting: number; socket: number };
const defaultTimeouts: SmtpTimeouts = { connection: 10_000, greeting: 10_000, socket: 60_000 };

/**
 * Sends mail through the shop's own SMTP account. Config: smtpHost, smtpPort, smtpSecure, smtpUser (and `fromName`);
 * credentials: smtpPassword. SMTP has no idempotency key. What comes close is the Message-ID: it is set before the
 * first attempt and kept, so when an `unknown` mail is sent again after all, receivers that fold equal Message-IDs
 * (Gmail, Exchange) show it once; others show it twice.
 */
export function createSmtpSender(timeouts: SmtpTimeouts = defaultTimeouts): ChannelSender {
  return { name: "email", send: (request) => send(request, timeouts) };
}

export const smtpSender: ChannelSender = createSmtpSender();

async function send(request: SendRequest, timeouts: SmtpTimeouts): Promise<SendOutcome> {
  const to = recipientAddress(request.recipient.externalId);
  if (!to) return { outcome: "failed", reason: "recipient", code: "no-address" };
  const { config, credentials } = request.account;
  if (!config.smtpHost || !config.smtpUser || !credentials.smtpPassword)
    return { outcome: "failed", reason: "account", code: "smtp-not-set-up" };
  if ((request.files ?? []).length < filesOfPart(request.part.body).length)
    return { outcome: "failed", reason: "rejected", code: "file-gone" };
  const reply = replyHeaders(request);
  const message = await compose(request, to, reply);
  const address = await publicAddress(config.smtpHost).catch((error: SmtpFailure) => error);
  if (address instanceof PrivateAddressError) return { outcome: "failed", reason: "account", code: "smtp-private-address" };
  if (typeof address !== "string") return smtpOutcome(address, false);
  const failure = await transmit(request, { to, message, address }, timeouts);
  return failure ? smtpOutcome(failure.error, failure.contentStarted) : { outcome: "accepted", externalId: reply.messageId };
}

/** Senders whom no server vouched for carry a mark before their address; an answer without private data may go there. */
function recipientAddress(externalId: string): string | null {
  const address = externalId.replace(/^unverified:/, "");
  return /^[^\s@<>",;:]{1,64}@[^\s@<>",;:]{1,190}$/.test(address) ? address : null;
}

function compose(request: SendRequest, to: string, reply: ReturnType<typeof replyHeaders>): Promise<Buffer> {
  const { account, part, recipient } = request;
  const text = typeof part.body.text === "string" ? part.body.text : part.text;
  const html = typeof part.body.html === "string" ? part.body.html : undefined;
  const label = recipient.label && recipient.label !== to ? recipient.label : "";
  return new MailComposer({
    from: { name: account.config.fromName ?? "", address: account.externalId },
    to: { name: label, address: to },
    replyTo: reply.replyTo,
    subject: reply.subject,
    messageId: reply.messageId,
    inReplyTo: reply.inReplyTo,
    references: reply.references,
    date: now(),
    headers: reply.headers,
    text,
    html,
    attachments: (request.files ?? []).map(({ name, mimeType, bytes }) => ({ filename: name, contentType: mimeType, content: bytes })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

type Failure = { error: SmtpFailure; contentStarted: boolean };

type Transmission = { to: string; message: Buffer; address: string };

/** One connection, one mail. Resolves to what went wrong, or null once the server has said 250. */
function transmit(request: SendRequest, { to, message, address }: Transmission, timeouts: SmtpTimeouts): Promise<Failure | null> {
  const { config, credentials, externalId } = request.account;
  const host = config.smtpHost ?? "";
  const secure = config.smtpSecure === "true";
  const connection = new SmtpConnection({
    host: address,
    ...(isIP(host) === 0 && { servername: host }),
    port: Number(config.smtpPort) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLoopback(host),
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    dnsTimeout: timeouts.connection,
    logger: false,
  });
  let contentStarted = false;
  // Read from only once the server has answered DATA with 354: that is the moment from which silence means "maybe".
  const content = new Readable({
    read() {
      contentStarted = true;
      this.push(message);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    const finish = (error: SmtpFailure | null | undefined) => {
      resolve(error ? { error, contentStarted } : null);
      if (error) connection.close();
      else connection.quit();
    };
    connection.on("error", finish);
    connection.connect((connectError) => {
      if (connectError) return finish(connectError);
      connection.login({ user: config.smtpUser ?? "", pass: credentials.smtpPassword ?? "" }, (loginError) => {
        if (loginError) return finish(loginError);
        connection.send({ from: externalId, to: [to] }, content, (sendError) => finish(sendError));
      });
    });
  });
}

/** A password may travel without TLS only inside one machine. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1" || host === "::1";
}
