/** What stands in the search field. `sent`: what was searched for and has not come back yet, in its order; `search`: what the list shows. */
export type SearchText = { text: string; sent: string[]; search: string };

export const startSearch = (search: string): SearchText => ({ text: search, sent: [], search });

/** As the server reads it: what differs only in this is not searched for again. */
const asRead = (text: string): string => text.trim().slice(0, 100);

export const typed = (state: SearchText, text: string): SearchText => ({ ...state, text });

/** What stands in the field now was sent. */
export const sent = (state: SearchText): SearchText => ({ ...state, sent: [...state.sent, asRead(state.text)] });

/**
 * The list has come for `search`. What was typed here earlier leaves the field alone, since something newer stands in it. What
 * was not typed here came with a link or by going back: it is newer than the field, unless somebody is typing.
 */
export function arrived(state: SearchText, search: string): SearchText {
  const place = state.sent.lastIndexOf(search);
  if (place >= 0) return { ...state, search, sent: state.sent.slice(place + 1) };
  return { text: isTyping(state) ? state.text : search, sent: [], search };
}

/** Nothing is on its way any more: what was sent and has not come was overtaken by a link. */
export function settled(state: SearchText): SearchText {
  const last = state.sent.at(-1);
  if (last === undefined) return state;
  return last === state.search ? { ...state, sent: [] } : arrived({ ...state, sent: [last] }, state.search);
}

/** Something stands in the field that nobody has searched for yet. */
export const isTyping = ({ text, sent, search }: SearchText): boolean => asRead(text) !== (sent.at(-1) ?? search);
