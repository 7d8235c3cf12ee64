import { beforeAll, expect, test } from "vitest";
import { type Shop, shopById } from "#app/domain/shops/shop.server.ts";
import { keepsVoice, readVoiceForm, readVoicing, voiceInWords } from "#app/domain/shops/voice.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { adminRequest, args, installShop } from "./admin.ts";

let shop: Shop;
let page: typeof import("#app/routes/app.voice.tsx");

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  page = await import("#app/routes/app.voice.tsx");
});

const plain = {
  greeting: "",
  thanks: "",
  apology: "",
  handOver: "",
  warmth: "friendly",
  formality: "informal",
  emoji: "no",
  use: "",
  avoid: "",
};
async function send(form: Record<string, string>) {
  const answer = await page.action(args(adminRequest("/app/voice", { ...plain, ...form })));
  return "data" in answer ? answer.data : answer;
}

test("phrases and words are kept and shown again; ours stand where there are none", async () => {
  expect(await page.loader(args(adminRequest("/app/voice")))).toMatchObject({ stored: plain, usual: { greeting: "Hello." } });
  expect(await send({ greeting: "  Moin,  you! ", use: "Parcel, studio", avoid: "package", emoji: "yes", warmth: "warm" })).toMatchObject({
    ok: true,
  });
  expect(await page.loader(args(adminRequest("/app/voice")))).toMatchObject({
    stored: { greeting: "Moin, you!", use: "parcel, studio", avoid: "package", emoji: "yes", warmth: "warm" },
  });
  expect((await shopById(shop.id))?.voicing.phrases).toEqual({ greeting: "Moin, you!" });
});

test.each([
  ["greeting", { greeting: "x".repeat(161) }],
  ["thanks", { thanks: "See https://evil.example" }],
  ["handOver", { handOver: "{shop} takes over" }],
  ["use", { use: Array.from({ length: 21 }, (_, n) => `w${n}`).join(",") }],
  ["avoid", { use: "parcel", avoid: "Parcel" }],
  ["warmth", { warmth: "hot" }],
])("%s is refused in words when it is not what it should be", async (name, form) => {
  expect(await send(form)).toMatchObject({ ok: false, problems: { [name]: expect.stringMatching(/\w/) } });
});

test("a wording with a word to avoid, or an emoji where there is to be none, is not the shop's voice", () => {
  const read = readVoiceForm({ ...plain, avoid: "package, by the way" });
  const voicing = read.ok ? read.voicing : readVoicing({});
  expect(keepsVoice(["Your parcel is on its way."], voicing)).toBe(true);
  for (const said of ["Your Package is on its way.", "By the way, it is.", "It is on its way 🎉"])
    expect(keepsVoice([said], voicing)).toBe(false);
  expect(keepsVoice(["Your packages are on their way."], voicing)).toBe(true);
  expect(voiceInWords("Brief.", voicing)).toBe("Brief. Friendly. Informal address (du, tu, je). No emoji. Never say: package, by the way.");
});

test("what another version stored is read as far as it goes", () => {
  expect(readVoicing(null)).toMatchObject({ phrases: {}, warmth: "friendly", emoji: false });
  expect(readVoicing({ phrases: { greeting: 7 }, avoid: "x", warmth: 3 })).toMatchObject({ phrases: {}, avoid: [], warmth: "friendly" });
});
