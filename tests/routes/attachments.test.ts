import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sweepFiles } from "#app/domain/photos/files.server.ts";
import { requestWrites } from "#app/domain/privacy/requests.server.ts";
import { sweepShop } from "#app/domain/privacy/sweep.server.ts";
import { env } from "#app/platform/env.ts";
import type { PreviewAnswer } from "#app/ui/inbox/reply-preview.tsx";
import { picture } from "#sandbox/pictures.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { adminRequest, args, installShop, sessionToken, thrownResponse } from "./admin.ts";

let house: House;
beforeEach(async () => {
  house = await House.open({ mailbox: true });
});
afterEach(() => house.close());

/** A picture that says nothing of where it was taken. */
async function plain(seed: number, format: "jpeg" | "png" | "webp" = "jpeg", width = 800): Promise<Buffer> {
  return sharp(await picture(seed, { width, height: 600 }))
    .toFormat(format)
    .toBuffer();
}
/** One page with one line, and what fills it up to a size. */
function pdf(fill = 0): Buffer {
  const body = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n";
  return Buffer.concat([Buffer.from(body), Buffer.alloc(fill, "%filled\n"), Buffer.from("\ntrailer<</Root 1 0 R>>\n%%EOF\n")]);
}

/** A small file that says it is a picture of so many pixels. */
async function claims(width: number, height: number): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "white" } })
    .png()
    .toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

type Answer = { ok: boolean; problem?: string; file?: { id: string; kind: string; name: string; bytes: number; url: string } };
type Done = { ok: boolean; problem?: string; text?: string; files?: { id: string; name: string }[] };

/** The conversation of whoever has written, as staff work in it. */
async function desk(kind: "whatsapp" | "instagram" | "email" | "widget", externalId?: string) {
  await house.rest();
  const { conversationId } = await house.database.prisma.identity.findFirstOrThrow({ where: { kind, ...(externalId && { externalId }) } });
  const params = { conversationId };
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const files = await import("#app/routes/app.inbox.$conversationId.files.ts");
  const attach = async (name: string, bytes: Buffer, token = sessionToken()) => {
    const url = `https://app.example/app/inbox/${conversationId}/files?name=${encodeURIComponent(name)}`;
    const request = new Request(url, { method: "POST", headers: { authorization: `Bearer ${token}` }, body: new Uint8Array(bytes) });
    const response = await files.action(args(request, params));
    return { status: response.status, ...((await response.json()) as Answer) };
  };
  const act = async (form: Record<string, string>) => {
    const answer = await page.action(args(adminRequest(`/app/inbox/${conversationId}`, { name: "Sam", ...form }), params));
    return answer.data as Done;
  };
  return {
    conversationId,
    attach,
    act,
    view: (token?: string) => page.loader(args(adminRequest(`/app/inbox/${conversationId}`, undefined, token), params)),
    /** As the composer does a moment after each change. */
    keep: async (form: Record<string, string>) => {
      const { action } = await import("#app/routes/app.inbox.$conversationId.desk.ts");
      await action(args(adminRequest(`/app/inbox/${conversationId}/desk`, { intent: "draft", ...form }), params));
    },
    preview: async (form: Record<string, string>) => {
      const { action } = await import("#app/routes/app.inbox.$conversationId.preview.ts");
      return (await (await action(args(adminRequest(`/app/inbox/${conversationId}/preview`, form), params))).json()) as PreviewAnswer;
    },
    /** Attaches all, writes, and lets the ten seconds pass. */
    send: async (text: string, all: [name: string, bytes: Buffer][], clientId = "one") => {
      const ids: string[] = [];
      for (const [name, bytes] of all) ids.push((await attach(name, bytes)).file?.id ?? "");
      const done = await act({ intent: "reply", text, files: ids.join(","), clientId });
      await house.advance(10_500);
      await house.rest();
      return done;
    },
  };
}
async function onWhatsApp() {
  const phone = house.phone("whatsapp", "DE.4915155700001", "+4915155700001");
  await phone.sendText("I want to talk to a person");
  return { phone, ...(await desk("whatsapp")) };
}
/** The files that lie there for the shop. */
function kept(shopId: string): string[] {
  const folder = join(env.photosFolder, shopId);
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.includes("."))
    : [];
}
const same = (bytes: Uint8Array | undefined, other: Buffer) => Buffer.from(bytes ?? []).equals(other);

test("two pictures on WhatsApp: brought there and sent once, exactly these bytes, the words under the first", async () => {
  const { phone, send, view, act, conversationId } = await onWhatsApp();
  const before = phone.inbox.length;
  const [one, two] = [await plain(1), await plain(2, "png")];
  expect(
    await send("Here is the label.", [
      ["label.jpg", one],
      ["where.png", two],
    ]),
  ).toMatchObject({ ok: true });
  // The same again, as after a lost connection.
  await act({ intent: "reply", text: "Here is the label.", clientId: "one" });
  await house.advance(20_000);
  const got = phone.inbox.slice(before);
  expect(got.map(({ text, image }) => [text, image?.mimeType])).toEqual([
    ["Here is the label.", "image/jpeg"],
    ["", "image/png"],
  ]);
  expect([same(got[0]?.bytes, one), same(got[1]?.bytes, two)]).toEqual([true, true]);
  expect(house.asked("graph.facebook.com/v26.0/200000000000002/media")).toBe(2);
  const message = (await view()).items.findLast((item) => item.kind === "message");
  expect(message).toMatchObject({
    files: [
      { name: "label.jpg", kind: "jpeg" },
      { name: "where.png", kind: "png" },
    ],
    delivery: { text: "Read" },
  });
  expect((await view()).composer.held).toEqual([]);
  const row = await house.database.prisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  expect(row.lastMessage).toContain("label.jpg");
});

test("a PDF on WhatsApp is a document with its name; an upload that is lost is done again, the message goes once", async () => {
  const { phone, send } = await onWhatsApp();
  const before = phone.inbox.length;
  house.meta.faults.add("media.upload", { kind: "lost-reply" });
  const bytes = pdf(200_000);
  // What it is, its bytes say.
  await send("", [["../../Return label.exe", bytes]]);
  await house.advance(30_000);
  const got = phone.inbox.slice(before);
  expect(got.map(({ text, image, fileName }) => [text, image?.mimeType, fileName])).toEqual([["", "application/pdf", "Return label.pdf"]]);
  expect(same(got[0]?.bytes, bytes)).toBe(true);
});

test("by mail they are parts with type and name, all in one mail, and more than 10 MB is refused before", async () => {
  const box = house.mail.mailbox("ada@example.com");
  await box.send({ to: house.mail.shopAddress, subject: "My order", text: "I want to talk to a person" });
  while ((await house.database.prisma.identity.count({ where: { kind: "email" } })) === 0)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const { send, attach, act } = await desk("email");
  const before = box.inbox.length;
  const [one, two] = [await plain(3), await plain(4, "webp")];
  await send("Both sides.", [
    ["front.jpg", one],
    ["Rückseite ümläut.webp", two],
  ]);
  const got = box.inbox.slice(before);
  expect(got).toHaveLength(1);
  expect(got[0]?.text).toContain("Both sides.");
  expect(got[0]?.attachments.map(({ fileName, mimeType, disposition }) => [fileName, mimeType, disposition])).toEqual([
    ["front.jpg", "image/jpeg", "attachment"],
    ["Rückseite ümläut.webp", "image/webp", "attachment"],
  ]);
  expect(got[0]?.attachments.map(({ bytes }, place) => same(bytes, place === 0 ? one : two))).toEqual([true, true]);
  await send("", [["invoice.pdf", pdf(1000)]], "two");
  expect(box.inbox.at(-1)?.attachments.map((file) => [file.fileName, file.mimeType])).toEqual([["invoice.pdf", "application/pdf"]]);
  const large = async (seed: number) => {
    const grey = Buffer.alloc(1200 * 1100 * 3, seed);
    return sharp(grey, { raw: { width: 1200, height: 1100, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer();
  };
  const ids: string[] = [];
  for (const seed of [1, 2, 3]) ids.push((await attach(`${seed}.png`, await large(seed))).file?.id ?? "");
  const count = box.inbox.length;
  expect(await act({ intent: "reply", text: "All three", files: ids.join(), clientId: "three" })).toEqual({
    ok: false,
    problem: "Together they are too large: Email takes up to 10 MB in one message.",
  });
  await house.advance(20_000);
  expect(box.inbox).toHaveLength(count);
});

test("on the website they stand in the thread by a signed address, which shows that file and no other", async () => {
  const browser = await house.browser();
  await browser.say("I want to talk to a person");
  const { send } = await desk("widget");
  const [one, two] = [await plain(5), pdf(500)];
  await send("Look here.", [["dress.jpg", one]]);
  await send("", [["terms.pdf", two]], "two");
  const files = await browser.files();
  expect(files.map(({ kind, name }) => [kind, name])).toEqual([
    ["picture", "dress.jpg"],
    ["pdf", "terms.pdf"],
  ]);
  const answers = await Promise.all(files.map((file) => fetch(file.url)));
  const bodies = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
  expect(
    answers.map((answer) => [answer.status, answer.headers.get("content-type"), answer.headers.get("x-content-type-options")]),
  ).toEqual([
    [200, "image/jpeg", "nosniff"],
    [200, "application/pdf", "nosniff"],
  ]);
  expect([bodies[0]?.equals(one), bodies[1]?.equals(two)]).toEqual([true, true]);
  const small = await fetch(`${files[0]?.url}?size=small`);
  expect([small.status, small.headers.get("content-type"), (await small.arrayBuffer()).byteLength < one.length]).toEqual([
    200,
    "image/jpeg",
    true,
  ]);
  // One's signature does not open the other, and a week later none opens.
  const [mine = "", other = ""] = files.map((file) => file.url);
  const swapped = mine.replace(files[0]?.id ?? "", files[1]?.id ?? "");
  expect(swapped).not.toBe(other);
  for (const wrong of [swapped, `${mine.slice(0, -1)}${mine.endsWith("A") ? "B" : "A"}`]) expect((await fetch(wrong)).status).toBe(404);
  await house.advance(7 * 86_400_000);
  expect((await fetch(mine)).status).toBe(404);
});

test("on Instagram a picture goes by its address after the words; a PDF and WebP are refused before they are kept", async () => {
  const phone = house.phone("instagram", "7000000001");
  await phone.sendText("I want to talk to a person");
  const { send, attach } = await desk("instagram");
  const shopId = await house.shopId();
  const before = phone.inbox.length;
  const one = await plain(6);
  await send("This one?", [["dress.jpg", one]]);
  const got = phone.inbox.slice(before);
  expect(got.map(({ text, image }) => [text, image?.mimeType])).toEqual([
    ["This one?", undefined],
    ["", "image/jpeg"],
  ]);
  expect(same(got[1]?.bytes, one)).toBe(true);
  const files = kept(shopId).length;
  expect(await attach("terms.pdf", pdf())).toMatchObject({ status: 422, problem: "Instagram takes no PDF, only pictures as JPEG or PNG." });
  expect(await attach("dress.webp", await plain(7, "webp"))).toMatchObject({
    status: 422,
    problem: "Instagram takes pictures as JPEG or PNG only.",
  });
  expect(kept(shopId)).toHaveLength(files);
  // Nobody takes the echo for words of somebody else.
  expect(await house.database.prisma.message.count({ where: { author: "staff" } })).toBe(1);
});

test("taken back within ten seconds nothing goes out, and words and files are with whoever wrote it; sent again they go once", async () => {
  const { phone, attach, act, view } = await onWhatsApp();
  const before = phone.inbox.length;
  const one = await plain(8);
  const { file } = await attach("label.jpg", one);
  await act({ intent: "reply", text: "Your label", files: file?.id ?? "", clientId: "first" });
  const held = (await view()).composer.held[0];
  expect(held).toMatchObject({ text: "Your label", files: [{ name: "label.jpg" }] });
  const undone = await act({ intent: "undo-reply", heldId: held?.id ?? "" });
  expect(undone).toMatchObject({ ok: true, text: "Your label", files: [{ id: file?.id, name: "label.jpg" }] });
  await house.advance(20_000);
  expect(phone.inbox).toHaveLength(before);
  await act({ intent: "reply", text: "Your label", files: undone.files?.[0]?.id ?? "", clientId: "second" });
  await house.advance(20_000);
  const got = phone.inbox.slice(before);
  expect(got.map((bubble) => [bubble.text, same(bubble.bytes, one)])).toEqual([["Your label", true]]);
  // Gone out, it is not at hand for another reply.
  expect(await act({ intent: "reply", text: "Again", files: file?.id ?? "", clientId: "third" })).toMatchObject({
    ok: false,
    problem: /no longer here/,
  });
});

test("what is attached is kept with the draft: there after a reload and after taking back, for whoever wrote it, until it is taken off", async () => {
  const { attach, act, view, keep, preview } = await onWhatsApp();
  const [one, two] = [
    (await attach("label.jpg", await plain(20))).file?.id ?? "",
    (await attach("where.png", await plain(21, "png"))).file?.id ?? "",
  ];
  const attached = async (token?: string) => (await view(token)).composer.attached.map((file) => file.name);
  await keep({ kind: "reply", files: one });
  await keep({ kind: "reply", text: "Your label" });
  expect(await attached()).toEqual(["label.jpg"]);
  expect((await view()).composer.drafts.reply?.text).toBe("Your label");
  expect(await attached(sessionToken(undefined, undefined, "99"))).toEqual([]);
  // Emptied words leave the file.
  await keep({ kind: "reply", text: "" });
  expect(await attached()).toEqual(["label.jpg"]);

  await act({ intent: "reply", text: "Your label", files: one, clientId: "first" });
  expect(await attached()).toEqual([]);
  // What was begun meanwhile comes behind it.
  await keep({ kind: "reply", files: two });
  const heldId = (await view()).composer.held[0]?.id ?? "";
  await act({ intent: "undo-reply", heldId });
  expect(await attached()).toEqual(["label.jpg", "where.png"]);
  expect((await view()).composer.drafts.reply?.text).toBe("Your label");

  const shown = await preview({ text: "*Your* label", files: [one, two].join() });
  expect(shown.parts.map((part) => [part.text, part.files.map((file) => file.name)])).toEqual([
    ["_Your_ label", ["label.jpg"]],
    ["", ["where.png"]],
  ]);
  expect((await fetch(house.url + (shown.parts[0]?.files[0]?.url ?? ""))).status).toBe(200);

  await keep({ kind: "reply", text: "", files: two });
  expect(await attached()).toEqual(["where.png"]);
  await keep({ kind: "reply", files: "" });
  expect((await view()).composer.drafts).toEqual({});
  expect(await house.database.prisma.staffDraft.count()).toBe(0);
});

test("a file that is nobody's here is not kept with a draft nor shown; what was never sent is gone after its time, from the draft too", async () => {
  const { attach, view, keep, preview } = await onWhatsApp();
  const mine = (await attach("label.jpg", await plain(22))).file?.id ?? "";
  const stranger = house.phone("whatsapp", "DE.4915155700002", "+4915155700002");
  await stranger.sendText("I want to talk to a person");
  const theirs = await desk("whatsapp", "DE.4915155700002");
  await theirs.keep({ kind: "reply", text: "Mine", files: mine });
  expect((await theirs.view()).composer.attached).toEqual([]);
  expect((await theirs.preview({ text: "Mine", files: mine })).parts.map((part) => part.files)).toEqual([[]]);
  await keep({ kind: "reply", text: "Mine", files: mine });
  await house.advance(36 * 86_400_000);
  await sweepShop(await house.shopId(), false);
  expect((await view()).composer.attached).toEqual([]);
  expect((await preview({ text: "Mine", files: mine })).parts.map((part) => part.files)).toEqual([[]]);
});

test("what is no picture, empty, too large, torn or a bomb is refused in one sentence, and nothing of it is kept", async () => {
  const { attach, act } = await onWhatsApp();
  const shopId = await house.shopId();
  const before = kept(shopId).length;
  const whole = await plain(9);
  const bomb = await claims(30_000, 30_000);
  const wrong: [string, Buffer, number, RegExp][] = [
    ["holiday.jpg", Buffer.from("<script>alert(1)</script>"), 422, /Only pictures as JPEG, PNG or WebP and PDF/],
    ["logo.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), 422, /Only pictures/],
    ["moving.gif", await picture(1, { format: "gif" }), 422, /Only pictures/],
    ["cut.pdf", pdf().subarray(0, 60), 422, /Only pictures/],
    ["nothing.png", Buffer.alloc(0), 422, /empty/],
    ["torn.jpg", whole.subarray(0, whole.length / 2), 422, /cannot be opened/],
    ["bomb.png", bomb, 422, /too many pixels/],
    ["large.jpg", Buffer.concat([whole, Buffer.alloc(5_100_000)]), 422, /up to 5 MB/],
    ["huge.pdf", pdf(50_000_000), 413, /a PDF up to 8 MB/],
    ["dress.webp", await plain(10, "webp"), 422, /WhatsApp takes pictures as JPEG or PNG only/],
  ];
  for (const [name, bytes, status, problem] of wrong)
    expect(await attach(name, bytes), name).toMatchObject({ status, ok: false, problem: expect.stringMatching(problem) });
  expect(kept(shopId)).toHaveLength(before);
  expect(await house.database.prisma.staffFile.count()).toBe(0);
  const ids: string[] = [];
  for (const seed of [1, 2, 3, 4]) ids.push((await attach(`${seed}.jpg`, await plain(seed))).file?.id ?? "");
  const paper = (await attach("terms.pdf", pdf())).file?.id ?? "";
  expect(await act({ intent: "reply", text: "", files: ids.join(), clientId: "four" })).toMatchObject({
    problem: "At most 3 pictures go with one reply.",
  });
  expect(await act({ intent: "reply", text: "", files: [ids[0], paper].join(), clientId: "mix" })).toMatchObject({
    problem: /A PDF goes alone/,
  });
  expect(await act({ intent: "reply", text: "", files: "", clientId: "none" })).toMatchObject({ problem: "Write something first." });
});

test("where and with what a picture was taken stays here: it is written anew, and what is shown is what arrives", async () => {
  const { phone, send, view } = await onWhatsApp();
  const raw = await picture(11);
  expect((await sharp(raw).metadata()).exif).toBeDefined();
  await send("From the shelf", [["shelf.jpg", raw]]);
  const got = phone.inbox.at(-1);
  expect((await sharp(Buffer.from(got?.bytes ?? [])).metadata()).exif).toBeUndefined();
  const message = (await view()).items.findLast((item) => item.kind === "message");
  const [shown] = message?.kind === "message" ? message.files : [];
  const there = Buffer.from(await (await fetch(house.url + (shown?.url ?? ""))).arrayBuffer());
  expect(same(got?.bytes, there)).toBe(true);
});

test("another shop attaches nothing here and sends none of these, and erasing the shopper takes them off the disk", async () => {
  const { attach, send, conversationId, view } = await onWhatsApp();
  const shopId = await house.shopId();
  await send("Here", [["label.jpg", await plain(12)]]);
  const unsent = (await attach("other.jpg", await plain(13))).file?.id ?? "";
  const others = "other-shop.myshopify.com";
  await installShop(others, "Other");
  expect((await thrownResponse(attach("theirs.jpg", await plain(14), sessionToken(others)))).status).toBe(404);
  const stranger = house.phone("whatsapp", "DE.4915155700002", "+4915155700002");
  await stranger.sendText("I want to talk to a person");
  await house.rest();
  const { conversationId: strangers } = await house.database.prisma.identity.findFirstOrThrow({
    where: { kind: "whatsapp", externalId: "DE.4915155700002" },
  });
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const form = { intent: "reply", name: "Sam", text: "Mine", files: unsent, clientId: "stolen" };
  const wrong = await page.action(args(adminRequest(`/app/inbox/${strangers}`, form), { conversationId: strangers }));
  expect(wrong.data).toMatchObject({ ok: false, problem: expect.stringContaining("no longer here") });
  const message = (await view()).items.findLast((item) => item.kind === "message");
  const url = message?.kind === "message" ? house.url + (message.files[0]?.url ?? "") : "";
  expect((await fetch(url)).status).toBe(200);
  await sweepFiles(shopId);
  expect(kept(shopId).filter((name) => name.endsWith(".sent"))).toHaveLength(2);
  const { id } = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp", conversationId } });
  await house.database.commit(requestWrites(shopId, { kind: "erase", source: "shopper", about: { identityIds: [id] } }));
  await house.rest(15 * 60_000);
  expect(await house.database.prisma.identity.count({ where: { conversationId } })).toBe(0);
  expect(await house.database.prisma.staffFile.count()).toBe(0);
  expect(kept(shopId)).toEqual([]);
  expect((await fetch(url)).status).toBe(404);
});
