import { afterEach } from "vitest";
import type { SendRequest } from "#app/channels/channel.ts";
import { emailAdapter } from "#app/channels/email/adapter.ts";
import { History, SandboxClock } from "#sandbox/double.ts";
import { MailDouble } from "#sandbox/mail/mail-double.ts";

const running: MailDouble[] = [];

afterEach(async () => {
  for (const double of running.splice(0)) await double.stop();
});

export async function startMail(): Promise<{ mail: MailDouble; history: History; clock: SandboxClock }> {
  const history = new History();
  const clock = new SandboxClock();
  const mail = new MailDouble(history, clock);
  await mail.start();
  running.push(mail);
  return { mail, history, clock };
}

/** An answer of the assistant to Ada's mail, in the middle of a thread. */
export function answerTo(mail: MailDouble, changes: Partial<SendRequest> = {}): SendRequest {
  const [part] = emailAdapter.render([{ kind: "text", text: "It left our warehouse **yesterday**." }], {
    language: "en",
    shopName: "Linden & Loom",
  });
  if (!part) throw new Error("Nothing was rendered.");
  return {
    account: mail.account,
    recipient: { kind: "email", externalId: "ada@example.com", label: "Ada Sample" },
    part,
    deliveryId: "delivery1",
    author: "assistant",
    thread: {
      messageId: "<answer-1@linden-loom.example>",
      inReplyTo: "<ada-2@example.com>",
      references: ["<ada-1@example.com>", "<ours-1@linden-loom.example>"],
      subject: "AW: Re: Your order #1001",
      replyTo: "support+c_0abc.abcdefghijklmnop@linden-loom.example",
    },
    ...changes,
  };
}
