import { type ChannelName, channelNames, type Language, languages } from "#app/channels/message.ts";

export const preferenceKinds = ["size", "shoe-size", "language", "channel"] as const;
export type PreferenceKind = (typeof preferenceKinds)[number];
/** A size as it is written on the thing ("M", "42.5"), a language or a channel by our names. */
export type Preference = { kind: PreferenceKind; value: string };

/** What holds for a shopper: of each kind what was said last. */
export type Preferences = { size?: string; shoeSize?: string; language?: Language; channel?: ChannelName };

/** Reads stored rows, the oldest first; what this version does not know counts for nothing. */
export function readPreferences(rows: readonly { kind: string; value: string }[]): Preferences {
  const said = new Map(rows.map((row) => [row.kind, row.value]));
  return {
    size: said.get("size"),
    shoeSize: said.get("shoe-size"),
    language: languages.find((one) => one === said.get("language")),
    channel: channelNames.find((one) => one === said.get("channel")),
  };
}
