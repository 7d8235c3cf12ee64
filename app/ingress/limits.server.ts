import type { IncomingMessage } from "node:http";
import { env } from "#app/platform/env.ts";
import { Limit, Slots } from "#app/platform/limit.server.ts";
import { log } from "#app/platform/log.ts";
import { addressBehind, networkOf } from "./address.ts";
import { header, Refusal } from "./http.ts";

/** Many people share one address (an office, a phone network), so addresses get far more than a person. */
const limits = {
  /** Any call of the widget. */
  "address.widget": new Limit({ points: 1_200, seconds: 60 }),
  /** Wrong signatures, unknown tokens, malformed requests: only these are counted, never a good webhook. */
  "address.refused": new Limit({ points: 60, seconds: 60 }),
  "address.boot": new Limit({ points: 300, seconds: 60 }),
  "address.prove": new Limit({ points: 60, seconds: 60 }),
  "address.admin": new Limit({ points: 1_200, seconds: 60 }),
  "address.login": new Limit({ points: 60, seconds: 60 }),
  /** Statements of withdrawal: each sends a mail to an address that was typed in. */
  "address.withdraw": new Limit({ points: 60, seconds: 600 }),
  "address.withdrawals": new Limit({ points: 10, seconds: 3_600 }),
  "contact.withdrawals": new Limit({ points: 5, seconds: 86_400 }),
  "order.withdrawals": new Limit({ points: 10, seconds: 86_400 }),
  "shop.withdrawals": new Limit({ points: 600, seconds: 3_600 }),
  /** A person types; more than this is a machine. */
  "identity.messages": new Limit({ points: 20, seconds: 10 }),
  /** One each second and some. */
  "identity.draft": new Limit({ points: 90, seconds: 60 }),
  "address.files": new Limit({ points: 300, seconds: 60 }),
  /** Pictures are large, and kept. */
  "address.photos": new Limit({ points: 60, seconds: 60 }),
  "identity.photos": new Limit({ points: 24, seconds: 600 }),
  "shop.photos": new Limit({ points: 300, seconds: 60 }),
  "identity.poll": new Limit({ points: 60, seconds: 30 }),
  "identity.stream": new Limit({ points: 30, seconds: 60 }),
  "identity.continue": new Limit({ points: 4, seconds: 10 }),
  "identity.boot": new Limit({ points: 60, seconds: 60 }),
  "link.prove": new Limit({ points: 20, seconds: 60 }),
  "shop.messages": new Limit({ points: 12_000, seconds: 60 }),
  "shop.boot": new Limit({ points: 6_000, seconds: 60 }),
} as const;

const streams = { identity: new Slots(8), address: new Slots(300) };

export type LimitName = keyof typeof limits;

/** Refuses with 429 when the allowance is used up. A null key is nobody in particular and is let through. */
export async function limit(name: LimitName, key: string | null): Promise<void> {
  const seconds = key === null ? null : await limits[name].wait(key);
  if (seconds !== null) throw tooMany(seconds);
}

/** Room for one more open stream of this visitor. Give it back with the returned function. */
export function takeStream(identityId: string, request: IncomingMessage): () => void {
  const mine = streams.identity.take(identityId);
  if (!mine) throw tooMany(30);
  const network = networkFrom(request);
  const theirs = network === null ? () => {} : streams.address.take(network);
  if (!theirs) {
    mine();
    throw tooMany(30);
  }
  return () => {
    mine();
    theirs();
  };
}

/** Whose request this is, as far as limits by address go: null where only a proxy's own address is known. */
export function networkFrom(request: IncomingMessage): string | null {
  const peer = request.socket.remoteAddress;
  const forwarded = header(request, "x-forwarded-for");
  if (env.trustedProxies === 0 && forwarded && networkOf(peer) === null) warnOnce();
  return networkOf(addressBehind(peer, forwarded, env.trustedProxies));
}

/** Shopify's app proxy is one hop more. Only for requests that it has signed. */
export function networkBehindShopify(request: IncomingMessage): string | null {
  return networkOf(addressBehind(request.socket.remoteAddress, header(request, "x-forwarded-for"), env.trustedProxies + 1));
}

function tooMany(seconds: number): Refusal {
  const unit = seconds === 1 ? "second" : "seconds";
  return new Refusal(429, `That was a lot at once. Please wait ${seconds} ${unit}.`, { "Retry-After": String(seconds) });
}

let warned = false;

/** A proxy is in front and was not declared: limits by address cannot work. */
function warnOnce(): void {
  if (!warned) log.warn("proxy-not-trusted");
  warned = true;
}
