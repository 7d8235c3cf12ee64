import type { WidgetMessage } from "../protocol.ts";

/** One message as the thread shows it. */
export type Shown = {
  message: WidgetMessage;
  /** Nothing was said since: its controls still ask. */
  live: boolean;
  /** What the shopper said next, so that the choice that was made can stay visible. */
  answer?: string;
};

export type Line =
  | { kind: "system"; key: string; message: WidgetMessage }
  | { kind: "channel"; key: string; channel: string; back: boolean }
  | { kind: "group"; key: string; author: WidgetMessage["author"]; name?: string; at: number; shown: Shown[] };

/** Messages further apart than this start a new group with its own time. */
const groupGap = 5 * 60 * 1_000;

/** Lays messages out as groups and lines between them. `waiting`: what the shopper said that the thread does not have yet. */
export function layOut(messages: WidgetMessage[], waiting: string | undefined): Line[] {
  const lines: Line[] = [];
  let previous: WidgetMessage | undefined;
  const answers = answersBelow(messages, waiting);
  messages.forEach((message, at) => {
    if (message.author === "system") {
      lines.push({ kind: "system", key: message.id, message });
      previous = message;
      return;
    }
    if (previous && previous.author !== "system" && previous.channel !== message.channel) {
      const back = message.channel === "widget";
      lines.push({ kind: "channel", key: `to-${message.id}`, channel: back ? previous.channel : message.channel, back });
    } else if (!previous && message.channel !== "widget") {
      lines.push({ kind: "channel", key: `to-${message.id}`, channel: message.channel, back: true });
    }
    const open = lines.at(-1);
    const shown: Shown = { message, live: answers[at] === undefined, answer: answers[at] };
    const fits =
      open?.kind === "group" && open.author === message.author && open.name === message.name && message.at - open.at < groupGap;
    if (fits) {
      open.shown.push(shown);
      open.at = message.at;
    } else lines.push({ kind: "group", key: message.id, author: message.author, name: message.name, at: message.at, shown: [shown] });
    previous = message;
  });
  return lines;
}

/** For each message the next words of the shopper; undefined while there are none. */
function answersBelow(messages: WidgetMessage[], waiting: string | undefined): (string | undefined)[] {
  let answer = waiting;
  return messages
    .toReversed()
    .map((message) => {
      const below = answer;
      if (message.author === "shopper") answer = message.blocks.map((block) => (block.kind === "text" ? block.text : "")).join("\n");
      return below;
    })
    .reverse();
}

/** Who speaks for the shop just now: the person when staff wrote last. */
export function speaker(messages: WidgetMessage[]): { staff: true; name: string } | null {
  const last = messages.findLast((message) => message.author === "assistant" || message.author === "staff");
  return last?.author === "staff" && last.name ? { staff: true, name: last.name } : null;
}

/** The kind of answer that is expected now; the composer's placeholder names it. */
export function expected(messages: WidgetMessage[]): "choices" | "items" | "quote" | null {
  const last = messages.at(-1);
  if (!last || last.author === "shopper") return null;
  const kind = last.blocks.findLast((block) => block.kind === "choices" || block.kind === "items" || block.kind === "quote")?.kind;
  return kind === "choices" || kind === "items" || kind === "quote" ? kind : null;
}
