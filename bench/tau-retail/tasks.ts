import { readFileSync } from "node:fs";
import { z } from "zod";

const itemIds = z.array(z.string());
const actionShape = z.discriminatedUnion("name", [
  z.object({ name: z.literal("cancel_pending_order"), arguments: z.object({ order_id: z.string() }) }),
  z.object({ name: z.literal("return_delivered_order_items"), arguments: z.object({ order_id: z.string(), item_ids: itemIds }) }),
  z.object({
    name: z.literal("exchange_delivered_order_items"),
    arguments: z.object({ order_id: z.string(), item_ids: itemIds, new_item_ids: itemIds }),
  }),
  z.object({
    name: z.literal("modify_pending_order_items"),
    arguments: z.object({ order_id: z.string(), item_ids: itemIds, new_item_ids: itemIds }),
  }),
  z.object({
    name: z.literal("modify_pending_order_address"),
    arguments: z.object({
      order_id: z.string(),
      address1: z.string(),
      address2: z.string(),
      city: z.string(),
      state: z.string(),
      country: z.string(),
      zip: z.string(),
    }),
  }),
  z.object({ name: z.literal("modify_pending_order_payment"), arguments: z.object({ order_id: z.string() }) }),
]);
export type Action = z.output<typeof actionShape>;
/** True when the store holds exactly what the action asks for. */
export type Verdict = { done: boolean; why?: string };
export type ActionOf<Name extends Action["name"]> = Extract<Action, { name: Name }>;

const taskShape = z.object({
  id: z.string().optional(),
  user_id: z.string(),
  actions: z.array(z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) })),
});
export type Task = { id: string; userId: string; actions: Action[] };

/** Tasks as JSON lines. Only what writes is kept of their actions. */
export function readTasks(path: string): Task[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      const { id = String(index), user_id: userId, actions } = taskShape.parse(JSON.parse(line));
      const known = actions.flatMap((action) => {
        const read = actionShape.safeParse(action);
        return read.success ? [read.data] : [];
      });
      return [{ id, userId, actions: known }];
    });
}
