import { afterAll, beforeAll, expect, test } from "vitest";
import { setClockOffset } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { newId } from "#app/platform/ids.ts";
import { adminRequest, args } from "#tests/routes/admin.ts";
import { House } from "#tests/vendor-faults/house.ts";

let house: House;
let inbox: typeof import("#app/routes/app.inbox.tsx");
let conversation: typeof import("#app/routes/app.inbox.$conversationId.tsx");
beforeAll(async () => {
  house = await House.open();
  inbox = await import("#app/routes/app.inbox.tsx");
  conversation = await import("#app/routes/app.inbox.$conversationId.tsx");
});
afterAll(async () => {
  setClockOffset(0);
  await house.close();
});

const staff = Array.from({ length: 20 }, (_, n) => `Person ${String(n).padStart(2, "0")}`);
const shoppers = 6;
const rounds = 6;

type Answer = { ok: boolean; problem?: string; ask?: object };
const press = async (conversationId: string, form: Record<string, string>): Promise<Answer> => {
  const request = adminRequest(`/app/inbox/${conversationId}`, form);
  return (await conversation.action(args(request, { conversationId }))).data as Answer;
};

/** A row of the queue as this person sees it at this moment, taken or closed. */
async function onRow(conversationId: string, act: "take" | "close", name: string): Promise<string> {
  const { rows } = await inbox.loader(args(adminRequest("/app/inbox?view=all")));
  const row = rows.find((one) => one.conversationId === conversationId);
  if (!row) throw new Error("The conversation is not in the queue.");
  const line = `${row.conversationId} ${row.revision} ${row.caseId ?? ""}`;
  const answer = (await inbox.action(args(adminRequest("/app/inbox", { act, rows: line, name })))).data;
  if (!answer.ok) throw new Error(answer.problem);
  return answer.rows[0]?.outcome ?? "none";
}

test("twenty people who write, note, take and close at once: what was accepted arrives once and in order, what was not is told", async () => {
  const phones = await Promise.all(
    Array.from({ length: shoppers }, async (_, n) => {
      const phone = house.phone("whatsapp", `DE.10000000000001${n}`, `+49151123400${n}0`);
      await phone.sendText("I want to talk to a person");
      return phone;
    }),
  );
  await house.rest();
  const conversations = await Promise.all(
    phones.map(
      async (phone) => (await database().prisma.identity.findFirstOrThrow({ where: { externalId: phone.userId } })).conversationId,
    ),
  );
  const before = phones.map((phone) => phone.inbox.length);
  const accepted: { place: number; text: string }[] = [];
  const refused: string[] = [];
  const noted: string[] = [];
  const closed: number[] = Array(shoppers).fill(0);

  await Promise.all(
    staff.map(async (name, who) => {
      for (let round = 0; round < rounds; round += 1) {
        const place = (who + round) % shoppers;
        const id = conversations[place] ?? "";
        const text = `${name}, line ${round}`;
        const kind = (who * 7 + round) % 4;
        if (kind === 3) {
          const outcome = await onRow(id, who % 2 ? "close" : "take", name);
          expect(["done", "already", "changed", "nothing-open"]).toContain(outcome);
          if (who % 2 && outcome === "done") closed[place] = (closed[place] ?? 0) + 1;
          continue;
        }
        if (kind === 2) {
          expect(await press(id, { intent: "note", text: `Note of ${text}`, name })).toMatchObject({ ok: true });
          noted.push(`Note of ${text}`);
          continue;
        }
        const reply = { intent: "reply", text, name, clientId: newId(), since: new Date(Date.now() + house.clock.offset).toISOString() };
        // A lost connection: the same is sent once more, at the same time or after.
        const [answer] = await Promise.all([press(id, reply), ...(round % 2 ? [press(id, reply)] : [])]);
        const known = answer.ok ? answer : await press(id, { ...reply, despite: "sent", since: "" });
        if (known.ok) accepted.push({ place, text });
        else refused.push(known.problem ?? "");
      }
    }),
  );
  // The time in which a reply can be taken back goes by.
  await house.advance(11_000);
  // What waits for an earlier message of the same shopper looks again.
  for (let tries = 0; tries < 12; tries += 1) await house.advance(10_000);

  for (const [place, phone] of phones.entries()) {
    const arrived = phone.inbox.slice(before[place]).map((one) => one.text);
    const theirs = accepted.filter((one) => one.place === place).map((one) => one.text);
    expect(arrived.filter((text) => staff.some((name) => text.includes(`${name}, line`))).sort()).toEqual(theirs.sort());
    // In the order of the thread that staff see.
    const identity = await database().prisma.identity.findFirstOrThrow({ where: { externalId: phone.userId } });
    const thread = await database().prisma.message.findMany({
      where: { identityId: identity.id, author: "staff" },
      orderBy: { seq: "asc" },
    });
    expect(arrived.filter((text) => theirs.includes(text))).toEqual(thread.map((one) => one.text));
    // And each person's own words as they wrote them.
    for (const name of staff) {
      const own = arrived.filter((text) => text.startsWith(`${name}, line`));
      expect(own).toEqual([...own].sort());
    }
    expect(arrived.join("\n")).not.toContain("Note of");
    const audits = await database().prisma.audit.count({ where: { subject: conversations[place] ?? "", action: "closed-case" } });
    expect(audits).toBe(closed[place]);
  }
  const notes = await database().prisma.staffNote.findMany({ where: { text: { startsWith: "Note of" } } });
  expect(notes.map((one) => one.text).sort()).toEqual(noted.sort());
  // Whoever was refused was told why.
  expect(refused.every((problem) => problem !== "")).toBe(true);
  expect(accepted.length + refused.length).toBeGreaterThan(50);
  expect(accepted.length).toBeGreaterThan(40);
  console.log("accepted", accepted.length, "refused", refused.length, "notes", noted.length, "closed", closed);
});
