import { randomUUID } from "node:crypto";

/** RFC 5322 date, always in UTC. */
export function mailDate(at: Date): string {
  return at.toUTCString().replace("GMT", "+0000");
}

export type Stamp = { server: string; sender: string; recipient: string; headerFrom: string; verdict: "pass" | "fail"; at: Date };

/** What a receiving server writes above a mail, its verdict on the sender included. */
export function stampArrival(raw: Buffer, stamp: Stamp): Buffer {
  const domain = stamp.sender.slice(stamp.sender.lastIndexOf("@") + 1) || "unknown.invalid";
  const lines = [
    `Return-Path: <${stamp.sender}>`,
    `Delivered-To: ${stamp.recipient}`,
    `Authentication-Results: ${stamp.server};`,
    `\tdmarc=${stamp.verdict} (p=reject) header.from=${stamp.headerFrom}`,
    `Received: from mail.${domain} by ${stamp.server} with ESMTPS id ${randomUUID().slice(0, 8)};`,
    `\t${mailDate(stamp.at)}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n`), raw]);
}

export type Bounce = { server: string; recipient: string; sender: string; action: "failed" | "delayed"; original: Buffer; at: Date };

/** A delivery status notification (RFC 3464) about a mail that did not arrive. */
export function bounceMail(bounce: Bounce): Buffer {
  const boundary = `report-${randomUUID()}`;
  const failed = bounce.action === "failed";
  const status = failed ? "5.1.1" : "4.4.1";
  const words = failed ? "There is no mailbox by this name." : "The mail server could not be reached yet. We keep trying.";
  const head = bounce.original.toString("latin1").split(/\r?\n\r?\n/)[0] ?? "";
  const lines = [
    `From: Mail Delivery System <mailer-daemon@${bounce.server}>`,
    `To: ${bounce.sender}`,
    `Subject: ${failed ? "Your mail did not arrive" : "Your mail is delayed"}`,
    `Date: ${mailDate(bounce.at)}`,
    `Message-ID: <${randomUUID()}@${bounce.server}>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `${bounce.recipient}: ${words}`,
    "",
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    `Reporting-MTA: dns; ${bounce.server}`,
    "",
    `Final-Recipient: rfc822; ${bounce.recipient}`,
    `Action: ${bounce.action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${failed ? "550" : "451"} ${status} ${words}`,
    "",
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    head,
    "",
    `--${boundary}--`,
    "",
  ];
  return Buffer.from(lines.join("\r\n"), "latin1");
}
