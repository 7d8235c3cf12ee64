import type { NewJob, Write } from "../db/writes.ts";
import { withTrace } from "../tracing/context.ts";

/** Every job by name, with what it is given. Payloads hold ids only, never words or addresses. */
export type Tasks = {
  /** Read one stored raw event of a channel. Queue: whom it is about, so that each person's events keep their order. */
  "intake.channel": { rawEventId: string };
  /** Read one stored Shopify webhook. */
  "intake.shopify": { rawEventId: string };
  /** One run of the assistant for whoever this identity belongs to. */
  turn: { identityId: string; trigger: TurnTrigger };
  /** Find the order behind a claim and send its contact a code. */
  "identity.send-code": { codeId: string; claimed: CodeClaim; way?: "any" | "phone" };
  /** Ask Shopify which e-mail the logged-in customer's account has. */
  "identity.link-account": { identityId: string };
  /** Read at the store whether it has merged two customers, as a stored webhook says. */
  "identity.join-merged": { keptId: string; deletedId: string; jobId: string | null };
  /** Read anew what Shopify says of the shop itself. */
  "shop.refresh": { [none: string]: never };
  /** Ask the store whether the app is out, as a stored webhook says; `erase`: that it is to forget the shop, too. */
  "shop.check-uninstalled": { erase: boolean };
  /** Bring one picture of a stored message here. */
  "photo.fetch": { photoId: string };
  /** Let a model look at one picture of a case, for staff. */
  "photo.describe": { photoId: string };
  /** The seconds in which a reply of staff could be taken back are over. */
  "staff.send": { heldId: string };
  /** Plan the way out for one outbound message. */
  "delivery.plan": { messageId: string };
  "delivery.send": { deliveryId: string };
  /** An unknown outcome's time for evidence is over. */
  "delivery.settle": { deliveryId: string };
  "effect.run": { effectId: string };
  /** Mail the shopper what staff have done with their return, to keep. */
  "return.receipt": { effectId: string };
  /**
   * Look for what webhooks have not told of. `since`: Shopify's own time up to which all is known, ISO 8601; `seen`: when the
   * orders of the time before it changed that were looked at already, in milliseconds by order id.
   */
  "reconcile.store": { since: string; seen: Record<string, number> };
  /**
   * Look for what of the shop's texts has changed. `since`: Shopify's own time up to which all changes of products are known;
   * `wholeAt`: when all products were last gone through, to find those that are gone; ISO 8601, null for never.
   */
  "knowledge.refresh": { since: string | null; wholeAt: string | null };
  /** Read one product again, as a stored webhook says. */
  "knowledge.product": { productId: string };
  /** Embed the next passages that have no vector of the present model. */
  "knowledge.embed": { [none: string]: never };
  /** Run the next past orders through a draft of the return rules. */
  "policy.trial": { trialId: string };
  /** Make, or mail, an export of what is kept about a shopper. */
  "privacy.export": { requestId: string };
  /** Erase one shopper. */
  "privacy.erase": { requestId: string };
  /** Remove what was kept long enough. */
  "privacy.sweep": { [none: string]: never };
  /** Mail a shopper the link to their own export. */
  "privacy.mail-export": { requestId: string };
  /** Acknowledge a statement of withdrawal by mail: the first, the second, … of its row. */
  "withdrawal.receipt": { withdrawalId: string; number: number };
  /** Look at the store for what a withdrawal is about, and tell the address on the order where it is another one. */
  "withdrawal.check": { withdrawalId: string };
  /** Say something that we begin, if nothing stands against it. */
  "proactive.say": { begunId: string };
  /** A parcel of this order may be in trouble: look, and find who wants to know. */
  "proactive.parcels": { orderId: string };
  /** A case has been left at a step for long; its shopper may be reminded of it. */
  "proactive.remind": { caseId: string };
  /** Something was promised: see whether it is kept, and who has to know if it is not. */
  "promise.check": { obligationId: string };
  /** Find a person for a case that needs one. */
  "routing.assign": { caseId: string };
  /** Find people for all cases of a shop that wait for one. */
  "routing.queue": { [none: string]: never };
  /** A shopper's time is over: see whether somebody has answered. */
  "case.due": { caseId: string };
  /** What staff have put aside comes back to the queue. */
  "inbox.wake": { conversationId: string };
  /** Get the label of a return that is open, write it to the return and tell the shopper. */
  "label.obtain": { caseId: string };
  /** Send a label by mail to the address on its order. */
  "label.mail": { labelId: string };
  /** Write the shopper's own tracking number to their return. */
  "label.own": { caseId: string };
  /** A label has not been used for long: recall it. */
  "label.remind": { labelId: string };
  /** Cancel the return of a label that was never used, where the shopper was told before. */
  "label.cancel": { labelId: string };
  /** Write for staff what the assistant would answer in a case that a person has. */
  "draft.suggest": { caseId: string };
  /** Take one event to the shop's connections. */
  "outward.fan-out": { eventId: string };
  /** Add to a help desk's ticket what the shopper has written since. */
  "ticket.tell": { ticketId: string };
  /** Take from a help desk's ticket what its agents have answered. */
  "ticket.read": { ticketId: string };
  /** What waits for a connection that people read. */
  "outward.alert": { connectionId: string };
  /** One event to one connection. */
  "outward.send": { sendId: string };
  /** Show that we are reading, on channels that can. */
  "delivery.typing": { identityId: string; lastMessageId: string };
};

/** By what somebody says their order can be found. */
export type CodeClaim = { email?: string; phone?: string; orderName?: string };

export type TurnTrigger =
  | { kind: "messages" }
  /** A link or code just connected this identity with another: go on with what was open. */
  | { kind: "proven" }
  /** The widget was opened by a continue-here link; null when its code does not hold. */
  | { kind: "arrived"; linkId: string | null }
  /** A picture of a message that was answered already has come at last. */
  | { kind: "photo"; messageId: string }
  | { kind: "effect-settled"; caseId: string }
  /** Staff have done something in the store about this case: the shopper is told, whoever has the case. */
  | { kind: "staff-acted"; caseId: string; effectId: string }
  | { kind: "store-event"; caseId: string; topic: string; subjectId?: string }
  /** A parcel of an order of theirs is in trouble, and no case follows it. */
  | { kind: "parcel-trouble"; orderId: string }
  /** They left this case at a step. */
  | { kind: "remind"; caseId: string };

export type TaskName = keyof Tasks;

/** What a job mostly does: read what came in, think (and wait for the store and the model), or send. */
export type Lane = NewJob["lane"];

/**
 * How many jobs of a lane run at once, and how many of one shop. Each lane has its own room, so that reading and sending go
 * on while the store hangs, and no shop's backlog or broken vendor takes the room of the others.
 */
export const laneRoom: Record<Lane, { all: number; ofOneShop: number }> = {
  read: { all: 24, ofOneShop: 16 },
  think: { all: 64, ofOneShop: 16 },
  send: { all: 48, ofOneShop: 24 },
};

export const lanes = Object.keys(laneRoom) as Lane[];

const kinds: Record<TaskName, { lane: Lane; attempts: number }> = {
  "intake.channel": { lane: "read", attempts: 10 },
  "intake.shopify": { lane: "read", attempts: 12 },
  turn: { lane: "think", attempts: 8 },
  "identity.send-code": { lane: "think", attempts: 6 },
  "identity.link-account": { lane: "think", attempts: 6 },
  "identity.join-merged": { lane: "think", attempts: 12 },
  "shop.refresh": { lane: "think", attempts: 6 },
  "shop.check-uninstalled": { lane: "think", attempts: 20 },
  "effect.run": { lane: "think", attempts: 20 },
  "return.receipt": { lane: "send", attempts: 12 },
  "reconcile.store": { lane: "think", attempts: 20 },
  "knowledge.refresh": { lane: "think", attempts: 20 },
  "knowledge.product": { lane: "think", attempts: 12 },
  "knowledge.embed": { lane: "think", attempts: 5 },
  "policy.trial": { lane: "think", attempts: 8 },
  "privacy.export": { lane: "think", attempts: 20 },
  "privacy.erase": { lane: "think", attempts: 20 },
  "privacy.sweep": { lane: "think", attempts: 5 },
  "privacy.mail-export": { lane: "send", attempts: 12 },
  "withdrawal.receipt": { lane: "send", attempts: 20 },
  "withdrawal.check": { lane: "think", attempts: 20 },
  "photo.fetch": { lane: "read", attempts: 10 },
  "photo.describe": { lane: "think", attempts: 4 },
  "staff.send": { lane: "send", attempts: 12 },
  "delivery.plan": { lane: "send", attempts: 8 },
  "delivery.send": { lane: "send", attempts: 12 },
  "delivery.settle": { lane: "send", attempts: 5 },
  "proactive.say": { lane: "think", attempts: 12 },
  "proactive.parcels": { lane: "think", attempts: 8 },
  "proactive.remind": { lane: "think", attempts: 5 },
  "promise.check": { lane: "think", attempts: 12 },
  "routing.assign": { lane: "think", attempts: 20 },
  "routing.queue": { lane: "think", attempts: 20 },
  "case.due": { lane: "send", attempts: 12 },
  "inbox.wake": { lane: "think", attempts: 12 },
  "draft.suggest": { lane: "think", attempts: 4 },
  "label.obtain": { lane: "think", attempts: 12 },
  "label.mail": { lane: "send", attempts: 12 },
  "label.own": { lane: "think", attempts: 12 },
  "label.remind": { lane: "think", attempts: 12 },
  "label.cancel": { lane: "think", attempts: 12 },
  "outward.fan-out": { lane: "send", attempts: 12 },
  "ticket.tell": { lane: "send", attempts: 20 },
  "ticket.read": { lane: "send", attempts: 20 },
  "outward.alert": { lane: "send", attempts: 12 },
  "outward.send": { lane: "send", attempts: 12 },
  "delivery.typing": { lane: "send", attempts: 1 },
};

export type JobOptions = {
  /** A waiting job of the same key is moved to this one's time instead of doubled. */
  key?: string;
  /** One at a time per queue, in order of time. */
  queue?: string;
  runAt: Date;
};

/** A write that puts a job into the queue with the commit it belongs to. */
export function enqueue<T extends TaskName>(shopId: string, task: T, payload: Tasks[T], options: JobOptions): Write {
  const { lane, attempts } = kinds[task];
  const job: NewJob = { shopId, task, lane, payload: withTrace(payload), ...options, maxAttempts: attempts };
  return { kind: "enqueue", job };
}

/** How long to wait before attempt n + 1, n from 1: 1 s doubling to 5 min. */
export function backoffMilliseconds(attempt: number): number {
  return Math.min(300_000, 1000 * 2 ** (attempt - 1));
}
