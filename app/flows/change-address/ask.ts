import type { Block, Language } from "#app/channels/message.ts";
import type { PostalAddress } from "#app/domain/orders/address.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { type Barrier, checkAddressChange } from "#app/domain/orders/order-policy.ts";
import { sayDay } from "../dates.ts";
import { choiceId, type FlowContext, type FlowFacts } from "../engine.ts";
import { ordersToOffer } from "../open-orders.ts";
import { says } from "../texts.ts";
import { askOrder } from "../track-order/slots.ts";
import type { Part } from "./parse.ts";
import { type AddressResult, type AddressState, handOver, result } from "./state.ts";
import { type AddressTextKey, text } from "./texts/index.ts";

/** Enough of the hash to bind a yes to it; ids of choices must stay short. */
export const hashLength = 12;

/** Asks which order, with those that have not left where there are any. */
export function askWhich(state: AddressState, notices: string[], facts: FlowFacts, context: FlowContext): AddressResult {
  const offered = ordersToOffer(facts.orders, (order) => canChange(order, context));
  const asking: AddressState = { ...state, asked: undefined, offered: offered.map((order) => order.id) };
  return result(asking, [...says(notices), ...askOrder(offered, context)], "waiting");
}

export function canChange(order: OrderFacts, { orderPolicy }: FlowContext): boolean {
  return checkAddressChange(order, orderPolicy) === null;
}

const questions: Record<Part, AddressTextKey> = { address1: "askStreet", zip: "askZip", city: "askCity" };

/** Asks for what is missing: the whole at first, then part by part. */
export function askPart(state: AddressState, part: Part, notices: string[], { language }: FlowContext): AddressResult {
  const isFirst = part === "address1" && state.asked === undefined;
  const words = isFirst ? text(language, "askAll", { order: state.orderName ?? "" }) : text(language, questions[part]);
  return result({ ...state, asked: part }, says([...notices, words]), "waiting");
}

/** Reads the whole address back and asks for the yes. */
export function askToConfirm(state: AddressState, to: PostalAddress, hash: string, notices: string[], context: FlowContext): AddressResult {
  const { language, caseId } = context;
  const words = [text(language, "readBack", { order: state.orderName ?? "" }), ...addressLines(to, language)].join("\n");
  const choices: Block = {
    kind: "choices",
    prompt: text(language, "isItRight"),
    choices: [
      { id: choiceId(caseId, "confirm", hash.slice(0, hashLength)), title: text(language, "confirm") },
      { id: choiceId(caseId, "change", "address"), title: text(language, "change") },
      { id: choiceId(caseId, "keep", "address"), title: text(language, "keep") },
    ],
  };
  const shown = { hash, to, at: context.now.toISOString() };
  return result({ ...state, asked: undefined, shown }, [...says(notices), { kind: "text", text: words }, choices], "waiting");
}

/** As it stands on a parcel, with the country in the reader's language. */
export function addressLines(address: PostalAddress, language: Language): string[] {
  const name = [address.firstName, address.lastName].filter(Boolean).join(" ");
  const town = [address.zip, address.city, address.provinceCode].filter(Boolean).join(" ");
  const country = address.countryCode && new Intl.DisplayNames(language, { type: "region" }).of(address.countryCode);
  return [name, address.company, address.address1, address.address2, town, country].flatMap((line) => line || []);
}

/** What leaves it to a person, in the words for it. */
const forPeople: Partial<Record<Barrier, AddressTextKey>> = {
  "partly-shipped": "partlyShipped",
  begun: "begun",
  returning: "leftToTeam",
  "switched-off": "leftToTeam",
};

/** Says why the address of this order is not changed. */
export function tellBarrier(
  state: AddressState,
  order: OrderFacts,
  barrier: Barrier,
  notices: string[],
  context: FlowContext,
): AddressResult {
  const { language } = context;
  const key = forPeople[barrier];
  if (key) return handOver(state, [...notices, text(language, key, { order: order.name })], "policy-exception");
  const date = order.cancelledAt ? sayDay(order.cancelledAt, context) : "";
  const why =
    barrier === "cancelled" ? text(language, "cancelled", { order: order.name, date }) : text(language, "shipped", { order: order.name });
  return result({ ...state, phase: "finished" }, says([...notices, why]));
}
