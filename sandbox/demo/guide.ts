import type { World } from "../world.ts";
import type { GuideStep } from "./demo-api.ts";
import { chunksOf } from "./forward.ts";

export const untouchedGuide: Record<GuideStep, boolean> = {
  started: false,
  proven: false,
  "left-at-reason": false,
  "resumed-on-instagram": false,
  "one-return": false,
};

/** What one conversation's page tells staff; `instagram` is what the phone was shown. */
export function stepsOnPage(html: string, instagram: string[]): GuideStep[] {
  const page = html.replaceAll("<!-- -->", "");
  const onChannel = (channel: string) => new RegExp(`class="ot-switch"><span class="ot-mark" data-channel="${channel}"`).test(page);
  const step = (label: string, done: boolean) =>
    page.includes(`<li data-done="${done}"><span class="ot-hidden">${done ? "Done" : "Open"}: </span>${label}<`);
  const steps: GuideStep[] = [];
  if (!onChannel("widget")) return steps;
  if (/Case opened: A return/.test(page)) steps.push("started");
  if (/<span>Proven: /.test(page)) steps.push("proven");
  if (step("Items", true) && step("Reason", false)) steps.push("left-at-reason");
  // The step is written as "3/5" on chat channels.
  if (onChannel("instagram") && step("Items", true) && instagram.some((text) => /^[3-5]\/5\b/m.test(text)))
    steps.push("left-at-reason", "resumed-on-instagram");
  return steps;
}

/** Exactly one return of an order that the app has asked for, and asked for once. */
export function hasOneReturn(world: World): boolean {
  const asked = world.history.of("shopify").filter((entry) => entry.operation === "returnRequest" || entry.operation === "returnCreate");
  const order = asked.length === 1 ? asked[0]?.detail.orderName : undefined;
  return typeof order === "string" && world.shopify.store.orderByName(order).returns.length === 1;
}

/** Several things happen in one turn: they are read together. Milliseconds. */
const gather = 250;

/** Reads what staff see whenever the app says that a conversation changed. Returns the function that ends it. */
export function watchInbox(world: World, onPage: (html: string) => void): () => void {
  const stop = new AbortController();
  const waiting = new Map<string, NodeJS.Timeout>();
  const read = async (id: string) => {
    waiting.delete(id);
    // A conversation that has moved into another one has no page; the other one is told of too.
    const html = await world.merchant.openApp(`/app/inbox/${id}`).catch(() => undefined);
    if (html && !stop.signal.aborted) onPage(html);
  };
  const hear = (line: string) => {
    const id = /"conversationId":"([0-9a-z]+)"/.exec(line)?.[1];
    if (id && !waiting.has(id))
      waiting.set(
        id,
        setTimeout(() => void read(id), gather),
      );
  };
  void follow(world, hear, stop.signal);
  return () => {
    stop.abort();
    for (const timer of waiting.values()) clearTimeout(timer);
  };
}

async function follow(world: World, hear: (line: string) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await world.merchant.request("/app/stream", { signal });
      let rest = "";
      const decoder = new TextDecoder();
      for await (const part of response.body ? chunksOf(response.body) : []) {
        const lines = (rest + decoder.decode(part, { stream: true })).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) hear(line);
      }
    } catch {
      // The app ends each stream after a while, and stops with the world.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
