import { toWhatsApp } from "#app/channels/markdown.ts";
import type { Attachment, Block, MessageContent } from "#app/channels/message.ts";
import { draftReason, waitsForApproval } from "#app/domain/reply-drafts/waiting.ts";
import { sameDay, sayClock, sayDay } from "#app/ui/when.ts";
import { caseOutcome, caseTopic, channelName, effectLine, escalationReason, evidenceKind, identityKind } from "#app/ui/words.ts";
import type { FileView } from "./attach-words.ts";
import { type DeliveryLine, deliveryLine } from "./delivery-line.ts";
import { byChannel } from "./move-words.ts";
import { type PhotoSource, type PhotoView, photoView } from "./photo-view.ts";
import { type RatingSource, ratingWords } from "./rating-view.ts";

export type ThreadItem =
  | { kind: "day"; key: string; text: string }
  | { kind: "event"; key: string; text: string; clock: string }
  | { kind: "channel"; key: string; channel: string; text: string }
  | {
      kind: "message";
      key: string;
      author: "shopper" | "assistant" | "staff" | "system";
      name: string;
      channel: string;
      clock: string;
      at: string;
      /** What an outbound message showed; absent for what shoppers write. */
      blocks?: Block[];
      text: string;
      /** In the language of staff; `own`: what staff wrote, the message being its translation. */
      translation?: { text: string; own: boolean; doubtful: boolean };
      notes: string[];
      /** What staff say would have been right. */
      wrong?: { by: string; right: string };
      photos: PhotoView[];
      /** What staff attached. */
      files: FileView[];
      deleted: boolean;
      delivery: DeliveryLine | null;
    };

type Dated = { at: Date };
export type ThreadSource = {
  messages: (Dated & {
    id: string;
    seq: number;
    author: string;
    authorName: string | null;
    channel: string;
    content: MessageContent;
    text: string;
    deletedAt: Date | null;
    deliveries: { state: string; status: string | null; error?: string | null }[];
  })[];
  photos: PhotoSource[];
  more: boolean;
  translations?: Map<string, { text: string; by: string; doubtful: boolean }>;
  cases: {
    id: string;
    intent: string;
    orderName: string | null;
    escalation: string | null;
    status: string;
    owner: string;
    openedAt: Date;
    updatedAt: Date;
    closedAt: Date | null;
  }[];
  evidence: {
    id: string;
    identityId: string;
    otherId: string;
    kind: string;
    strength: string;
    createdAt: Date;
    withdrawnAt: Date | null;
    withdrawnBy: string | null;
  }[];
  contacts: { id: string; kind: string }[];
  audits: (Dated & { actor: string; action: string; detail: unknown })[];
  ratings?: RatingSource[];
  lessons?: { messageId: string; by: string; proposal: string }[];
  effects: { id: string; kind: string; state: string; actor?: string | null; updatedAt: Date }[];
};
/** `addressOf`: where a file that staff sent can be opened. */
export type ThreadWords = { addressOf(fileId: string): string; now: Date; timeZone: string; shopperName: string; assistantName: string };

/** One list in time order over all channels: days, channel changes, bubbles and thin lines for what happened. */
export function threadItems(source: ThreadSource, words: ThreadWords): ThreadItem[] {
  const events = threadEvents(source);
  // With older messages hidden, older events would stand without their context.
  const oldest = source.more ? source.messages[0]?.at : undefined;
  const entries = [
    ...source.messages.map((message) => ({ at: message.at, order: message.seq, message })),
    ...events.filter((event) => !oldest || event.at >= oldest).map((event) => ({ at: event.at, order: 0, event })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime() || one.order - other.order);

  const items: ThreadItem[] = [];
  let day: Date | undefined;
  let channel: string | undefined;
  for (const entry of entries) {
    if (!day || !sameDay(day, entry.at, words.timeZone)) {
      items.push({ kind: "day", key: `day-${entry.at.toISOString()}`, text: sayDay(entry.at, words.now, words.timeZone) });
      day = entry.at;
    }
    if ("event" in entry) {
      items.push({ kind: "event", key: entry.event.key, text: entry.event.text, clock: sayClock(entry.at, words.timeZone) });
      continue;
    }
    if (entry.message.channel !== channel) {
      const text = channel === undefined ? channelName(entry.message.channel) : `Continued on ${channelName(entry.message.channel)}`;
      items.push({ kind: "channel", key: `channel-${entry.message.id}`, channel: entry.message.channel, text });
      channel = entry.message.channel;
    }
    items.push(messageItem(entry.message, source, words));
  }
  return items;
}

function messageItem(message: ThreadSource["messages"][number], source: ThreadSource, words: ThreadWords): ThreadItem {
  const translation = source.translations?.get(message.id);
  const photos = message.deletedAt ? [] : source.photos.filter((photo) => photo.messageId === message.id).map(photoView);
  const lesson = source.lessons?.find((one) => one.messageId === message.id);
  const author = (["shopper", "assistant", "staff"] as const).find((one) => one === message.author) ?? "system";
  const names = { shopper: words.shopperName, assistant: words.assistantName, staff: message.authorName ?? "Staff", system: "" };
  const { content } = message;
  return {
    kind: "message",
    key: message.id,
    author,
    name: names[author],
    channel: message.channel,
    clock: sayClock(message.at, words.timeZone),
    at: message.at.toISOString(),
    ...("blocks" in content && !message.deletedAt ? { blocks: asSent(message.channel, content) } : {}),
    text: message.deletedAt ? "" : message.text,
    ...(translation && !message.deletedAt && translation.text !== message.text
      ? { translation: { text: translation.text, own: translation.by === "staff", doubtful: translation.doubtful } }
      : {}),
    notes: "blocks" in content || message.deletedAt ? [] : inboundNotes(content, photos.length),
    photos,
    files:
      "blocks" in content && !message.deletedAt ? (content.files ?? []).map((file) => ({ ...file, url: words.addressOf(file.id) })) : [],
    ...(lesson && { wrong: { by: lesson.by, right: lesson.proposal } }),
    deleted: message.deletedAt !== null,
    delivery: deliveryLine(message.channel, message.author, message.deliveries),
  };
}

/** WhatsApp gets our prose with its own marks; a template's words are in them already. */
function asSent(channel: string, { blocks, template }: Extract<MessageContent, { blocks: unknown }>): Block[] {
  if (channel !== "whatsapp" || template) return blocks;
  return blocks.map((block) => {
    if (block.kind === "text") return { ...block, text: toWhatsApp(block.text) };
    return "prompt" in block && block.prompt ? { ...block, prompt: toWhatsApp(block.prompt) } : block;
  });
}

/** What came with a message besides its words. */
function inboundNotes(content: Exclude<MessageContent, { blocks: unknown }>, photos: number): string[] {
  // A picture that is shown needs no note.
  const files = photos > 0 ? content.attachments.filter((one) => one.kind !== "image") : content.attachments;
  return [
    content.subject && `Subject: ${content.subject}`,
    content.choice && content.text !== "" && content.text !== content.choice.title && `Tapped: ${content.choice.title}`,
    content.items?.length && picked(content.items.reduce((sum, item) => sum + item.quantity, 0)),
    content.reaction && `Reacted with ${content.reaction}`,
    content.unsupported && "Sent something that cannot be shown here. Look at it in the channel's own app.",
    ...files.map(attachmentNote),
  ].filter((note): note is string => typeof note === "string" && note !== "");
}

const picked = (count: number): string => (count === 1 ? "Picked one item" : `Picked ${count} items`);

const attachmentWords: Record<Attachment["kind"], string> = { image: "Picture", audio: "Voice message", video: "Video", file: "File" };
const attachmentNote = (one: Attachment) => [attachmentWords[one.kind], one.fileName].filter(Boolean).join(": ");

const auditWords: Record<string, string> = {
  "took-over": "took over",
  "handed-back": "handed back to the assistant",
  "closed-case": "closed the case",
  "opened-again": "opened the case again",
  "was-given": "was given the case",
  "gave-back": "gave the case back",
  "passed-on": "passed the case on",
  "merged-cases": "made two cases one",
  snoozed: "put it aside for later",
  woke: "brought it back to the queue",
  "accepted-draft": "approved the assistant's draft",
  "edited-draft": "edited the assistant's draft",
  "rejected-draft": "rejected the assistant's draft",
};

/** The shopper's own answer to whether we may go on elsewhere. */
function moveWords(action: string, detail: unknown): string | null {
  const [from, to] = [textIn(detail, "from"), textIn(detail, "to")].map((one) => byChannel(one ?? ""));
  if (action === "agreed-to-move") return `The shopper agreed ${from} to go on ${to}`;
  return action === "declined-move" ? `The shopper preferred to stay ${from}` : null;
}

/** "Sam closed the case: solved". */
function closedWords(detail: unknown): string {
  const outcome = caseOutcome(textIn(detail, "outcome"))?.toLowerCase();
  return outcome ? `: ${outcome}` : "";
}

/** The record of a close and the close itself may be milliseconds apart. */
const sameMoment = 1_000;

function threadEvents(source: ThreadSource): { at: Date; key: string; text: string }[] {
  const closedByStaff = source.audits.filter((one) => one.action === "closed-case").map((one) => one.at.getTime());
  const handedOver = source.audits.filter((one) => one.action === "handed-over");
  const kindOf = (id: string) => identityKind(source.contacts.find((contact) => contact.id === id)?.kind ?? "");
  return [
    ...source.cases.flatMap((one) => [
      { at: one.openedAt, key: `${one.id}-open`, text: `Case opened: ${caseTopic(one)}` },
      ...(one.escalation && !handedOver.some((audit) => caseIdOf(audit) === one.id)
        ? [{ at: handedOverAt(one, source), key: `${one.id}-escalated`, text: escalatedLine(one) }]
        : []),
      ...(one.closedAt && !closedByStaff.some((at) => Math.abs(at - (one.closedAt?.getTime() ?? 0)) < sameMoment)
        ? [{ at: one.closedAt, key: `${one.id}-closed`, text: `Case closed: ${caseTopic(one)}` }]
        : []),
    ]),
    ...source.effects.map((one) => ({ at: one.updatedAt, key: one.id, text: effectLine(one.kind, one.state, one.actor) })),
    ...source.evidence
      .filter((edge) => edge.strength === "proof")
      .flatMap((edge) => [
        {
          at: edge.createdAt,
          key: edge.id,
          text: `Proven: ${evidenceKind(edge.kind)} (${kindOf(edge.identityId)} and ${kindOf(edge.otherId)})`,
        },
        ...(edge.withdrawnAt
          ? [
              {
                at: edge.withdrawnAt,
                key: `${edge.id}-withdrawn`,
                text: `Proof withdrawn${edge.withdrawnBy ? ` by ${edge.withdrawnBy}` : ""}`,
              },
            ]
          : []),
      ]),
    ...source.audits.flatMap((one, place) => {
      if (one.action === "handed-over") return [{ at: one.at, key: `audit-${place}`, text: handOverLine(textIn(one.detail, "reason")) }];
      if (one.action === "assigned")
        return [{ at: one.at, key: `audit-${place}`, text: `${one.actor} assigned it to ${textIn(one.detail, "to")}` }];
      if (one.action === "snooze-over") return [{ at: one.at, key: `audit-${place}`, text: "Back in the queue" }];
      const moved = moveWords(one.action, one.detail);
      if (moved) return [{ at: one.at, key: `audit-${place}`, text: moved }];
      const words = auditWords[one.action];
      if (one.action === "reopened-case") return [{ at: one.at, key: `audit-${place}`, text: "Opened again: the shopper wrote about it" }];
      return words ? [{ at: one.at, key: `audit-${place}`, text: `${one.actor} ${words}${closedWords(one.detail)}` }] : [];
    }),
    ...(source.ratings ?? []).map((one) => ({
      at: one.at,
      key: `rating-${one.id}`,
      text: `The shopper rated the help: ${ratingWords(one)}`,
    })),
  ];
}

/** Where the turn left no audit row: no later than the first thing that staff did in this case. */
function handedOverAt(row: ThreadSource["cases"][number], source: ThreadSource): Date {
  const acts = [...source.audits.filter((one) => one.action === "took-over"), ...source.messages.filter((one) => one.author === "staff")];
  const times = acts.map((act) => act.at.getTime()).filter((time) => time >= row.openedAt.getTime());
  return new Date(Math.min(row.updatedAt.getTime(), ...times));
}

/** A case whose reply waits to be approved was not handed over by that: the assistant has it until a person takes it. */
function escalatedLine(row: ThreadSource["cases"][number]): string {
  if (row.escalation !== draftReason) return handOverLine(row.escalation);
  return waitsForApproval(row) ? "A reply waits to be approved" : "A reply was written to be approved";
}

const handOverLine = (reason: string | null) => `Handed to staff because ${escalationReason(reason) ?? "a person is needed"}`;
const caseIdOf = (audit: { detail: unknown }) => textIn(audit.detail, "caseId");

function textIn(detail: unknown, name: string): string | null {
  const value = detail !== null && typeof detail === "object" ? (detail as Record<string, unknown>)[name] : undefined;
  return typeof value === "string" ? value : null;
}
