import { type Bubble, emptyBubble, type ShownChoice } from "./phone.ts";
import { at } from "./whatsapp-rules.ts";

/** How a phone shows what was sent to it. Bodies have passed the rules already. */
export function instagramBubble(id: string, when: Date, message: unknown): Bubble {
  if (at(message, "attachment") !== undefined) return emptyBubble(id, "business", when);
  const replies = (at(message, "quick_replies") as { title: string; payload: string }[] | undefined) ?? [];
  const choices = replies.map((reply) => ({ id: reply.payload, title: reply.title }));
  return { ...emptyBubble(id, "business", when), text: String(at(message, "text")), choices };
}

export function whatsAppBubble(id: string, when: Date, body: Record<string, unknown>): Bubble {
  const bubble = emptyBubble(id, "business", when);
  if (body.type === "text") return { ...bubble, text: String(at(body, "text", "body")) };
  if (body.type === "image" || body.type === "document") {
    const text = String(at(body, body.type, "caption") ?? "");
    return { ...bubble, text, ...(body.type === "document" && { fileName: String(at(body, "document", "filename") ?? "") }) };
  }
  const action = at(body, "interactive", "action");
  bubble.text = String(at(body, "interactive", "body", "text"));
  switch (at(body, "interactive", "type")) {
    case "button":
      bubble.choices = (at(action, "buttons") as { reply: ShownChoice }[]).map((button) => button.reply);
      break;
    case "list":
      bubble.choices = (at(action, "sections") as { rows: ShownChoice[] }[]).flatMap((section) => section.rows);
      bubble.listButton = String(at(action, "button"));
      break;
    case "cta_url":
      bubble.link = { label: String(at(action, "parameters", "display_text")), url: String(at(action, "parameters", "url")) };
  }
  return bubble;
}
