import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { Preference, PreferenceKind } from "./preferences.ts";

export type PreferenceRow = { kind: string; value: string; messageId: string | null };

/** What these identities have asked to be remembered, the newest last. Who counts as one shopper is the caller's to know. */
export function preferencesOf(shopId: string, identityIds: string[]): Promise<PreferenceRow[]> {
  return database().prisma.preference.findMany({
    where: { shopId, identityId: { in: identityIds } },
    orderBy: [{ statedAt: "asc" }, { id: "asc" }],
    select: { kind: true, value: true, messageId: true },
  });
}

/** Takes the place of what the same identity said before. What others of the shopper said stays theirs, in case they come apart. */
export function rememberPreference(
  shopId: string,
  identityId: string,
  { kind, value }: Preference,
  messageId: string | null,
  statedAt: Date,
): Write[] {
  return [
    remove("Preference", { shopId, identityId, kind }),
    insert("Preference", { id: newId(), shopId, identityId, kind, value, messageId, statedAt }),
  ];
}

/** Forgotten is forgotten for all identities of the shopper, also when they come apart later. */
export function forgetPreferences(shopId: string, identityIds: string[], kinds: readonly PreferenceKind[]): Write[] {
  return identityIds.flatMap((identityId) => kinds.map((kind) => remove("Preference", { shopId, identityId, kind })));
}
