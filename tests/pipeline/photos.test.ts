import { afterAll, beforeAll, expect, test } from "vitest";
import { photoPath } from "#tests/setup/photo-files.ts";
import { picture } from "#tests/setup/pictures.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

test("a damaged item on WhatsApp: two pictures are asked for, and a person gets the case with them", async () => {
  const shopper = people(house);
  const { phone, say, begin, newest } = await shopper.onPhone("whatsapp", shopper.phone);
  await begin(`I want to return the dress of ${shopper.order.name}, it arrived damaged`);
  expect((await newest()).text).toMatch(/send 2 pictures/);

  await phone.sendImage(await picture(1));
  await house.rest(4_000);
  expect((await newest()).text).toMatch(/One more picture/);

  await phone.sendImage(await picture(2), { caption: "here is the hole in the sleeve" });
  await house.rest(4_000);
  expect((await newest()).text).toMatch(/pictures are with your return/);
  const row = await house.database.prisma.case.findFirstOrThrow({ where: { flow: "return" }, orderBy: { openedAt: "desc" } });
  expect(row).toMatchObject({ status: "escalated", owner: "staff", escalation: "damage-claim" });
  expect(row.state).toMatchObject({ reason: "damaged", note: expect.stringContaining("hole in the sleeve") });
  const photos = await house.database.prisma.photo.findMany({ where: { caseId: row.id } });
  expect(photos.map((one) => one.state)).toEqual(["kept", "kept"]);
  for (const photo of photos) expect(photoPath(photo)).toBeDefined();
  await say("did you get them?");
});
