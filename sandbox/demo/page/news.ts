import type { DemoState, MailItem, PhoneState } from "../demo-api.ts";
import type { Place } from "./model.ts";

export const noNews: Record<Place, number> = { website: 0, instagram: 0, whatsapp: 0, mail: 0, staff: 0 };

/** How many things each place has told the player so far. The storefront is a frame of its own and tells us nothing. */
export function countNews(state: DemoState): Record<Place, number> {
  const told = (phone: PhoneState) => phone.messages.filter((message) => !message.mine).length;
  return {
    website: 0,
    instagram: told(state.phones.instagram),
    whatsapp: told(state.phones.whatsapp),
    mail: state.mails.filter((mail) => !mail.mine).length,
    staff: Math.max(0, ...state.effects.map((effect) => effect.id)),
  };
}

export function newestFirst<Item extends { at: number }>(items: Item[]): Item[] {
  return items
    .map((item, index) => ({ item, index }))
    .sort((one, other) => other.item.at - one.item.at || other.index - one.index)
    .map(({ item }) => item);
}

/** The code that would be typed in now: the one of the newest mail that has any, if it came after `since`. */
export function newestCode(mails: MailItem[], since = 0): string | undefined {
  return newestFirst(mails).find((mail) => mail.code && mail.at >= since)?.code;
}
