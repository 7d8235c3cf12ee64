import type { ChannelName, Language } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { forgetPreferences, rememberPreference } from "#app/domain/identity/preferences.server.ts";
import {
  type Preference,
  type PreferenceKind,
  type Preferences,
  preferenceKinds,
  readPreferences,
} from "#app/domain/identity/preferences.ts";
import { optedOut } from "#app/domain/privacy/consent.server.ts";
import { sayList } from "#app/flows/texts.ts";
import { now } from "#app/platform/clock.ts";
import type { Write } from "#app/platform/db/writes.ts";
import type { TurnContext } from "./context.server.ts";
import { offer, places } from "./continue-here.server.ts";
import { foldText } from "./local/fold-text.ts";
import { forgetsIt } from "./local/slots/preferences/forget.ts";
import { type PreferenceWish, preferencesIn } from "./local/slots/preferences/read.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, type Turn } from "./turn.ts";
import { verificationOf } from "./verify.server.ts";

/** Takes what is to be remembered or forgotten out of the words; gives back what else they say. */
export function readWishes(turn: Turn, text: string): string {
  const open = activeCases(turn).find((row) => row.owner === "assistant");
  const { wishes, rest } = preferencesIn(text, turn.channel, open?.expecting);
  // Where a code is waited for, "by WhatsApp" is about the code.
  const aboutCode = open && verificationOf(open)?.step === "code" && wishes.some((wish) => statedIn(wish)?.kind === "channel");
  if (wishes.length > 0 && !aboutCode) {
    turn.wishes = wishes;
    return rest;
  }
  const { justStated } = turn.context;
  // "Forget it", right after it was said that something is remembered; in the middle of a question it ends that.
  if (justStated.length === 0 || open?.expecting || !forgetsIt(foldText(text).trim())) return text;
  turn.wishes = [{ kind: "forgotten", kinds: preferenceKinds.filter((kind) => justStated.includes(kind)) }];
  return "";
}

/** Someone wants news where we do not know them yet: the way there is shown. */
export async function offerChannel(turn: Turn): Promise<void> {
  const channel = wanted(turn).get("channel") as ChannelName | undefined;
  if (channel && isConnected(turn, channel) && !isKnownOn(turn, channel)) await offer(turn, channel);
}

/** What holds for the shopper now, with what has just been said. */
export function preferencesNow(turn: Turn): Preferences {
  const { preferences } = turn.context;
  const said = readPreferences([...wanted(turn)].flatMap(([kind, value]) => (value === null ? [] : [{ kind, value }])));
  const gone = (kind: PreferenceKind) => wanted(turn).get(kind) === null;
  return {
    size: gone("size") ? undefined : (said.size ?? preferences.size),
    shoeSize: gone("shoe-size") ? undefined : (said.shoeSize ?? preferences.shoeSize),
    language: gone("language") ? undefined : (said.language ?? preferences.language),
    channel: gone("channel") ? undefined : (said.channel ?? preferences.channel),
  };
}

/** The wish of each kind that was said last; null where it is to be forgotten. */
function wanted({ wishes }: Turn): Map<PreferenceKind, string | null> {
  const last = new Map<PreferenceKind, string | null>();
  for (const wish of wishes) {
    if (wish.kind === "forgotten") for (const kind of wish.kinds) last.set(kind, null);
    else last.set(wish.preference.kind, wish.preference.value);
  }
  return last;
}

/** What the commit of the turn writes down of it. */
export function preferenceWrites(turn: Turn): Write[] {
  const { shop, members, waiting } = turn.context;
  const ids = members.map((member) => member.id);
  const message = waiting.at(-1);
  return [...wanted(turn)].flatMap(([kind, value]) => {
    if (value === null) return forgetPreferences(shop.id, ids, [kind]);
    if (kind === "channel" && !isConnected(turn, value as ChannelName)) return [];
    return rememberPreference(shop.id, message?.identityId ?? turn.identity.id, { kind, value }, message?.id ?? null, turn.now);
  });
}

/** Says once what is remembered from now on, or no longer. What was known already is said only where nothing else is. */
export function confirmations(turn: Turn): string[] {
  const before = valuesOf(turn.context.preferences);
  const all = [...wanted(turn)];
  const forgotten = all.filter(([, value]) => value === null).map(([kind]) => kind);
  const noted = all.flatMap(([kind, value]) => {
    if (value === null || (before.get(kind) === value && turn.blocks.length > 0)) return [];
    return confirmation(turn, { kind, value });
  });
  if (forgotten.length === 0) return noted;
  const list = preferencesInWords(turn.language, turn.context.preferences, forgotten);
  const gone =
    list.length > 0
      ? sentence(turn.language, "forgotten", { list: sayList(turn.language, list) })
      : sentence(turn.language, "forgottenNothing");
  return [gone, ...noted];
}

function confirmation(turn: Turn, { kind, value }: Preference): string {
  const { language, context } = turn;
  switch (kind) {
    case "size":
      return sentence(language, "notedSize", { size: value });
    case "shoe-size":
      return sentence(language, "notedShoeSize", { size: value });
    case "language":
      return sentence(language, "notedLanguage");
    case "channel": {
      const channel = value as ChannelName;
      const place = sentence(language, places[channel]);
      if (!isConnected(turn, channel)) return sentence(language, "channelAbsent", { place, shop: context.shop.name });
      return sentence(language, isKnownOn(turn, channel) ? "notedChannel" : "notedChannelLater", { place });
    }
  }
}

/** "size M", "replies in French": what is remembered of these kinds. */
export function preferencesInWords(
  language: Language,
  preferences: Preferences,
  kinds: readonly PreferenceKind[] = preferenceKinds,
): string[] {
  const shown = [...valuesOf(preferences)].filter(([kind]) => kinds.includes(kind));
  return shown.map(([kind, value]) => words[kind](language, value));
}

const words: Record<PreferenceKind, (language: Language, value: string) => string> = {
  size: (language, size) => sentence(language, "keptSize", { size }),
  "shoe-size": (language, size) => sentence(language, "keptShoeSize", { size }),
  language: (language, value) =>
    sentence(language, "keptLanguage", { language: new Intl.DisplayNames(language, { type: "language" }).of(value) ?? value }),
  channel: (language, value) => sentence(language, "keptChannel", { place: sentence(language, places[value as ChannelName]) }),
};

function valuesOf({ size, shoeSize, language, channel }: Preferences): Map<PreferenceKind, string> {
  const all: [PreferenceKind, string | undefined][] = [
    ["size", size],
    ["shoe-size", shoeSize],
    ["language", language],
    ["channel", channel],
  ];
  return new Map(all.flatMap(([kind, value]) => (value ? [[kind, value] as const] : [])));
}

const statedIn = (wish: PreferenceWish) => (wish.kind === "stated" ? wish.preference : undefined);

function isConnected({ context }: Turn, channel: ChannelName): boolean {
  return context.accounts.some((account) => account.channel === channel && !account.paused);
}

function isKnownOn(turn: Turn, channel: ChannelName): boolean {
  return turn.channel === channel || writersOn(turn.context, channel).length > 0;
}

/** The shopper's proven identities on a channel, the one last heard first. A mailbox that nobody vouches for is none. */
function writersOn({ members }: TurnContext, channel: ChannelName): IdentityRow[] {
  return members
    .filter((member) => channelOf(member) === channel && !member.externalId.startsWith("unverified:"))
    .sort((one, other) => (other.lastInboundAt?.getTime() ?? 0) - (one.lastInboundAt?.getTime() ?? 0));
}

/**
 * Where news goes that nobody has just asked for: the channel the shopper prefers, where they are proven there, may still be
 * written to freely and have not said that they want no such messages. Null: it goes where it goes without a preference.
 */
export async function preferredWay(context: TurnContext) {
  // What they have agreed to is newer than any preference, and leads there by itself.
  if (context.goesOn) return null;
  const { channel } = context.preferences;
  const account = context.accounts.find((one) => one.channel === channel && !one.paused);
  if (!channel || !account) return null;
  const hours = adapters[channel].capabilities.freeTextWindowHours;
  const open = ({ lastInboundAt }: IdentityRow) =>
    hours === null || (lastInboundAt !== null && now().getTime() - lastInboundAt.getTime() < hours * 3_600_000);
  const writers = writersOn(context, channel).filter(open);
  const silent = await optedOut(
    context.shop.id,
    writers.map((one) => one.id),
  );
  const identity = writers.find((one) => !silent.has(one.id));
  return identity ? { identity, channel, account: account.externalId } : null;
}
