import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The plus address in Reply-To that says which conversation an answer belongs to. It only locates: mails are forwarded,
 * so whoever holds it has proved nothing. Lower case throughout, since some clients fold the case of addresses.
 */
const base32 = "abcdefghijklmnopqrstuvwxyz234567";
const tokenPattern = /^([^@+]+)\+c_([0-9a-z_-]{1,60})\.([a-z2-7]{16})@([^@]+)$/;

/** The mailbox with the token, or the mailbox alone where the local part would grow beyond 64 characters. */
export function replyAddress(mailbox: string, conversationId: string, key: string | Buffer): string {
  const plain = mailbox.toLowerCase();
  const [local = "", domain = ""] = plain.split("@");
  const tagged = `${local}+c_${conversationId}.${signature(plain, conversationId, key)}`;
  return tagged.length <= 64 && tokenPattern.test(`${tagged}@${domain}`) ? `${tagged}@${domain}` : plain;
}

/** The conversation a plus address names, or null when it is not one that we signed for this mailbox with one of the keys. */
export function readReplyToken(address: string, ...keys: (string | Buffer)[]): string | null {
  const found = tokenPattern.exec(address.trim().toLowerCase());
  const [, local, conversationId, given, domain] = found ?? [];
  if (!local || !conversationId || !given || !domain) return null;
  const signed = keys.map((key) => timingSafeEqual(Buffer.from(given), Buffer.from(signature(`${local}@${domain}`, conversationId, key))));
  return signed.includes(true) ? conversationId : null;
}

/** 80 bits of HMAC-SHA256 over mailbox and conversation: a token of one shop opens nothing at another. */
function signature(mailbox: string, conversationId: string, key: string | Buffer): string {
  const digest = createHmac("sha256", key).update(`reply\n${mailbox}\n${conversationId}`).digest().subarray(0, 10);
  let bits = 0;
  let held = 0;
  let text = "";
  for (const byte of digest) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += base32.charAt((held >> bits) & 31);
    }
  }
  return text;
}
