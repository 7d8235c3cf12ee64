import type { IncomingMessage, ServerResponse } from "node:http";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { header } from "./http.ts";

/** Shops' addresses are asked for at most this often; milliseconds. */
const keptFor = 10_000;

type Known = { at: number; all: Set<string>; ofShop: Map<string, Set<string>> };
let known: { handle: object; shops: Promise<Known> } | undefined;

/**
 * The storefront lies on the shop's own domain and calls us from there. Before anything is known of a call, every shop's
 * domains are let in, since a preflight carries no token; `keepToShop` narrows that to the token's shop. Any other page gets
 * no such headers, so that its browser keeps the answer from it. No cookie is ever read, so credentials are never allowed.
 */
export async function allowStorefronts(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("Vary", "Origin");
  const origin = originOf(request);
  if (!origin) return;
  const { all } = await knownShops();
  if (!all.has(origin) && !(await bootedFrom(origin))) return;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Expose-Headers", "Retry-After");
  // The answer is meant for another origin than ours, and that one is named above.
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  if (request.method !== "OPTIONS") return;
  response.setHeader("Access-Control-Allow-Methods", "GET, POST");
  response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
  response.setHeader("Access-Control-Max-Age", "7200");
}

/** The token names the shop: its domains, and the page that the session began on (a market's own domain), may read the answer. */
export async function keepToShop(
  request: IncomingMessage,
  response: ServerResponse,
  session: { shopId: string; origin: string | null },
): Promise<void> {
  const origin = originOf(request);
  if (!origin || origin === session.origin) return;
  const { ofShop } = await knownShops();
  if (!ofShop.get(session.shopId)?.has(origin)) response.removeHeader("Access-Control-Allow-Origin");
}

/** The page a request came from, when it is one that a storefront can have. */
export function originOf(request: IncomingMessage): string | null {
  const origin = header(request, "origin") ?? "";
  return /^https:\/\/[a-z0-9.-]{1,253}$/.test(origin) ? origin : null;
}

async function bootedFrom(origin: string): Promise<boolean> {
  return (await database().prisma.widgetSession.findFirst({ where: { origin, expiresAt: { gt: now() } } })) !== null;
}

async function knownShops(): Promise<Known> {
  const handle = database();
  const present = known?.handle === handle ? await known.shops : undefined;
  if (present && performance.now() - present.at < keptFor) return present;
  known = { handle, shops: readShops() };
  return known.shops;
}

async function readShops(): Promise<Known> {
  const at = performance.now();
  const rows = await database().prisma.shop.findMany({
    where: { uninstalledAt: null },
    select: { id: true, domain: true, primaryHost: true },
  });
  const ofShop = new Map(
    rows.map(({ id, domain, primaryHost }) => [
      id,
      new Set([domain, ...(primaryHost ? [primaryHost] : [])].map((host) => `https://${host}`)),
    ]),
  );
  return { at, ofShop, all: new Set([...ofShop.values()].flatMap((origins) => [...origins])) };
}
