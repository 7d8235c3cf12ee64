import {
  type ApproveInput,
  type DeclineInput,
  type DeskReturn,
  type GiftCardInput,
  hashBooking,
  hashDesk,
  isRefund,
  nothingSent,
  outcomeOf,
  type ProcessInput,
  paidLines,
  type RemoveInput,
  type StaffEffect,
} from "#app/domain/returns/back-office.ts";
import type { Attempt, EffectKind, EffectStore, Sight } from "./kind.ts";

/** Marks what the store has said yes to. */
const accepted = "accepted";

type Deed<Input> = {
  /** Where the return stands before it, in Shopify's own words. */
  from: string;
  carryOut(store: EffectStore, input: Input): Promise<{ ok: true } | { ok: false; error: string }>;
  /** How it looks once done; null while it is as before. */
  look(desk: DeskReturn, input: Input): Sight | null;
};

/**
 * What staff decide about a return. They act in Shopify's own admin too, at any moment: what they saw is held against the return
 * once more at the last moment, and whether a try was carried out is told from how the return looks, since Shopify knows no key.
 */
function staffDeed<Input extends ApproveInput>(deed: Deed<Input>): EffectKind<Input> {
  return {
    async make(store, input): Promise<Attempt> {
      const desk = await store.desk(input.returnId);
      if (!desk) return { ok: false, error: "gone" };
      if (hashDesk(desk) !== input.quoteHash) return { ok: false, error: "changed" };
      const answer = await deed.carryOut(store, input);
      // Between the two looks somebody may have moved it, or an earlier try of ours has.
      return answer.ok ? { ok: true, job: accepted } : { ...answer, doubtful: true };
    },
    async look(store, input) {
      const desk = await store.desk(input.returnId);
      if (!desk) return { error: "gone" };
      return deed.look(desk, input) ?? (desk.status === deed.from ? "absent" : { error: "changed" });
    },
  };
}

const done = (desk: DeskReturn): Sight => ({ result: { id: desk.id, name: desk.name, status: desk.status } });
const endsAs =
  (...statuses: string[]) =>
  (desk: DeskReturn): Sight | null =>
    statuses.includes(desk.status) ? done(desk) : null;

const approve = staffDeed<ApproveInput>({
  from: "REQUESTED",
  carryOut: (store, input) => store.approveReturn(input.returnId),
  look: endsAs("OPEN", "CLOSED"),
});

const decline = staffDeed<DeclineInput>({
  from: "REQUESTED",
  carryOut: (store, input) => store.declineReturn(input),
  look(desk, { declineReason, note }) {
    if (desk.status !== "DECLINED") return null;
    // Somebody else declined it, with other words: ours have reached nobody.
    return desk.decline?.reason === declineReason && (desk.decline.note ?? "") === note ? done(desk) : { error: "changed" };
  },
});

const cancel = staffDeed<ApproveInput>({
  from: "OPEN",
  carryOut: (store, input) => store.cancelReturn(input.returnId),
  look: endsAs("CANCELED"),
});

const close = staffDeed<ApproveInput>({
  from: "OPEN",
  carryOut: (store, input) => store.closeReturn(input.returnId),
  look: endsAs("CLOSED"),
});

const reopen = staffDeed<ApproveInput>({
  from: "CLOSED",
  carryOut: (store, input) => store.reopenReturn(input.returnId),
  look: endsAs("OPEN"),
});

const remove = staffDeed<RemoveInput>({
  from: "OPEN",
  carryOut: (store, input) => store.removeLine(input),
  look(desk, { lineId, quantity, before, isExchange }) {
    const lines: { id: string; quantity: number }[] = isExchange ? desk.exchange : desk.lines;
    const left = lines.find((line) => line.id === lineId)?.quantity ?? 0;
    if (left === before - quantity) return done(desk);
    return left === before ? null : { error: "changed" };
  },
});

/** Books what came back and pays for it. Our mark stands on the refund; where no money goes out, the booked pieces tell. */
const process: EffectKind<ProcessInput> = {
  async make(store, input, effectId) {
    const { booking, money, quoteHash, sent = nothingSent } = input;
    const desk = await store.desk(input.returnId);
    if (!desk) return { ok: false, error: "gone" };
    // A return that cannot be booked any more need not be calculated.
    if (desk.status !== "OPEN") return { ok: false, error: "changed" };
    const outcome = await store.bookingMoney(desk.id, paidLines(booking), sent.lines);
    if (outcome && "error" in outcome) return { ok: false, error: "changed" };
    const { suggested, owed } = outcomeOf(outcome);
    if (hashBooking(desk, booking, suggested, money, { ...sent, owed }) !== quoteHash) return { ok: false, error: "changed" };
    const answer = await store.processReturn(input, desk, suggested, effectId);
    return answer.ok ? { ok: true, job: accepted } : { ...answer, doubtful: true };
  },

  async look(store, { returnId, booking, sent, money, before }, { effectId }) {
    const desk = await store.desk(returnId);
    if (!desk) return { error: "gone" };
    if (isRefund(money) && store.isOwnBooking(desk, effectId)) return done(desk);
    const processed = (lineId: string) => [...desk.lines, ...desk.exchange].find((line) => line.id === lineId)?.processed ?? 0;
    const booked = [...booking, ...(sent?.lines ?? [])];
    const asBefore = booked.every(({ lineId }) => processed(lineId) === (before[lineId] ?? 0));
    if (asBefore) return desk.status === "OPEN" ? "absent" : { error: "changed" };
    const asWanted = booked.every(({ lineId, quantity }) => processed(lineId) === (before[lineId] ?? 0) + quantity);
    return !isRefund(money) && asWanted ? done(desk) : { error: "changed" };
  },
};

/** The card for what was given and has come back. Its code follows from the effect: a second one is refused, and the first is found by its note. */
const giftCard: EffectKind<GiftCardInput> = {
  async make(store, input, effectId) {
    const answer = await store.makeGiftCard(input, effectId);
    return answer.ok ? answer : { ...answer, doubtful: true };
  },
  async look(store, _input, { effectId, startedAt }) {
    const found = await store.findOwnGiftCard(effectId, startedAt);
    return found ? { result: found } : "absent";
  },
};

/** Every deed of staff by its kind. */
export const staffDeeds: { [Kind in StaffEffect["kind"]]: EffectKind<Extract<StaffEffect, { kind: Kind }>["input"]> } = {
  "return-approve": approve,
  "return-decline": decline,
  "return-process": process,
  "return-remove": remove,
  "return-cancel": cancel,
  "return-close": close,
  "return-reopen": reopen,
  "gift-card": giftCard,
};
