/** What a saved reply may leave open, and how it is called on the page. */
export const replyVariables = {
  first_name: "Shopper's first name",
  order: "Order number",
  tracking_link: "Tracking link",
  shop: "Shop name",
  my_name: "Your name",
} as const;

export type ReplyVariable = keyof typeof replyVariables;
export type VariableValues = Partial<Record<ReplyVariable, string | null>>;

const open = /\{\{\s*([\p{L}\d_ -]{1,40}?)\s*\}\}/gu;

/** "Hello {{first_name}}" → ["first_name"]; each once, in their order, known or not. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(open)].map(([, name = ""]) => name))];
}

export function isVariable(name: string): name is ReplyVariable {
  return Object.hasOwn(replyVariables, name);
}

/** Puts in what is known; what is not stays open, to be seen. */
export function fillIn(text: string, values: VariableValues): string {
  return text.replace(open, (whole, name: string) => (isVariable(name) && values[name]) || whole);
}

/** "Tracking link", or what was typed between the braces. */
export function variableName(name: string): string {
  return isVariable(name) ? replyVariables[name] : name;
}

const givenName = /^\p{L}[\p{L}\p{M}'’.-]{0,29}$/u;

/** The first word of what a channel shows as somebody's name, where that looks like a name and not like an address. */
export function firstNameOf(labels: (string | null)[]): string | null {
  for (const label of labels) {
    const [first = "", second] = (label ?? "").trim().split(/\s+/);
    // One lower-case word is a handle.
    if (givenName.test(first) && (second !== undefined || /^\p{Lu}/u.test(first))) return first;
  }
  return null;
}
