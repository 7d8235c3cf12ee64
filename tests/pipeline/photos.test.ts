import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handBack } from "#app/domain/staff/take-over.server.ts";
import { picture } from "#sandbox/pictures.ts";
import { photoPath } from "#tests/setup/photo-files.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

/** Long enough for a second picture to be waited for. */
const settle = () => house.rest(4_000);
const caseOf = (orderName: string) =>
  house.database.prisma.case.findFirstOrThrow({ where: { flow: "return", orderName }, orderBy: { openedAt: "desc" } });
const photosOf = (caseId: string) => house.database.prisma.photo.findMany({ where: { caseId }, orderBy: { createdAt: "asc" } });
const damaged = (order: string) => `I want to return the dress of ${order}, it arrived damaged`;

test("a damaged item on WhatsApp: two pictures are asked for, and a person gets the case with them", async () => {
  const shopper = people(house);
  const { phone, begin, newest } = await shopper.onPhone("whatsapp", shopper.phone);
  await begin(damaged(shopper.order.name));
  expect((await newest()).text).toMatch(/send 2 pictures/);

  await phone.sendImage(await picture(1));
  await settle();
  expect((await newest()).text).toMatch(/One more picture/);

  await phone.sendImage(await picture(2), { caption: "here is the hole in the sleeve" });
  await settle();
  expect((await newest()).text).toMatch(/pictures are with your return/);
  const row = await caseOf(shopper.order.name);
  expect(row).toMatchObject({ status: "escalated", owner: "staff", escalation: "damage-claim" });
  expect(row.state).toMatchObject({ reason: "damaged", note: expect.stringContaining("hole in the sleeve") });
  expect((await photosOf(row.id)).map((one) => one.state)).toEqual(["kept", "kept"]);
  expect(shopper.order.returns).toHaveLength(0);
});

test("one of two on the website, then WhatsApp: only the second is asked for there, both are on the return", async () => {
  const shopper = people(house);
  const onWidget = await shopper.onWidget();
  await onWidget.begin(damaged(shopper.order.name));
  expect(await onWidget.last()).toMatch(/send 2 pictures/);
  expect((await onWidget.browser().sendPhoto(await picture(11))).status).toBe(202);
  await settle();
  expect(await onWidget.last()).toMatch(/One more picture/);

  const onWhatsApp = await shopper.onPhone("whatsapp", shopper.phone);
  await onWhatsApp.begin(`I want to return the dress of ${shopper.order.name}`);
  const there = (await onWhatsApp.newest()).text;
  expect(there).toMatch(/One more picture/);
  expect(there).toMatch(/1 of 2 pictures/);
  expect(there).not.toMatch(/2 pictures right here/);
  await onWhatsApp.phone.sendImage(await picture(12));
  await settle();
  expect((await onWhatsApp.newest()).text).toMatch(/pictures are with your return/);

  const row = await caseOf(shopper.order.name);
  expect(row).toMatchObject({ escalation: "damage-claim", owner: "staff" });
  expect(await photosOf(row.id)).toHaveLength(2);
  // The one shopper sees both in the one thread; anybody else sees neither.
  const shown = await onWidget.browser().photos();
  expect(shown.map((one) => one.state)).toEqual(["kept", "kept"]);
  const answers = await Promise.all(shown.map((one) => onWidget.browser().photo(one.id)));
  expect(answers.map((one) => [one.status, one.headers.get("content-type")])).toEqual(shown.map(() => [200, "image/jpeg"]));
  const stranger = await house.browser();
  for (const one of shown) expect((await stranger.photo(one.id)).status).toBe(404);
});

test("two at once by e-mail, the ornaments of a signature left out; given back by a person, the return goes on to its sum", async () => {
  const shopper = people(house);
  const onEmail = await shopper.onEmail();
  await onEmail.begin(damaged(shopper.order.name));
  expect(onEmail.box.inbox.at(-1)?.text).toMatch(/send 2 pictures/);
  const logo = await sharp({ create: { width: 120, height: 40, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  await onEmail.send({
    text: "Here they are.",
    attachments: [
      { filename: "logo.png", content: logo, inline: true },
      { filename: "IMG_1.jpg", content: await picture(21) },
      { filename: "IMG_2.HEIF.png", content: await picture(22, { format: "png" }), contentType: "application/octet-stream" },
    ],
  });
  await settle();
  const row = await caseOf(shopper.order.name);
  expect(row).toMatchObject({ escalation: "damage-claim", owner: "staff" });
  expect((await photosOf(row.id)).map((one) => one.state)).toEqual(["kept", "kept"]);

  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { id: row.identityId } });
  await handBack(row.shopId, identity.conversationId, "Kim");
  await onEmail.say("and now?");
  await settle();
  expect(onEmail.box.inbox.at(-1)?.text).toMatch(/what you get back/);
});

test("on Instagram: one before anything was said, one after; both count", async () => {
  const shopper = people(house);
  const { phone, begin, newest } = await shopper.onPhone("instagram");
  await phone.sendImage(await picture(31));
  await settle();
  expect((await newest()).text).toMatch(/I have your picture[\s\S]*What is it about/);
  await begin(damaged(shopper.order.name));
  expect((await newest()).text).toMatch(/One more picture/);
  await phone.sendImage(await picture(32));
  await settle();
  expect(await photosOf((await caseOf(shopper.order.name)).id)).toHaveLength(2);
  expect((await newest()).text).toMatch(/pictures are with your return/);
});

test("what is kept is a JPEG of at most 1600 pixels without place or device, upright", async () => {
  const shopper = people(house);
  const { phone } = await shopper.onPhone("whatsapp", shopper.phone);
  const sent = await sharp(await picture(41, { width: 3000, height: 2000 }))
    .withExifMerge({ IFD0: { Orientation: "6" } })
    .toBuffer();
  expect((await sharp(sent).metadata()).exif?.toString("latin1")).toContain("Nine");
  await phone.sendImage(sent);
  await settle();
  const photo = await house.database.prisma.photo.findFirstOrThrow({ where: { state: "kept" }, orderBy: { createdAt: "desc" } });
  const kept = await sharp(readFileSync(photoPath(photo) ?? "")).metadata();
  expect(kept).toMatchObject({ format: "jpeg", width: photo.width, height: photo.height });
  expect(Math.max(photo.width ?? 0, photo.height ?? 0)).toBe(1600);
  expect([kept.exif, kept.xmp, kept.icc, kept.iptc]).toEqual([undefined, undefined, undefined, undefined]);
  const small = await sharp(readFileSync(photoPath(photo, ".small") ?? "")).metadata();
  expect(Math.max(small.width, small.height)).toBe(400);
});

/** A shopper on WhatsApp who was asked for two pictures of the damage. */
async function asked() {
  const shopper = people(house);
  const { phone, begin, newest } = await shopper.onPhone("whatsapp", shopper.phone);
  await begin(damaged(shopper.order.name));
  const send = async (bytes: Uint8Array, mimeType = "image/jpeg") => {
    await phone.sendImage(bytes, { mimeType });
    await settle();
    return (await newest()).text;
  };
  return { shopper, phone, send, newest, row: await caseOf(shopper.order.name) };
}

test.each([
  ["a page of HTML", Buffer.from("<!doctype html><script>alert(1)</script>".padEnd(3_000)), /not a picture I can open/],
  [
    "a drawing with a script",
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>1</script></svg>`),
    /not a picture/,
  ],
  ["a moving picture", () => picture(51, { format: "gif", width: 300, height: 200 }), /not a picture/],
  ["an iPhone's HEIC", Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Buffer.alloc(4_000)]), /HEIC/],
  ["50 MB", Buffer.alloc(50_000_000, Buffer.from("\xff\xd8\xff\xe0", "latin1")), /too large/],
  ["half a file", async () => (await picture(52)).subarray(0, 20_000), /did not arrive whole/],
  ["10,000 by 10,000 pixels of nothing in some KB", () => bomb(10_000), /too large/],
  ["a dot", () => picture(53, { width: 40, height: 30 }), /too small/],
])("%s is named .jpg: refused with a sentence, asked for again, nothing of it kept", async (_name, made, words) => {
  const { send, row } = await asked();
  const said = await send(typeof made === "function" ? await made() : made);
  expect(said).toMatch(words);
  expect(said).toMatch(/send 2 pictures/);
  const photos = await house.database.prisma.photo.findMany({ where: { identityId: row.identityId } });
  expect(photos).toEqual([expect.objectContaining({ state: "refused", file: null })]);
  expect(await send(await picture(54))).toMatch(/One more picture/);
});

test("the same picture again is no second one; in somebody else's case it is noticed, for staff alone", async () => {
  const first = await asked();
  await first.send(await picture(61));
  expect(await first.send(await picture(61))).toMatch(/same picture as before/);
  const second = await asked();
  // Smaller and pressed again, as messengers do.
  const pressed = await sharp(await picture(61))
    .resize(800)
    .jpeg({ quality: 60 })
    .toBuffer();
  expect(await second.send(pressed)).toMatch(/One more picture/);
  const [mine] = await photosOf(first.row.id);
  const [theirs] = await photosOf(second.row.id);
  expect(theirs?.seenBefore).toContain(mine?.id);
  expect(await second.newest()).not.toMatchObject({ text: expect.stringMatching(/before|used/) });
});

test("Meta hands the file over late: the turn waits, then goes on without it, and counts it when it comes", async () => {
  const { phone, newest, row } = await asked();
  house.meta.faults.add("media", { kind: "status", status: 503 }, 4);
  await phone.sendImage(await picture(71));
  await settle();
  await house.rest(20_000);
  expect((await newest()).text).toMatch(/still on its way/);
  for (let minute = 0; minute < 3; minute += 1) await house.rest(60_000);
  expect((await newest()).text).toMatch(/One more picture/);
  expect(await photosOf(row.id)).toHaveLength(1);
});

test("what Meta no longer has is asked for again", async () => {
  const { phone, newest } = await asked();
  house.meta.faults.add("media.read", { kind: "status", status: 400, body: { error: { code: 100, message: "gone" } } });
  await phone.sendImage(await picture(72));
  await settle();
  expect((await newest()).text).toMatch(/did not reach me[\s\S]*send 2 pictures/);
});

test("an upload that is cut off leaves nothing, and is simply sent again; sent twice it is one message", async () => {
  const shopper = people(house);
  const { begin, browser, last } = await shopper.onWidget();
  await begin(damaged(shopper.order.name));
  const bytes = await picture(81);
  const before = await house.database.prisma.rawEvent.count();
  await expect(browser().breakOff(bytes, "client-id-81")).rejects.toThrow();
  expect(await house.database.prisma.rawEvent.count()).toBe(before);
  for (let time = 0; time < 2; time += 1) expect((await browser().sendPhoto(bytes, "client-id-81")).status).toBe(202);
  await settle();
  expect(await last()).toMatch(/One more picture/);
  expect(await photosOf((await caseOf(shopper.order.name)).id)).toHaveLength(1);
});

test("the website's door: no picture, too large, without a session or an id is refused", async () => {
  const browser = await house.browser();
  const status = async (bytes: Uint8Array, id?: string) => (await browser.sendPhoto(bytes, id)).status;
  expect(await status(Buffer.from("<html>"))).toBe(415);
  expect(await status(Buffer.concat([Buffer.from("\0\0\0\x18ftypheic"), Buffer.alloc(900)]))).toBe(415);
  expect(await status(Buffer.alloc(10_000_001, 0xff))).toBe(413);
  expect(await status(await picture(82), "x")).toBe(400);
  expect((await fetch("https://app.example/widget/photos?clientId=client-id-1", { method: "POST", body: "x" })).status).toBe(401);
});

/** Well packed: a PNG of some KB that would take 300 MB when it is opened. */
function bomb(side: number): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background: "black" }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
