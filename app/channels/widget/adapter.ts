import { z } from "zod";
import type { ChannelAdapter, InboundItem, RenderedPart } from "../channel.ts";
import { type Attachment, type Block, plainText } from "../message.ts";
import { capabilities } from "./capabilities.ts";

const maxTextLength = 4000;

const pickedItems = z.array(z.object({ id: z.string().max(200), quantity: z.number().int().min(1).max(999) })).max(100);
const messageSchema = z.object({
  clientId: z.string().regex(/^[\w-]{8,64}$/),
  text: z.string().max(maxTextLength).optional(),
  choice: z.object({ id: z.string().max(300), title: z.string().max(200) }).optional(),
  items: pickedItems.optional(),
});
const saysSomething = (request: z.infer<typeof messageSchema>) => Boolean(request.text?.trim() || request.choice || request.items);

/** What the widget may post; anything else is refused with 400 before it is stored. */
export const sendRequestSchema = messageSchema.refine(saysSomething, { message: "There is nothing in the message." });

/** What is being written or picked and was not sent. */
export const draftSchema = z.object({ text: z.string().max(maxTextLength), choiceId: z.string().max(300).optional(), items: pickedItems });

/** The stored form: what was posted, and what our own session says of the sender. `photo`: under which name our door kept a picture. */
export const widgetEventSchema = z
  .object({
    account: z.string().min(1),
    visitor: z.string().min(1),
    at: z.number().int().min(0).max(8.64e15),
    message: messageSchema,
    photo: z.string().max(100).optional(),
  })
  .refine(({ message, photo }) => photo !== undefined || saysSomething(message));
export type WidgetEvent = z.infer<typeof widgetEventSchema>;

function parse(body: unknown): InboundItem[] {
  const parsed = widgetEventSchema.safeParse(body);
  if (!parsed.success) return [{ kind: "ignored", account: "", reason: "not a widget event" }];
  const { account, visitor, at, message, photo } = parsed.data;
  const attachments: Attachment[] = photo ? [{ kind: "image", reference: photo }] : [];
  return [
    {
      kind: "message",
      account,
      externalId: `${visitor}:${message.clientId}`,
      sender: { kind: "widget", externalId: visitor },
      at: new Date(at),
      content: { text: message.text?.trim() ?? "", choice: message.choice, items: message.items, attachments },
    },
  ];
}

/** The widget shows blocks as they are. */
function render(blocks: Block[]): RenderedPart[] {
  return blocks.length === 0 ? [] : [{ body: { blocks }, text: plainText({ blocks }) }];
}

export const widgetAdapter: ChannelAdapter = { name: "widget", capabilities, parse, render };
