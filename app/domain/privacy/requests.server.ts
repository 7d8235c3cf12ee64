import { now } from "#app/platform/clock.ts";
import { decrypt, encrypt } from "#app/platform/crypto.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { NamedCustomer } from "./person.server.ts";
import type { Address } from "./tombstone.server.ts";

/** The law gives a month. */
const dueDays = 30;

/** Whom a request is about, and, once the main part of an erasure is done, what is still to be looked for. */
export type Sealed = {
  customer?: NamedCustomer;
  identityIds?: string[];
  language?: string;
  /** The proven mailbox that the shopper's own export goes to. */
  mailTo?: string;
  erased?: { at: number; addresses: Address[]; ids: string[] };
};
export type NewRequest = {
  kind: "export" | "erase";
  source: "shopify" | "shopper";
  about: Sealed;
  externalId?: string;
  identityId?: string;
  /** Milliseconds until the work begins. */
  after?: number;
};

/** Writes a request down and puts its work into the queue, in the commit it belongs to. */
export function requestWrites(shopId: string, { kind, source, about, externalId, identityId, after = 0 }: NewRequest): Write[] {
  const [id, at] = [newId(), now()];
  const row = {
    id,
    shopId,
    kind,
    source,
    externalId,
    identityId,
    sealed: seal(about),
    state: "open",
    createdAt: at,
    dueAt: new Date(at.getTime() + dueDays * 86_400_000),
  };
  const runAt = new Date(at.getTime() + after);
  return [
    insert("PrivacyRequest", row),
    enqueue(shopId, kind === "export" ? "privacy.export" : "privacy.erase", { requestId: id }, { runAt, queue: `privacy:${shopId}` }),
  ];
}

export function seal(about: Sealed): string {
  return encrypt(JSON.stringify(about));
}

export function unseal(text: string): Sealed {
  return text === "" ? {} : (JSON.parse(decrypt(text)) as Sealed);
}
