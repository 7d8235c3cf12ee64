import type { Block, Language } from "#app/channels/message.ts";
import type { Statement } from "#app/domain/withdrawals/statement.ts";
import { say } from "#app/flows/texts.ts";
import { sayWhen } from "#app/flows/withdraw/after.ts";
import { type MailKey, mailTexts } from "./mail-texts.ts";

export type WithdrawalMail = {
  language: Language;
  shopName: string;
  timeZone: string;
  reference: string;
  orderName: string;
  contact: string;
  statement: Statement;
};

type Mail = { subject: string; blocks: Block[] };

/** The receipt on a durable medium: the statement as it was given, and the day and time at which it came. */
export function receiptMail({ language, shopName, timeZone, reference, orderName, contact, statement }: WithdrawalMail): Mail {
  const text = (key: MailKey, params = {}) => say(language, mailTexts, key, { shop: shopName, reference, ...params });
  const { name, items, at } = statement;
  const lines = [
    text("statement", { order: orderName }),
    name && text("name", { name }),
    text("order", { order: orderName }),
    text("items", { items: items || text("allItems") }),
    text("address", { address: contact }),
    text("received", { when: sayWhen(at, { language, timeZone }) }),
    text("reference"),
  ].filter(Boolean);
  return {
    subject: text("receiptSubject"),
    blocks: [
      { kind: "text", text: text("receiptIntro") },
      { kind: "text", text: lines.join("\n") },
      { kind: "text", text: text("receiptNext") },
    ],
  };
}

/** To the address on the order, when the receipt went elsewhere. It says nothing of who stated it. */
export function noticeMail({ language, shopName, timeZone, reference, orderName, statement }: Omit<WithdrawalMail, "contact">): Mail {
  const params = { shop: shopName, reference, order: orderName, when: sayWhen(statement.at, { language, timeZone }) };
  const text = (key: MailKey) => say(language, mailTexts, key, params);
  return {
    subject: text("noticeSubject"),
    blocks: (["noticeIntro", "noticeNext"] as const).map((key) => ({ kind: "text", text: text(key) })),
  };
}
