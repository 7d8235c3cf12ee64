import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { audit, findOpenConversation } from "./conversation.server.ts";
import { dropDraft } from "./drafts.server.ts";
import { mentionWrites } from "./mentions.server.ts";

/**
 * A private note on the shopper: staff see it on every channel, the shopper never. Whom its text names by "@" finds it under
 * their mentions. False when there is nothing to keep.
 */
export async function addNote(
  shopId: string,
  conversationId: string,
  note: { text: string; author: string; staffId?: string },
): Promise<boolean> {
  const text = note.text.trim().slice(0, 4000);
  const open = await findOpenConversation(shopId, conversationId);
  const identity = open?.identities[0];
  if (!identity || text === "") return false;
  const row = { id: newId(), shopId, identityId: identity.id, author: note.author, text, createdAt: now() };
  await database().commit([
    insert("StaffNote", row),
    ...(await mentionWrites(shopId, row, conversationId)),
    ...(note.staffId ? open.identities.flatMap((one) => dropDraft(shopId, one.id, note.staffId ?? "", "note")) : []),
    notify({ topic: "conversation", shopId, conversationId }),
    audit(shopId, note.author, "noted", conversationId),
  ]);
  return true;
}
