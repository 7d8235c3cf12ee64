import { createHmac } from "node:crypto";
import { signingKeys } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { marked } from "./code.ts";

/** Without those that are taken for one another. */
const letters = "abcdefghjkmnpqrstuvwxyz";
const figures = "23456789";
const length = 16;

/**
 * The code of a card that an effect makes. It follows from the effect and our key: a second try makes the same card and collides with the
 * first, and it need not be kept anywhere. `ending`: of a card that was made under an older key of the ring.
 */
export function giftCardCode(effectId: string, ending?: string): string {
  const codes = signingKeys("gift-card-code").map((key) => codeUnder(key, effectId));
  return codes.find((code) => ending === undefined || code.endsWith(ending.toLowerCase())) ?? "";
}

/**
 * A figure in each group of four, so that wherever it is written again it is seen to be a code. Each byte below the last whole multiple
 * counts, so that no sign is likelier than another.
 */
function codeUnder(key: Buffer, effectId: string): string {
  let code = "";
  for (let round = 0; code.length < length; round += 1) {
    const bytes = createHmac("sha256", key).update(`${effectId}\n${round}`).digest();
    for (const byte of bytes) {
      const signs = code.length % 4 === 1 ? figures : letters;
      if (code.length < length && byte < 256 - (256 % signs.length)) code += signs[byte % signs.length];
    }
  }
  return code;
}

/** "A2CD E5GH …", as it is typed at the checkout. */
const inGroups = (code: string): string =>
  code
    .toUpperCase()
    .match(/.{1,4}/g)
    ?.join(" ") ?? "";

/** How a card is written down wherever it is spoken of: only its owner's own channel shows the rest. */
export const cutCode = (ending: string): string => `${marked}${ending}`;

/** What is said in a case on its way out to its shopper: cards that were made in this very case with their whole codes. */
export async function withWholeCodes<Said>(shopId: string, caseId: string | null, said: Said): Promise<Said> {
  const text = JSON.stringify(said);
  if (caseId === null || !text.includes(marked)) return said;
  const made = await database().prisma.effect.findMany({ where: { shopId, caseId, kind: "gift-card", state: "done" } });
  const whole = made.reduce((words, { id, result }) => {
    const { ending = "" } = (result ?? {}) as { ending?: string };
    const code = ending && giftCardCode(id, ending);
    return code ? words.replaceAll(cutCode(ending), inGroups(code)) : words;
  }, text);
  return JSON.parse(whole) as Said;
}
