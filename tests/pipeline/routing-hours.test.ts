import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveConnection } from "#app/domain/connections/connections.server.ts";
import { inboxPage } from "#app/domain/conversations/inbox.server.ts";
import { saveMember } from "#app/domain/routing/members.server.ts";
import { saveReplyTimes } from "#app/domain/shops/shop.server.ts";
import { replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { now } from "#app/platform/clock.ts";
import { queueRow } from "#app/ui/inbox/queue-row.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
let shopId: string;
let timeZone: string;
beforeAll(async () => {
  house = await House.open();
  shopId = await house.shopId();
  timeZone = house.shopify.store.shop.timezone;
});
afterAll(() => house.close());

const here = () => DateTime.fromJSDate(now(), { zone: timeZone });
const goTo = (moment: DateTime) => house.advance(moment.toMillis() - now().getTime());
const mine = async (name: string) => (await inboxPage(shopId, { view: "mine", name })).entries;

/** Saturday noon before a Monday on which nobody works. */
async function weekend() {
  const saturday = here().plus({ weeks: 1 }).startOf("week").plus({ days: 5, hours: 12 });
  const day = { from: "09:00", until: "17:00" };
  const holiday = saturday.plus({ days: 2 });
  const hours = { week: [day, day, day, day, day, null, null], holidays: [holiday.toISODate() ?? ""] };
  await saveReplyTimes(shopId, { hours, minutes: { instagram: 30 }, warn: 10 }, "owner");
  await goTo(saturday);
  return { saturday, tuesday: holiday.plus({ days: 1 }).startOf("day").set({ hour: 9 }) };
}

async function asksOnInstagram() {
  const phone = await people(house).onPhone("instagram");
  await phone.say("I want to talk to a person");
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "instagram" }, orderBy: { createdAt: "desc" } });
  const row = () => house.database.prisma.case.findFirstOrThrow({ where: { identityId: identity.id } });
  return { phone, conversationId: identity.conversationId, row };
}

test("over a weekend and a holiday the shopper hears when somebody is there, the case waits, and on that morning it has its person and its answer", async () => {
  const everything = { teams: [], languages: [], channels: [], intents: [], hours: null, mostOpen: null };
  await saveMember(shopId, null, { name: "Kim", ...everything }, "owner");
  const { tuesday } = await weekend();
  const { phone, conversationId, row } = await asksOnInstagram();
  const said = (await phone.all()).join("\n");
  expect(said).toMatch(/Our team is back .*09:00/);
  expect(said).toContain(tuesday.toFormat("cccc"));
  expect(await row()).toMatchObject({ assignee: null, owner: "staff", dueAt: tuesday.plus({ minutes: 30 }).toJSDate() });
  // Monday is a holiday: nobody is there.
  await goTo(tuesday.minus({ days: 1 }).set({ hour: 12 }));
  expect(await row()).toMatchObject({ assignee: null });
  await goTo(tuesday.plus({ minutes: 1 }));
  await house.rest();
  expect((await mine("Kim")).map((entry) => entry.conversationId)).toEqual([conversationId]);
  expect(await replyAsStaff(shopId, conversationId, { text: "Good morning, how can I help?", author: "Kim" })).toMatchObject({
    outcome: "sent",
  });
  await house.rest();
  expect(await phone.last()).toContain("Good morning");
});

test("before the time is over the row warns, and when nobody has answered in time the alert is told once", async () => {
  const url = house.slack.newWebhook("SampleKey");
  await saveConnection(shopId, "slack", { url }, "owner");
  const messages = house.slack.channels.get(url) ?? [];
  await goTo(here().plus({ weeks: 1 }).startOf("week").plus({ days: 2, hours: 10 }));
  const { phone, conversationId, row } = await asksOnInstagram();
  await house.advance(3 * 60_000);
  await house.idle();
  expect(messages.join("\n")).toContain("A shopper waits:");
  const shown = async () => {
    const entry = (await mine("Kim")).find((one) => one.conversationId === conversationId);
    return entry && queueRow(entry, now(), timeZone, 10).due?.state;
  };
  expect(await shown()).toBe("waiting");
  const { dueAt } = await row();
  await goTo(DateTime.fromJSDate(dueAt as Date).minus({ minutes: 9 }));
  expect(await shown()).toBe("soon");
  const late = () => messages.filter((one) => one.includes("nobody has answered in time"));
  expect(late()).toHaveLength(0);
  await goTo(DateTime.fromJSDate(dueAt as Date).plus({ minutes: 1 }));
  await house.rest();
  await house.advance(3 * 60_000);
  await house.idle();
  expect(await shown()).toBe("late");
  expect(late()).toHaveLength(1);
  expect(late()[0]).toContain(`/app/inbox/${conversationId}`);
  // Answered, asked again and late again: the case has been told.
  await replyAsStaff(shopId, conversationId, { text: "Yes?", author: "Kim" });
  await phone.say("Are you there?");
  await house.advance(60 * 60_000);
  await house.idle();
  expect(late()).toHaveLength(1);
  // Who is answered in time is nobody's alert.
  const other = await asksOnInstagram();
  await replyAsStaff(shopId, other.conversationId, { text: "Yes?", author: "Kim" });
  await house.advance(60 * 60_000);
  await house.idle();
  expect(late()).toHaveLength(1);
});
