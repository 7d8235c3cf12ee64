import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadThread } from "#app/domain/conversations/thread.server.ts";
import { keepFile, sweepFiles } from "#app/domain/photos/files.server.ts";
import { photoFile } from "#app/domain/photos/staff-view.server.ts";
import { eraseShop } from "#app/domain/privacy/erase-shop.server.ts";
import { requestWrites } from "#app/domain/privacy/requests.server.ts";
import { shopById } from "#app/domain/shops/shop.server.ts";
import { conversationView } from "#app/routes/conversation-view.server.ts";
import { picture } from "#sandbox/pictures.ts";
import { photoFiles, photoPath } from "#tests/setup/photo-files.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ gemini: true });
});
afterAll(() => house.close());

const settle = () => house.rest(4_000);

/** A shopper whose two pictures of the damage are with staff. */
async function claimed(one: number, other: number) {
  const shopper = people(house);
  const { phone, begin } = await shopper.onPhone("whatsapp", shopper.phone);
  await begin(`I want to return the dress of ${shopper.order.name}, it arrived damaged`);
  for (const seed of [one, other]) {
    await phone.sendImage(await picture(seed));
    await settle();
  }
  const row = await house.database.prisma.case.findFirstOrThrow({ where: { flow: "return", orderName: shopper.order.name } });
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { id: row.identityId } });
  const photos = () => house.database.prisma.photo.findMany({ where: { caseId: row.id }, orderBy: { createdAt: "asc" } });
  return { shopper, phone, row, identity, photos };
}

async function staffView(conversationId: string) {
  const shop = await shopById(await house.shopId());
  const thread = await loadThread(shop?.id ?? "", conversationId, 100);
  if (!shop || !thread) throw new Error("No such conversation.");
  return conversationView(shop, thread, house.clock.now());
}

test("staff see the pictures with the case and in the thread, what the model says of them as its words, and that one was used before", async () => {
  const first = await claimed(101, 102);
  const second = await claimed(103, 101);
  expect(second.row.escalation).toBe("damage-claim");
  const [view] = (await staffView(second.identity.conversationId)).context.cases;
  expect(view?.photos).toHaveLength(2);
  expect(view?.photos.map((one) => one.usedIn)).toEqual([[], [first.identity.conversationId]]);
  expect(view?.photos[0]?.findings).toEqual([
    { text: "Shows the item", doubtful: false },
    { text: "Damage visible", doubtful: false },
  ]);
  expect(view?.photos[0]?.words).toMatch(/visible damage/);
  const items = (await staffView(second.identity.conversationId)).items;
  expect(items.flatMap((item) => (item.kind === "message" ? item.photos : []))).toHaveLength(2);
  // Nothing of the model's words, and not a word about the other case, reached the shopper.
  expect(second.phone.inbox.map((one) => one.text).join()).not.toMatch(/visible damage|used before/);
  expect(JSON.stringify(house.history.of("gemini", "describe-image"))).not.toMatch(/Ada|Sample|@example/);
  const [photo] = await second.photos();
  expect(await photoFile(await house.shopId(), photo?.id ?? "", "small")).toMatchObject({ conversationId: second.identity.conversationId });
  expect(await photoFile("another-shop", photo?.id ?? "", "small")).toBeNull();
});

test("a model that obeys what is written in a picture changes no state, no money and no word to the shopper", async () => {
  house.gemini.manner = "obedient";
  const { row, shopper, phone, photos } = await claimed(111, 112);
  house.gemini.manner = "normal";
  expect(row).toMatchObject({ status: "escalated", escalation: "damage-claim" });
  expect(shopper.order.returns).toHaveLength(0);
  expect(await house.database.prisma.effect.count({ where: { caseId: row.id } })).toBe(0);
  expect((await photos())[0]?.verdict).toMatchObject({ words: expect.stringContaining("Approved") });
  expect(phone.inbox.map((one) => one.text).join()).not.toMatch(/Approved|500|evil/);
});

test("without an answer of the model, and where the merchant wants none, staff simply look by themselves", async () => {
  house.gemini.faults.add(
    "describe-image",
    { kind: "status", status: 400, body: { error: { code: 400, message: "no", status: "INVALID_ARGUMENT" } } },
    9,
  );
  const { photos } = await claimed(121, 122);
  house.gemini.faults.clear();
  expect((await photos()).map((one) => one.verdict)).toEqual([null, null]);
  await house.database.prisma.shop.updateMany({ data: { withoutModel: true } });
  const before = house.history.of("gemini", "describe-image").length;
  await claimed(123, 124);
  await house.database.prisma.shop.updateMany({ data: { withoutModel: false } });
  expect(house.history.of("gemini", "describe-image")).toHaveLength(before);
});

test("a message that is taken back takes its picture along", async () => {
  const shopper = people(house);
  const { phone } = await shopper.onPhone("instagram");
  const bubble = await phone.sendImage(await picture(131));
  await settle();
  const photo = await house.database.prisma.photo.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
  expect(photoPath(photo)).toBeDefined();
  await phone.unsend(bubble);
  await house.rest();
  expect(await house.database.prisma.photo.count({ where: { id: photo.id } })).toBe(0);
  await sweepFiles(photo.shopId);
  expect(photoPath(photo)).toBeUndefined();
});

test("erasing a shopper erases the files too, and leaves another's of the same picture", async () => {
  const gone = await claimed(141, 142);
  const stays = await claimed(141, 143);
  const [same, own] = await gone.photos();
  const about = { identityIds: [gone.identity.id] };
  await house.database.commit(requestWrites(await house.shopId(), { kind: "erase", source: "shopify", about, externalId: "1" }));
  await settle();
  expect(await gone.photos()).toEqual([]);
  expect(photoPath(own as never)).toBeUndefined();
  expect(photoPath(same as never)).toBeDefined();
  for (const photo of await stays.photos()) expect(photoPath(photo)).toBeDefined();
});

test("a process that dies between the file and its row leaves nothing behind after the next sweep", async () => {
  const shopId = await house.shopId();
  const before = photoFiles(shopId);
  const bytes = { whole: await picture(151), small: await picture(152) };
  await expect(
    keepFile(shopId, bytes, async () => {
      throw new Error("died");
    }),
  ).rejects.toThrow("died");
  expect(photoFiles(shopId)).toHaveLength(before.length + 2);
  await sweepFiles(shopId);
  expect(photoFiles(shopId).sort()).toEqual(before.sort());
});

test("when the shop goes, its folder goes", async () => {
  const shopId = await house.shopId();
  expect(photoFiles(shopId).length).toBeGreaterThan(0);
  await eraseShop(shopId);
  expect(photoFiles(shopId)).toEqual([]);
  expect(existsSync(photoPath({ shopId, file: "0".repeat(64) }) ?? "/nowhere")).toBe(false);
});
