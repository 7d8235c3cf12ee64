import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createComposer } from "#widget/models/composer.ts";
import { createConversation } from "#widget/models/conversation.ts";
import { createDraft } from "#widget/models/draft.ts";
import { createOutbox } from "#widget/models/outbox.ts";
import { createSession } from "#widget/models/session.ts";
import { createKeeper } from "#widget/models/storage.ts";
import { expected, layOut, speaker } from "#widget/models/thread.ts";
import type { BootRequest, DraftRequest, SendRequest } from "#widget/protocol.ts";
import { RequestError } from "#widget/transport/api.ts";
import { bootAnswer, createBrowserStorage, message } from "./factories.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const text = (words: string) => [{ kind: "text" as const, text: words }];

test("a message that comes twice or late stands once and in its place", () => {
  const conversation = createConversation();
  for (const seq of [1, 3, 2, 3]) conversation.apply({ type: "message-created", message: message(seq) }, seq);
  expect(conversation.messages.value.map((one) => one.seq)).toEqual([1, 2, 3]);
  expect(conversation.cursor()).toBe(3);
});

test("an update moves the cursor only as far as the server says", () => {
  const conversation = createConversation();
  conversation.replace([message(1), message(2)], 7);
  conversation.apply({ type: "message-updated", message: message(1, { blocks: text("new") }) }, 8);
  expect(conversation.messages.value[0]?.blocks).toEqual(text("new"));
  expect(conversation.cursor()).toBe(8);
});

test("a quick answer shows no typing sign, a slow one does until it comes", () => {
  const conversation = createConversation();
  conversation.apply({ type: "turn-started" }, null);
  vi.advanceTimersByTime(250);
  conversation.apply({ type: "turn-ended" }, null);
  vi.advanceTimersByTime(1_000);
  expect(conversation.typing.value).toBe(false);

  conversation.apply({ type: "turn-started" }, null);
  vi.advanceTimersByTime(301);
  expect(conversation.typing.value).toBe(true);
  conversation.apply({ type: "message-created", message: message(1) }, 1);
  expect(conversation.typing.value).toBe(false);
});

test("a turn whose end is lost stops typing by itself", () => {
  const conversation = createConversation();
  conversation.apply({ type: "turn-started" }, null);
  vi.advanceTimersByTime(120_000);
  expect(conversation.typing.value).toBe(false);
});

test("messages go out in order, one at a time, and wait when the server is away", async () => {
  const keeper = createBrowserStorage().openTab();
  const sent: string[] = [];
  let away = true;
  const outbox = createOutbox(keeper, async (request) => {
    if (away) throw new RequestError(0);
    sent.push(request.clientId);
  });
  outbox.add({ clientId: "a", text: "one" }, "one");
  outbox.add({ clientId: "b", text: "two" }, "two");
  await vi.advanceTimersByTimeAsync(10);
  expect(outbox.pending.value.map((one) => one.state)).toEqual(["failed", "failed"]);
  expect(keeper.read().outbox?.map((one) => one.label)).toEqual(["one", "two"]);
  away = false;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toEqual(["a", "b"]);
  expect(outbox.pending.value.map((one) => one.state)).toEqual(["sent", "sent"]);
  expect(keeper.read().outbox).toEqual([]);
  outbox.settle([message(1, { clientId: "a" }), message(2, { clientId: "b" })]);
  expect(outbox.pending.value).toEqual([]);
});

test("what the server refuses is not sent again by itself, and holds nothing up", async () => {
  const keeper = createBrowserStorage().openTab();
  const tries: string[] = [];
  const outbox = createOutbox(keeper, async (request) => {
    tries.push(request.clientId);
    if (request.clientId === "bad" && tries.length < 3) throw new RequestError(422);
  });
  outbox.add({ clientId: "bad", text: "x" }, "x");
  outbox.add({ clientId: "good", text: "y" }, "y");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tries).toEqual(["bad", "good"]);
  expect(outbox.pending.value.map((one) => one.state)).toEqual(["refused", "sent"]);
  outbox.retry("bad");
  await vi.advanceTimersByTimeAsync(10);
  expect(outbox.pending.value.map((one) => one.state)).toEqual(["sent", "sent"]);
});

test("an unsent message survives the page, and another tab's writing does not lose it", async () => {
  const browser = createBrowserStorage();
  const fail = async (_: SendRequest) => Promise.reject(new RequestError(503));
  const first = createOutbox(browser.openTab(), fail);
  first.add({ clientId: "a", text: "kept" }, "kept");
  const second = createOutbox(browser.openTab(), fail);
  await vi.advanceTimersByTimeAsync(10);
  second.add({ clientId: "b", text: "other" }, "other");
  first.add({ clientId: "c", text: "more" }, "more");
  await vi.advanceTimersByTimeAsync(10);
  const reloaded = createOutbox(browser.openTab(), fail);
  expect(reloaded.pending.value.map((one) => one.label).sort()).toEqual(["kept", "more", "other"]);
});

test("a browser that forbids storage still works for this page", () => {
  const keeper = createKeeper("linden-loom.myshopify.com", {
    storage: () => {
      throw new Error("forbidden");
    },
    events: new EventTarget(),
  });
  keeper.write({ draft: "hello" });
  expect(keeper.read().draft).toBe("hello");
});

test("two shops in one browser keep their things apart", () => {
  const browser = createBrowserStorage();
  browser.openTab("one.myshopify.com").write({ token: "first" });
  expect(browser.openTab("two.myshopify.com").read().token).toBeUndefined();
});

function startSession(keeper = createBrowserStorage().openTab()) {
  const boots: BootRequest[] = [];
  const api = {
    boot: async (request: BootRequest) => {
      boots.push(request);
      return bootAnswer({ token: `token-${boots.length}` });
    },
  };
  return { keeper, boots, session: createSession(api, keeper, { locale: "de", path: () => "/products/shirt" }, () => {}) };
}

test("calls at the same time share one boot", async () => {
  const { session, boots, keeper } = startSession();
  const tokens = await Promise.all([1, 2, 3].map(() => session.authorized(async (one) => one.token)));
  expect(tokens).toEqual(["token-1", "token-1", "token-1"]);
  expect(boots).toEqual([{ locale: "de", page: "/products/shirt" }]);
  expect(keeper.read().token).toBe("token-1");
});

test("a refused token is exchanged once and the call made again", async () => {
  const { session, boots } = startSession();
  const used: string[] = [];
  const call = async ({ token }: { token: string }) => {
    used.push(token);
    if (token === "token-1") throw new RequestError(401);
    return "done";
  };
  expect(await session.authorized(call)).toBe("done");
  expect(used).toEqual(["token-1", "token-2"]);
  expect(boots[1]?.token).toBe("token-1");
});

test("a tab takes over the token that another tab has renewed", async () => {
  const browser = createBrowserStorage();
  const { session, boots } = startSession(browser.openTab());
  await session.renew();
  browser.openTab().write({ token: "from-the-other-tab" });
  const token = await session.authorized(async (one) => {
    if (one.token === "token-1") throw new RequestError(401);
    return one.token;
  });
  expect(token).toBe("from-the-other-tab");
  expect(boots).toHaveLength(1);
});

test("a server that refuses every token is not asked for ever", async () => {
  const { session, boots } = startSession();
  await expect(session.authorized(() => Promise.reject(new RequestError(401)))).rejects.toThrow(RequestError);
  expect(boots.length).toBeLessThanOrEqual(3);
});

test("messages of one author close together are one group, and a change of channel is said", () => {
  const lines = layOut(
    [
      message(1, { author: "shopper", channel: "instagram", at: 0 }),
      message(2, { channel: "instagram", at: 1_000 }),
      message(3, { channel: "instagram", at: 2_000 }),
      message(4, { author: "shopper", at: 3_600_000 }),
      message(5, { author: "shopper", channel: "whatsapp", at: 3_700_000 }),
    ],
    undefined,
  );
  expect(
    lines.map((line) =>
      line.kind === "group"
        ? `${line.author} ${line.shown.length}${line.timed ? " timed" : ""}`
        : line.kind === "channel"
          ? `${line.how} ${line.channel}`
          : "system",
    ),
  ).toEqual(["here instagram", "shopper 1", "assistant 2 timed", "from instagram", "shopper 1 timed", "on whatsapp", "shopper 1 timed"]);
});

test("only what nobody has answered yet still asks", () => {
  const thread = [message(1), message(2, { author: "shopper", blocks: text("Track it") }), message(3)];
  const shown = layOut(thread, undefined).flatMap((line) => (line.kind === "group" ? line.shown : []));
  expect(shown.map((one) => [one.live, one.answer])).toEqual([
    [false, "Track it"],
    [true, undefined],
    [true, undefined],
  ]);
  expect(
    layOut(thread, "on its way")
      .flatMap((line) => (line.kind === "group" ? line.shown : []))
      .at(-1)?.answer,
  ).toBe("on its way");
});

test("the header names the person while staff answer, and what is expected is known", () => {
  expect(speaker([message(1, { author: "staff", name: "Ada Sample" }), message(2, { author: "shopper" })])).toBe("Ada Sample");
  expect(speaker([message(1, { author: "staff", name: "Ada Sample" }), message(2)])).toBeNull();
  expect(expected([message(1, { blocks: [{ kind: "choices", choices: [] }] })])).toBe("choices");
  expect(expected([message(1), message(2, { author: "shopper" })])).toBeNull();
});

function draftOf(asked: boolean) {
  const sent: DraftRequest[] = [];
  const keeper = createBrowserStorage().openTab();
  const composer = createComposer(keeper);
  const question = [{ kind: "choices" as const, choices: [{ id: "case|reason|other", title: "Other" }] }];
  const messages = signal([message(1, { author: "assistant", blocks: asked ? question : text("Hello") })]);
  const draft = createDraft({ keeper, text: composer.text, messages, deliver: async (one) => void sent.push(one) });
  return { sent, composer, draft, keeper };
}

test("what is typed goes to the server once the keys are quiet, and is taken back when it is sent", async () => {
  const { sent, composer } = draftOf(true);
  for (const words of ["it", "it is", "it is torn"]) composer.write(words);
  await vi.advanceTimersByTimeAsync(799);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(2);
  expect(sent).toEqual([{ text: "it is torn", items: [] }]);
  expect(composer.take()).toBe("it is torn");
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.at(-1)).toEqual({ text: "", items: [] });
});

test("nothing leaves the browser while the shop has asked nothing", async () => {
  const { sent, composer, draft } = draftOf(false);
  composer.write("just thinking");
  await vi.advanceTimersByTimeAsync(5_000);
  draft.save();
  composer.write("");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([]);
});

test("ticked items go along, and are still ticked after a reload", async () => {
  const { sent, draft, keeper } = draftOf(true);
  draft.pick("case|items|pick", [{ id: "line-1", quantity: 2 }]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([{ text: "", choiceId: "case|items|pick", items: [{ id: "line-1", quantity: 2 }] }]);
  expect(keeper.read().picks).toEqual({ choiceId: "case|items|pick", items: [{ id: "line-1", quantity: 2 }] });
});
