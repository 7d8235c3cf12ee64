import { z } from "zod";
import type { SentTemplate } from "#app/channels/whatsapp/message-template.ts";
import { filePath } from "#app/domain/files/link.server.ts";
import type { Reader } from "#app/domain/privacy/access-log.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { hasConversation } from "#app/domain/staff/conversation.server.ts";
import { holdReply, type ReplyToHold, sendNow, undoReply } from "#app/domain/staff/held-reply.server.ts";
import { sentMeanwhile } from "#app/domain/staff/meanwhile.server.ts";
import { proposeMove } from "#app/domain/staff/move.server.ts";
import { addNote } from "#app/domain/staff/notes.server.ts";
import { type Member, othersAt } from "#app/domain/staff/presence.server.ts";
import type { ReplyOutcome } from "#app/domain/staff/reply.server.ts";
import { variableName, variablesIn } from "#app/domain/staff/reply-variables.ts";
import { previewReply } from "#app/pipeline/delivery/preview.server.ts";
import { pickTemplate } from "#app/pipeline/delivery/staff-templates.server.ts";
import { staffLanguage } from "#app/pipeline/translation/language-of.ts";
import { now } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { fileIdsIn } from "#app/routes/require-shop.server.ts";
import { attachProblem } from "#app/ui/inbox/attach-words.ts";
import type { Ask, ComposerAnswer, PickedTemplate } from "#app/ui/inbox/composer-answer.ts";
import { moveProblems } from "#app/ui/inbox/move-words.ts";
import { templateProblems } from "#app/ui/inbox/template-words.ts";
import { channelName } from "#app/ui/words.ts";

type Refused = Extract<ReplyOutcome, { outcome: "refused" }>;

const refusals: Record<Exclude<Refused["because"], "not-found" | "files">, string> = {
  "file-gone": "A file is no longer here. Take it off and attach it again.",
  empty: "Write something first.",
  "too-long": "This is longer than 4,000 characters. Send it in two parts.",
  "nobody-to-reach": "There is no channel to write to this shopper. Your text is kept here.",
  "not-connected": "The channel they wrote on is no longer connected. Your text is kept here.",
  "window-closed": "The channel no longer allows free text to this shopper. Your text is kept here.",
  "not-on-whatsapp": "They have written on another channel meanwhile. Answer them there.",
};

/** Null for another shop's conversation. */
function refusal(refused: Refused): ComposerAnswer | null {
  if (refused.because === "not-found") return null;
  return { ok: false, problem: refused.because === "files" ? attachProblem(refused.trouble, refused.channel) : refusals[refused.because] };
}

const tooLate = "It has gone out already.";

export const composerIntents = ["reply", "template", "ask-to-move", "undo-reply", "send-now", "note"];

/** What the composer of one conversation does. Null for another shop's conversation. */
export async function runComposerAction(
  shop: Shop,
  reader: Reader,
  conversationId: string,
  form: Record<string, string>,
  name: string,
): Promise<ComposerAnswer | null> {
  switch (form.intent) {
    case "reply":
      return reply(shop, reader, conversationId, form, name);
    case "template":
      return template(shop, reader, conversationId, form, name);
    case "ask-to-move":
      return askToMove(shop, reader, conversationId, form, name);
    case "undo-reply": {
      const undone = await undoReply(shop.id, conversationId, form.heldId ?? "", name);
      if (undone.outcome === "not-found") return null;
      if (undone.outcome === "too-late") return { ok: false, problem: tooLate };
      // The words go back to whoever wrote them.
      const files = undone.files.map((file) => ({ ...file, url: filePath(file.id) }));
      const back = undone.template ? { template: pickedOf(undone.template) } : { text: undone.text, ...(files.length > 0 && { files }) };
      return { ok: true, did: "undo-reply", at: at(), ...(undone.staffId === reader.staffId && back) };
    }
    case "send-now":
      return (await sendNow(shop.id, conversationId, form.heldId ?? "")) ? { ok: true, did: "send-now", at: at() } : null;
    case "note": {
      if (!(await hasConversation(shop.id, conversationId))) return null;
      if (!form.text?.trim()) return { ok: false, problem: refusals.empty };
      const kept = await addNote(shop.id, conversationId, { text: form.text, author: name, staffId: reader.staffId });
      return kept ? { ok: true, did: "note", at: at() } : null;
    }
    default:
      return null;
  }
}

async function reply(
  shop: Shop,
  reader: Reader,
  conversationId: string,
  form: Record<string, string>,
  name: string,
): Promise<ComposerAnswer | null> {
  if (!(await hasConversation(shop.id, conversationId))) return null;
  const [open] = variablesIn(`${form.text ?? ""} ${form.original ?? ""}`);
  if (open) return { ok: false, problem: `“${variableName(open)}” is not filled in. Write what belongs there, or take it out.` };
  const preview = await previewReply(shop, conversationId, form.text ?? "");
  if (preview?.isCut) return { ok: false, problem: `${channelName(preview.channel)} would cut off the end of this. Send it in two parts.` };
  const original = form.original ? { original: { text: form.original, language: staffLanguage(shop) } } : {};
  return askedFirst(shop.id, conversationId, form, { staffId: reader.staffId, name }, "reply", {
    text: form.text ?? "",
    fileIds: fileIdsIn(form.files),
    ...original,
  });
}

/** Holds what is to be said, unless somebody else answers too and whoever wrote it has not been asked yet. */
async function askedFirst(
  shopId: string,
  conversationId: string,
  form: Record<string, string>,
  own: Member,
  did: "reply" | "template",
  words: Omit<ReplyToHold, "author" | "staffId" | "clientId">,
): Promise<ComposerAnswer | null> {
  const ask = await asksFirst(shopId, conversationId, form, own);
  if (ask) return { ok: false, problem: "Somebody else is answering too.", ask, at: at() };
  const clientId = form.clientId?.slice(0, 64) || newId();
  const result = await holdReply(shopId, conversationId, { ...words, author: own.name, staffId: own.staffId, clientId });
  return result.outcome === "refused" ? refusal(result) : { ok: true, did, at: at() };
}

/** A WhatsApp template with its values, kept and sent like any other reply. */
async function template(
  shop: Shop,
  reader: Reader,
  conversationId: string,
  form: Record<string, string>,
  name: string,
): Promise<ComposerAnswer | null> {
  if (!(await hasConversation(shop.id, conversationId))) return null;
  const pick = { name: form.template ?? "", language: form.templateLanguage ?? "", values: readValues(form.values) };
  const picked = await pickTemplate(shop, conversationId, pick);
  if (!picked.ok) {
    const { because } = picked;
    return typeof because === "string"
      ? { ok: false, problem: templateProblems[because] }
      : { ok: false, problem: because.problem, key: because.key };
  }
  const { text, template } = picked;
  return askedFirst(shop.id, conversationId, form, { staffId: reader.staffId, name }, "template", { text, template });
}

/** The question whether to go on on another channel: kept and sent like any other reply, on the channel they write on. */
async function askToMove(
  shop: Shop,
  reader: Reader,
  conversationId: string,
  form: Record<string, string>,
  name: string,
): Promise<ComposerAnswer | null> {
  if (!(await hasConversation(shop.id, conversationId))) return null;
  const clientId = /^[\w-]{1,64}$/.test(form.clientId ?? "") ? (form.clientId ?? "") : newId();
  const proposal = await proposeMove(shop.id, conversationId, form.toId ?? "", clientId);
  if (!proposal.ok) return proposal.because === "not-theirs" ? null : { ok: false, problem: moveProblems[proposal.because] };
  const { text, move } = proposal;
  const result = await holdReply(shop.id, conversationId, { text, move, author: name, staffId: reader.staffId, clientId });
  if (result.outcome !== "refused") return { ok: true, did: "ask-to-move", at: at() };
  return refusal(result);
}

const pickedOf = ({ name, language, values }: SentTemplate): PickedTemplate => ({ name, language, values });

/** The values as the page sends them: one JSON object of texts. Anything else is none. */
function readValues(raw = ""): Record<string, string> {
  const read = valuesSchema.safeParse(parseJson(raw));
  return read.success ? read.data : {};
}

const valuesSchema = z.record(z.string().max(100), z.string().max(2_000));

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

/** Whoever wrote it has to know that somebody else has answered since they began (`since`), or writes now. Asked once each. */
async function asksFirst(shopId: string, conversationId: string, form: Record<string, string>, own: Member): Promise<Ask | null> {
  const since = new Date(form.since ?? "");
  const sent = Number.isNaN(since.getTime()) ? null : await sentMeanwhile(shopId, conversationId, since, own);
  if (sent) return { why: "sent", who: sent.by ?? "Somebody in the channel's own app", text: sent.text };
  if (form.despite) return null;
  const writing = othersAt(shopId, conversationId, own).filter((one) => one.writing);
  return writing.length > 0 ? { why: "writing", who: writing.map((one) => one.name).join(" and ") } : null;
}

const at = () => now().toISOString();
