import { badParameter, type GraphTrouble } from "./graph-error.ts";
import { at } from "./whatsapp-rules.ts";

/** What Instagram refuses in a message body, whoever it is sent to. Text is counted in UTF-8 bytes. */
export function checkInstagramBody(body: Record<string, unknown>): GraphTrouble | null {
  const known = new Set(["recipient", "message", "messaging_type", "tag"]);
  const odd = Object.keys(body).find((key) => !known.has(key));
  if (odd) return badParameter(100, `Unknown parameter ${odd}`);
  if (body.tag !== undefined && (body.tag !== "HUMAN_AGENT" || body.messaging_type !== "MESSAGE_TAG")) {
    return badParameter(100, "Only the tag HUMAN_AGENT with messaging_type MESSAGE_TAG is supported");
  }
  const attachment = at(body, "message", "attachment");
  if (attachment !== undefined) return checkAttachment(at(body, "message"), attachment);
  const text = at(body, "message", "text");
  if (typeof text !== "string" || text.trim() === "") return badParameter(100, "message[text] must not be empty");
  if (Buffer.byteLength(text) > 1000) return badParameter(100, "Length of param message[text] must be at most 1000 bytes");
  const replies = at(body, "message", "quick_replies");
  return replies === undefined ? null : checkQuickReplies(replies);
}

/** A picture by its address, and nothing beside it; whether it is one shows when it is fetched. */
function checkAttachment(message: unknown, attachment: unknown): GraphTrouble | null {
  if (at(message, "text") !== undefined) return badParameter(100, "message has either text or attachment");
  if (at(attachment, "type") !== "image") return badParameter(100, "message[attachment][type] must be image");
  const url = at(attachment, "payload", "url");
  return typeof url === "string" && URL.canParse(url) ? null : badParameter(100, "message[attachment][payload][url] is required");
}

function checkQuickReplies(replies: unknown): GraphTrouble | null {
  if (!Array.isArray(replies) || replies.length < 1 || replies.length > 13) return badParameter(100, "quick_replies: 1 to 13");
  for (const reply of replies) {
    const title = at(reply, "title");
    const payload = at(reply, "payload");
    if (at(reply, "content_type") !== "text") return badParameter(100, "quick_replies: content_type must be text");
    if (typeof title !== "string" || title.trim() === "" || title.length > 20)
      return badParameter(100, "quick_replies: title has 1 to 20 characters");
    if (typeof payload !== "string" || payload === "" || payload.length > 1000)
      return badParameter(100, "quick_replies: payload has 1 to 1000 characters");
  }
  return null;
}
