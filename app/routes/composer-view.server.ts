import type { SentFile } from "#app/channels/files.ts";
import type { Thread } from "#app/domain/conversations/thread.server.ts";
import { filePath } from "#app/domain/files/link.server.ts";
import { draftFiles, draftsOf } from "#app/domain/staff/drafts.server.ts";
import { filesOf, heldReplies } from "#app/domain/staff/held-reply.server.ts";
import type { FileView } from "#app/ui/inbox/attach-words.ts";
import type { HeldView } from "#app/ui/inbox/held-replies.tsx";
import type { Drafts } from "#app/ui/inbox/use-drafts.ts";

/** What the composer of one member of staff opens with. `staffId`: Shopify's user id; `at`: the server's time of all this. */
export async function composerView(shopId: string, staffId: string, thread: Thread, now: Date) {
  const ids = thread.identities.map((one) => one.id);
  const [held, drafts] = await Promise.all([heldReplies(shopId, ids), draftsOf(shopId, staffId, ids)]);
  const attached = drafts.reply ? await draftFiles(shopId, ids, drafts.reply) : [];
  return {
    // Whom notes name who has not read it: whose page this is, their browser knows.
    unreadFor: [...new Set(thread.notes.flatMap((note) => note.mentions.filter((one) => !one.read).map((one) => one.member)))],
    at: now.toISOString(),
    held: held.map(
      (one): HeldView => ({
        id: one.id,
        author: one.author,
        channel: one.channel,
        text: one.text,
        original: one.original,
        template: one.template !== null,
        files: filesOf(one).map(viewOf),
        secondsLeft: Math.max(0, Math.ceil((one.dueAt.getTime() - now.getTime()) / 1000)),
        reason: one.state === "failed" ? (one.reason ?? "failed") : null,
        wroteSince: thread.messages.findLast((said) => said.author === "shopper" && said.receivedAt > one.createdAt)?.text ?? null,
      }),
    ),
    drafts: Object.fromEntries(
      Object.entries(drafts).map(([kind, row]) => [kind, { text: row.text, startedAt: row.startedAt.toISOString() }]),
    ) as Drafts,
    attached: attached.map(viewOf),
  };
}

const viewOf = (file: SentFile): FileView => ({ ...file, url: filePath(file.id) });
