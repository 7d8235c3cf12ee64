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
  /** The talk moved: back here from a channel, over to one; or it began on one. */
  | { kind: "channel"; key: string; channel: string; how: "from" | "on" | "here" }
  | { kind: "group"; key: string; author: WidgetMessage["author"]; name?: string; at: number; shown: Shown[]; timed: boolean };

/** Messages further apart than this start a new group; the time stands under the last one before such a pause. */
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
      lines.push({
        kind: "channel",
        key: `to-${message.id}`,
        channel: back ? previous.channel : message.channel,
        how: back ? "from" : "on",
      });
    } else if (!previous && message.channel !== "widget") {
      lines.push({ kind: "channel", key: `to-${message.id}`, channel: message.channel, how: "here" });
    }
    const open = lines.at(-1);
    if (open?.kind === "group" && message.at - open.at < groupGap) open.timed = false;
    const shown: Shown = { message, live: answers[at] === undefined, answer: answers[at] };
    const fits = open?.kind === "group" && open.author === message.author && open.name === message.name && message.at - open.at < groupGap;
    if (fits) {
      open.shown.push(shown);
      open.at = message.at;
      open.timed = true;
    } else
      lines.push({
        kind: "group",
        key: message.id,
        author: message.author,
        name: message.name,
        at: message.at,
        shown: [shown],
        timed: true,
      });
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

/** The name of the person who speaks for the shop just now; null when it is the assistant. */
export function speaker(messages: WidgetMessage[]): string | null {
  const last = messages.findLast((message) => message.author === "assistant" || message.author === "staff");
  return last?.author === "staff" ? (last.name ?? null) : null;
}

/** The kind of answer that is expected now; the composer's placeholder names it. */
export function expected(messages: WidgetMessage[]): "choices" | "items" | "quote" | null {
  const last = messages.at(-1);
  if (!last || last.author === "shopper") return null;
  const kind = last.blocks.findLast((block) => block.kind === "choices" || block.kind === "items" || block.kind === "quote")?.kind;
  return kind === "choices" || kind === "items" || kind === "quote" ? kind : null;
}
