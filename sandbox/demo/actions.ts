import { z } from "zod";
import { approveReturn, deliver, fulfil } from "../shopify/merchant.ts";
import type { DemoAction } from "./demo-api.ts";
import type { DemoSession } from "./session.ts";

const hour = 3_600_000;
const channel = z.enum(["instagram", "whatsapp"]);
const words = z.string().trim().min(1, "Please write something first.").max(4000, "That is too long for one message.");
const schema: z.ZodType<DemoAction> = z.discriminatedUnion("act", [
  z.object({ act: z.literal("phone-text"), channel, text: words }),
  z.object({ act: z.literal("phone-tap"), channel, choiceId: z.string().min(1) }),
  z.object({ act: z.literal("mail-send"), text: words, subject: z.string().max(200).optional(), answers: z.string().optional() }),
  z.object({ act: z.literal("login"), as: z.enum(["guest", "shopper"]) }),
  z.object({
    act: z.literal("advance"),
    hours: z
      .number()
      .positive()
      .max(24 * 60),
  }),
  z.object({ act: z.enum(["ship", "deliver"]), order: z.string().regex(/^#[A-Z]*\d+$/, "An order is named like #1004.") }),
  z.object({ act: z.literal("approve-return") }),
  z.object({ act: z.literal("shopify-fails"), how: z.enum(["throttle", "lost-reply"]) }),
  z.object({ act: z.literal("reset") }),
]);

/** Throws with words for the player when it is none. */
export function readAction(body: unknown): DemoAction {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new Error(result.error.issues[0]?.message ?? "This is no action of the demo.");
}

/** Does everything but a reset. Throws with words for the player when it cannot be done. */
export async function carryOut(session: DemoSession, action: Exclude<DemoAction, { act: "reset" }>): Promise<void> {
  const { world } = session;
  const { store } = world.shopify;
  switch (action.act) {
    case "phone-text":
      await session.phones[action.channel].sendText(action.text);
      return;
    case "phone-tap":
      await session.phones[action.channel].tap(action.choiceId);
      return;
    case "mail-send":
      return session.writeMail(action.text, action.subject, action.answers);
    case "login":
      return session.login(action.as);
    case "advance":
      await world.advance(action.hours * hour);
      return session.tell({ words: action.hours === 1 ? "An hour passes" : `${action.hours} hours pass`, good: true });
    case "ship":
      fulfil(store, action.order, {
        company: "DHL",
        number: `LL${store.orderByName(action.order).number}DE`,
        url: `https://tracking.example/parcel/${store.orderByName(action.order).number}`,
      });
      return;
    case "deliver":
      deliver(store, action.order);
      return;
    case "approve-return":
      approveReturn(store, newestRequest(session));
      return;
    case "shopify-fails":
      return makeShopifyFail(session, action.how);
  }
}

/** Of the shopper's own orders: the seeded store holds a request of somebody else. */
function newestRequest(session: DemoSession): string {
  const { store } = session.world.shopify;
  const requests = [...store.orders.values()]
    .filter((order) => order.email === session.mailbox.address)
    .flatMap((order) => order.returns.filter((one) => one.status === "REQUESTED"))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  if (!requests[0]) throw new Error("No return is waiting for approval.");
  return requests[0].name;
}

function makeShopifyFail(session: DemoSession, how: "throttle" | "lost-reply"): void {
  const { faults } = session.world.shopify;
  if (how === "throttle") {
    faults.add("*", { kind: "throttle" }, 2);
    session.tell({ words: "Shopify refuses the next two requests: too many at once", good: false });
    return;
  }
  for (const operation of ["returnRequest", "returnCreate"]) faults.add(operation, { kind: "lost-reply" });
  session.tell({ words: "Shopify's answer to the next return will get lost on the way", good: false });
}
