import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseInstagram } from "#app/channels/instagram/parse.ts";
import { instagramParts } from "#app/channels/instagram/parts.ts";
import { parseWhatsApp } from "#app/channels/whatsapp/parse.ts";
import { whatsAppParts } from "#app/channels/whatsapp/parts.ts";

const folder = new URL("../fixtures/", import.meta.url);
const channels = {
  instagram: { parse: parseInstagram, parts: instagramParts },
  whatsapp: { parse: parseWhatsApp, parts: whatsAppParts },
};
const files = (["instagram", "whatsapp"] as const).flatMap((channel) =>
  readdirSync(new URL(channel, folder)).map((file) => [channel, file] as const),
);
const read = (channel: string, file: string): unknown => JSON.parse(readFileSync(new URL(`${channel}/${file}`, folder), "utf8"));
const sorted = (items: unknown[]) => items.map((item) => JSON.stringify(item)).sort();

test.each(files)("%s, %s: the parts say together what the batch says, no more and no less", (channel, file) => {
  const { parse, parts } = channels[channel];
  const body = read(channel, file);
  const ours = parts(body);
  const accounts = new Set(ours.map((part) => part.account));
  const whole = parse(body).filter((item) => accounts.has(item.account));
  expect(sorted(ours.flatMap((part) => parse(part.body)).filter((item) => accounts.has(item.account)))).toEqual(sorted(whole));
});

test("each person's items are together and in their order", () => {
  const parts = whatsAppParts(read("whatsapp", "two-people-and-statuses.json"));
  expect(new Set(parts.map((part) => part.account)).size).toBe(1);
  expect(parts.length).toBeGreaterThan(1);
  expect(new Set(parts.map((part) => part.correspondent)).size).toBe(parts.length);
  for (const part of parts) {
    const times = parseWhatsApp(part.body).flatMap((item) => ("at" in item ? item.at.getTime() : []));
    expect(times).toEqual([...times].sort((one, other) => one - other));
  }
});

test("a batch about one person is kept as it came; one that names no account has no parts", () => {
  const entry = {
    id: "17841400000000001",
    messaging: [{ sender: { id: "1" }, recipient: { id: "17841400000000001" }, message: { mid: "m", text: "Hi" } }],
  };
  const body = { object: "instagram", entry: [entry, entry] };
  expect(instagramParts(body)).toEqual([{ account: "17841400000000001", correspondent: "1", body }]);
  expect(instagramParts(body)[0]?.body).toBe(body);
  for (const other of [null, [], "x", {}, { entry: 3 }, { entry: [{ id: "0", messaging: [{}] }] }]) {
    expect(instagramParts(other)).toEqual([]);
    expect(whatsAppParts(other)).toEqual([]);
  }
});
