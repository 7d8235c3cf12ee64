import { ImapFlow } from "imapflow";
import { createTransport } from "nodemailer";
import type { VendorSuite } from "../verify.ts";

/** A mailbox of one's own; nothing is sent or changed. */
export const verifyMail: VendorSuite = {
  variables: ["VERIFY_MAIL_IMAP_HOST", "VERIFY_MAIL_SMTP_HOST", "VERIFY_MAIL_USER", "VERIFY_MAIL_PASSWORD"],
  checks: (value) => {
    const auth = { user: value("VERIFY_MAIL_USER"), pass: value("VERIFY_MAIL_PASSWORD") };
    return [
      {
        name: "imap",
        run: async () => {
          const client = new ImapFlow({ host: value("VERIFY_MAIL_IMAP_HOST"), port: 993, secure: true, auth, logger: false });
          await client.connect();
          const box = await client.mailboxOpen("INBOX", { readOnly: true });
          await client.logout();
          return `${box.exists} mails, uidvalidity ${box.uidValidity}`;
        },
      },
      {
        name: "smtp",
        run: async () => {
          const transport = createTransport({ host: value("VERIFY_MAIL_SMTP_HOST"), port: 465, secure: true, auth });
          await transport.verify();
          transport.close();
          return "login accepted";
        },
      },
    ];
  },
};
