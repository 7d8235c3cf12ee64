import { expect, test } from "vitest";
import { readReplyToken, replyAddress } from "#app/channels/email/reply-token.ts";
import { newId } from "#app/platform/ids.ts";

const key = Buffer.alloc(32, 5);
const mailbox = "support@linden-loom.example";

test("an address leads back to its conversation, whatever case a client makes of it", () => {
  const id = newId();
  const address = replyAddress(mailbox, id, key);
  expect(address).toMatch(/^support\+c_[0-9a-z]{26}\.[a-z2-7]{16}@linden-loom\.example$/);
  expect(readReplyToken(address, key)).toBe(id);
  expect(readReplyToken(address.toUpperCase(), key)).toBe(id);
});

test("a changed, guessed or foreign token leads nowhere", () => {
  const id = newId();
  const address = replyAddress(mailbox, id, key);
  const [head = "", tail = ""] = address.split("@");
  const forged = [
    address.replace(id, newId()),
    `${head.slice(0, -1)}${head.endsWith("a") ? "b" : "a"}@${tail}`,
    `${head.slice(0, -1)}@${tail}`,
    `${head}@other-shop.example`,
    address.replace("support", "sales"),
    mailbox,
    "support+c_x@linden-loom.example",
    "",
  ];
  for (const one of forged) expect(readReplyToken(one, key), one).toBeNull();
  expect(readReplyToken(address, Buffer.alloc(32, 6))).toBeNull();
});

test("a mailbox too long for a token keeps its plain address", () => {
  const long = "customer-service-department@linden-loom.example";
  expect(replyAddress(long, newId(), key)).toBe(long);
});
