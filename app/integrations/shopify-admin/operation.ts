import type { z } from "zod";

export const apiVersion = "2026-10";

/** One GraphQL operation: its text, what it takes and how its `data` is checked. */
export type Operation<Variables, Data> = {
  name: string;
  /** Mutations are never sent twice on a guess. */
  kind: "query" | "mutation";
  text: string;
  response: z.ZodType<Data>;
  /** Never read; binds the type of the variables to the operation. */
  readonly variables?: Variables;
};

/** A read-only operation. The name is the one in the text. */
export function query<Variables>() {
  return <Data>(text: string, response: z.ZodType<Data>): Operation<Variables, Data> => operation("query", text, response);
}

/** An operation that changes the store. */
export function mutation<Variables>() {
  return <Data>(text: string, response: z.ZodType<Data>): Operation<Variables, Data> => operation("mutation", text, response);
}

function operation<Variables, Data>(kind: "query" | "mutation", text: string, response: z.ZodType<Data>): Operation<Variables, Data> {
  const name = new RegExp(`${kind} (\\w+)`).exec(text)?.[1];
  if (!name) throw new Error(`The text of this operation does not begin with "${kind} Name".`);
  return { name, kind, text, response };
}
