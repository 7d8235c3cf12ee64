import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileAddress } from "#app/domain/files/link.server.ts";
import { newContinueCode } from "#app/domain/identity/continue-code.server.ts";
import { keepStaffFile } from "#app/domain/photos/files.server.ts";
import { exportToken } from "#app/domain/privacy/export.server.ts";
import { signBody } from "#app/integrations/meta/signature.ts";
import { encrypt, hashToken } from "#app/platform/crypto.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import { newId } from "#app/platform/ids.ts";
import { signWebhook } from "#sandbox/shopify/webhooks.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";
import { proxyAddress } from "./door.ts";
import { foreign, shows } from "./isolation/foreign.ts";
import { canary, changedRows, everythingOf, fillTwoShops, idOf, mine, shared, theirs } from "./isolation/two-shops.ts";
import { record } from "./record.ts";

let door: Awaited<ReturnType<typeof openFrontDoor>>;
const tokens = { mine: "m".repeat(43), theirs: "t".repeat(43) };

const exports = { mine: newId(), theirs: newId() };
const files = { mine: newId(), theirs: newId() };

beforeEach(async () => {
  await openDatabase(":memory:");
  await fillTwoShops();
  for (const { id } of [mine, theirs] as { id: "mine" | "theirs" }[]) {
    const row = {
      hash: hashToken(tokens[id]),
      shopId: id,
      identityId: idOf(id, "identity", "widget"),
      customerId: null,
      createdAt: new Date(),
    };
    const words = encrypt(id === "theirs" ? canary : "mine");
    const lives = { createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
    const made = { id: exports[id], shopId: id, requestId: idOf(id, "privacyrequest"), identityId: row.identityId };
    await database().commit([insert("PrivacyExport", { ...made, html: words, json: words, ...lives })]);
    const attached = {
      id: files[id],
      shopId: id,
      identityId: row.identityId,
      kind: "pdf",
      name: "label.pdf",
      bytes: 1,
      createdAt: new Date(),
    };
    await keepStaffFile(id, { bytes: Buffer.from(`${id} ${canary}`), small: null }, async (file) => {
      await database().commit([insert("StaffFile", { ...attached, file })]);
    });
    await database().commit([insert("WidgetSession", { ...row, expiresAt: new Date(Date.now() + 3_600_000) })]);
  }
  door = await openFrontDoor();
});
afterEach(() => door.close());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(path.startsWith("http") ? path : `${door.url}${path}`, { method: "POST", body, headers });
const asMine = { authorization: `Bearer ${tokens.mine}` };
const theirCode = async () => {
  const { code, writes } = newContinueCode(theirs.id, idOf(theirs.id, "identity", "widget"), null);
  await database().commit(writes);
  return code;
};
const metaBody = (object: object) => {
  const body = JSON.stringify(object);
  return { body, headers: { "x-hub-signature-256": signBody(body, "not-the-app-secret") } };
};

const withdrawPage = () => proxyAddress(door.url, { shop: mine.domain }).replace("/proxy/boot", "/proxy/withdraw");

/** Says that somebody has signed in and come back, for the other shop's link. */
const forgedCookie = () => {
  const kept = { linkId: idOf(theirs.id, "signedlink"), until: Date.now() + 60_000, step: "back", who: { customerId: "7001" } };
  return { cookie: `onethread_login=${encodeURIComponent(JSON.stringify(kept))}` };
};
const forgedExport = () => exportToken(exports.mine).replace(exports.mine, exports.theirs);

/** How each entry is asked for another shop's things by somebody who may act for his own. Null: it knows no shops. */
const attacks: Record<string, null | (() => Promise<Response>)> = {
  "GET /healthz": null,
  "GET /readyz": null,
  "GET /webhooks/instagram": null,
  "GET /webhooks/whatsapp": null,
  "GET /metrics": () => fetch(`${door.url}/metrics`, { headers: asMine }),
  "POST /backup": () => post("/backup", "", asMine),
  "POST /webhooks/shopify": () => {
    const body = JSON.stringify({ shop_domain: mine.domain, admin_graphql_api_id: foreign.orderId });
    const headers = {
      "x-shopify-hmac-sha256": signWebhook(body, "not-the-app-secret"),
      "x-shopify-topic": "orders/updated",
      "x-shopify-shop-domain": theirs.domain,
      "x-shopify-event-id": "e",
    };
    return post("/webhooks/shopify", body, headers);
  },
  "POST /webhooks/instagram": () => {
    const { body, headers } = metaBody({ object: "instagram", entry: [{ id: "theirs-instagram", messaging: [] }] });
    return post("/webhooks/instagram", body, headers);
  },
  "POST /webhooks/whatsapp": () => {
    const { body, headers } = metaBody({ object: "whatsapp_business_account", entry: [{ id: "1", changes: [] }] });
    return post("/webhooks/whatsapp", body, headers);
  },
  "POST /proxy/boot": async () =>
    post(proxyAddress(door.url, { shop: mine.domain }), JSON.stringify({ token: tokens.theirs, continueCode: await theirCode() })),
  // One's own page, with what somebody of the other shop would state there.
  "GET /proxy/withdraw": () => fetch(withdrawPage()),
  "POST /proxy/withdraw": () => {
    const form = { name: "Ada", order: "#1001", contact: shared.email, items: "", step: "confirm" };
    return post(withdrawPage(), new URLSearchParams(form).toString());
  },
  "GET /widget/messages": () => fetch(`${door.url}/widget/messages?after=0`, { headers: asMine }),
  "GET /widget/stream": async () => {
    const stream = await fetch(`${door.url}/widget/stream?after=0`, { headers: asMine });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = "";
    while (!seen.includes("my parcel")) seen += (await reader?.read())?.value ?? "";
    await reader?.cancel();
    return new Response(seen);
  },
  "POST /widget/messages": () =>
    post(
      "/widget/messages",
      JSON.stringify({ clientId: "client-0001", choice: { id: `case:${foreign.caseId}:confirm:yes`, title: "Yes" } }),
      asMine,
    ),
  // The picture of the other shop, asked for instead of sending one.
  "POST /widget/photos": async () => {
    await fetch(`${door.url}/widget/photos?clientId=client-0001`, { method: "POST", headers: asMine, body: "no picture" });
    return fetch(`${door.url}/widget/photos/${idOf(theirs.id, "photo")}`, { headers: asMine });
  },
  "POST /widget/draft": () =>
    post(
      "/widget/draft",
      JSON.stringify({ text: "mine now", choiceId: `${foreign.caseId}|items|pick`, items: [{ id: "line-1", quantity: 1 }] }),
      asMine,
    ),
  "POST /widget/continue": () => post("/widget/continue", "{}", asMine),
  "POST /widget/end": () => post("/widget/end", JSON.stringify({ identityId: foreign.identityId }), asMine),
  // Only what we sealed and signed is believed, and a code of the other shop opens none of these.
  "GET /login/start": async () => fetch(`${door.url}/login/start?token=${await theirCode()}`, { redirect: "manual" }),
  "GET /login/callback": () => fetch(`${door.url}/login/callback?state=s&code=c`, { headers: forgedCookie(), redirect: "manual" }),
  "GET /login/confirm": () => fetch(`${door.url}/login/confirm`, { headers: forgedCookie() }),
  "POST /login/confirm": () => post("/login/confirm", "connect=yes", forgedCookie()),
  // The other shop's export with the signature of one's own.
  "GET /my-data/": () => fetch(`${door.url}/my-data/${forgedExport()}`),
  "POST /my-data/": () => post(`/my-data/${forgedExport()}`, ""),
  // Whoever holds the token of a proof link holds the contact it was sent to; a continue code of the other shop is none.
  "GET /prove/": async () => fetch(`${door.url}/prove/${(await theirCode()).padEnd(24, "x")}`),
  // The other shop's file with the signature for one's own.
  "GET /files/": () => fetch(fileAddress(files.mine).replace(env.appUrl, door.url).replace(files.mine, files.theirs)),
  // Files are shown, not taken.
  "POST /files/": null,
  // Nor is it a link to say how help was found.
  "GET /rate/": async () => fetch(`${door.url}/rate/${(await theirCode()).padEnd(24, "x")}`),
  "POST /rate/": async () => post(`/rate/${(await theirCode()).padEnd(24, "x")}`, "answer=bad"),
  "POST /prove/": async () => post(`/prove/${(await theirCode()).padEnd(24, "x")}`, "connect=yes"),
};

/** The entries as the door itself lists them. */
function entries(): string[] {
  const source = readFileSync(new URL("../../app/ingress/front-door.server.ts", import.meta.url), "utf8");
  const listed = [...source.matchAll(/"((?:GET|POST|PUT|DELETE) \/[^"]+)":/g)].map(([, name = ""]) => name);
  const pages = [...source.matchAll(/\/\^\\\/([\w-]+)\\\/\(/g)].flatMap(([, name]) => [`GET /${name}/`, `POST /${name}/`]);
  return [...new Set([...listed, ...pages])];
}

test("the door gives nothing of another shop and changes nothing there, whichever entry is asked", async () => {
  expect(entries().length).toBeGreaterThan(15);
  let attempts = 0;
  for (const entry of entries()) {
    const attack = attacks[entry];
    expect(
      attack,
      `${entry} is new. Say in "attacks" of this test how it is asked for another shop's things, or null when it knows no shops`,
    ).toBeDefined();
    if (!attack) continue;
    const before = await everythingOf(theirs.id);
    const response = await attack();
    attempts += 1;
    expect(shows(await response.text()), `${entry} shows the other shop's data`).toBe(false);
    const changed = changedRows(before, await everythingOf(theirs.id));
    // The continue code is the other shop's own shopper's doing.
    const byOthers = changed.filter((row) => !row.startsWith(`new: SignedLink {"id":"0`) || row.includes(`"usedAt":1`));
    expect(byOthers, `${entry} changed the other shop's rows`).toEqual([]);
  }
  record("T20", attempts, 0);
});
