import { channelName } from "#app/ui/words.ts";

export type MoveOptionView = { toId: string; channel: string; address: string | null; text: string; problem: string | null };
export type MoveAnswer = { options: MoveOptionView[] };

/** Why a channel cannot be gone on with now. */
export const moveProblems = {
  "window-closed": "Its window is closed: they would have to write there first.",
  "opted-out": "They asked for no messages that we begin there.",
  paused: "The channel is paused under Channels.",
  asked: "They have been asked already and have not answered. Until they do, replies stay here.",
} as const;

/** What has become of the last question whether to go on elsewhere. */
export type MoveState = { state: "asked" | "agreed" | "declined"; from: string; to: string; when: string };

/** "by email", "on WhatsApp". */
export const byChannel = (channel: string): string => (channel === "email" ? "by email" : `on ${channelName(channel)}`);

export function moveLine({ state, from, to, when: at }: MoveState): string {
  const when = at === "now" ? "just now" : at;
  if (state === "asked") return `Asked ${when} whether to go on ${byChannel(to)}. No answer yet, so replies stay ${byChannel(from)}.`;
  if (state === "declined") return `They preferred to stay ${byChannel(from)} (${when}).`;
  return `They agreed ${byChannel(from)} to go on ${byChannel(to)} (${when}), until they write elsewhere.`;
}
