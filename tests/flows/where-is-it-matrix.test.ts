import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import type { FulfillmentFacts, OrderFacts } from "#app/domain/orders/facts.ts";
import { trackOrderFlow } from "#app/flows/track-order/flow.ts";
import { type TrackTextKey, text, trackTexts } from "#app/flows/track-order/texts/index.ts";
import { daysAgo, dress, fulfilled, mug, noon, order, scarf } from "./setup/orders.ts";
import { Shopper } from "./setup/shopper.ts";

const hours = (count: number) => new Date(noon.getTime() - count * 3_600_000);

/** FulfillmentDisplayStatus, and the kind of sentence that says it while no scan does. */
const displayed: Record<string, TrackTextKey[]> = {
  SUBMITTED: ["preparing"],
  CONFIRMED: ["preparing"],
  LABEL_PURCHASED: ["preparing"],
  LABEL_PRINTED: ["preparing"],
  LABEL_VOIDED: ["preparing"],
  FULFILLED: ["arrives", "arrivalUnknown", "leftOnly", "noTracking"],
  MARKED_AS_FULFILLED: ["arrives", "arrivalUnknown", "leftOnly", "noTracking"],
  CARRIER_PICKED_UP: ["arrives", "arrivalUnknown", "leftOnly", "noTracking"],
  IN_TRANSIT: ["arrives", "arrivalUnknown", "leftOnly", "noTracking"],
  DELAYED: ["delayed", "delayedUntil"],
  OUT_FOR_DELIVERY: ["outForDelivery"],
  ATTEMPTED_DELIVERY: ["attempted"],
  READY_FOR_PICKUP: ["readyForPickup"],
  PICKED_UP: ["pickedUp"],
  DELIVERED: ["delivered", "deliveredSomeDay"],
  FAILURE: ["failed"],
  NOT_DELIVERED: ["notDelivered"],
  CANCELED: ["parcelCancelled"],
  SOMETHING_NEW: ["arrives", "arrivalUnknown", "leftOnly", "noTracking"],
};
/** FulfillmentEventStatus. */
const scans = [
  undefined,
  "LABEL_PURCHASED",
  "LABEL_PRINTED",
  "CONFIRMED",
  "CARRIER_PICKED_UP",
  "IN_TRANSIT",
  "DELAYED",
  "OUT_FOR_DELIVERY",
  "ATTEMPTED_DELIVERY",
  "READY_FOR_PICKUP",
  "DELIVERED",
  "FAILURE",
] as const;
/** What the merchant has set says less than a scan does. */
const overruled = new Set(["FULFILLED", "MARKED_AS_FULFILLED", "SUBMITTED", "CONFIRMED"]);
const moving = new Set(["FULFILLED", "MARKED_AS_FULFILLED", "CARRIER_PICKED_UP", "IN_TRANSIT", "SOMETHING_NEW"]);

/** What happens by itself, what the shopper can do, or that a person looks; with nothing else an answer would be a dead end. */
const nextSteps: TrackTextKey[] = [
  "nextLeaves",
  "nextMoves",
  "nextTell",
  "nextAtDoor",
  "nextAttempt",
  "nextPickup",
  "nextMoney",
  "ifNotRight",
  "offerTeam",
  "offerTeamHeld",
  "offerTeamReturning",
];
const internal = [...Object.keys(displayed), ...scans.filter((scan) => scan !== undefined), "UNFULFILLED", "ON_HOLD", "RESTOCKED"];
const enums = new RegExp(`\\b(${internal.join("|")})\\b`);

type Situation = { parcels: FulfillmentFacts[]; changes?: Partial<OrderFacts> };

let asked = 0;
/** What is read on asking, in English and in the other languages by turns; holds what holds for every answer. */
function read({ parcels, changes }: Situation): { language: (typeof languages)[number]; words: string; shopper: Shopper<unknown> }[] {
  asked += 1;
  const others = languages.filter((one) => one !== "en");
  return (["en", others[asked % others.length] ?? "en"] as const).map((language) => {
    const shopper = new Shopper<unknown>(
      trackOrderFlow as never,
      { orders: [order({ fulfillments: parcels, processedAt: daysAgo(9), ...changes })], returnable: {} },
      { language },
    );
    shopper.open("where is my order?", "order_status");
    const words = shopper.words();
    expect(words).not.toMatch(enums);
    expect(words).not.toMatch(/[{}]|undefined|Invalid/);
    return { language, words, shopper };
  });
}

/** The fixed beginning of a sentence, up to where a value stands. */
const says = (language: (typeof languages)[number], key: TrackTextKey) => {
  const pieces = trackTexts[language][key].split(/\{\w+\}/).map((piece) => piece.trim());
  return pieces.sort((one, other) => other.length - one.length)[0] ?? "";
};
const hasNext = (language: (typeof languages)[number], words: string) =>
  [
    ...nextSteps,
    "partUnshipped" as const,
    "unshipped" as const,
    "unshippedPacking" as const,
    "unshippedPlanned" as const,
    "nothingToShip" as const,
  ].some((key) => words.includes(says(language, key)));

function parcel(
  displayStatus: string,
  scan: string | undefined,
  tracked: boolean,
  age: number,
  changes: Partial<FulfillmentFacts> = {},
): FulfillmentFacts {
  return fulfilled([dress, scarf], {
    displayStatus,
    createdAt: hours(age + 10),
    inTransitAt: undefined,
    deliveredAt: undefined,
    events: scan ? [{ status: scan, happenedAt: hours(age) }] : [],
    ...(!tracked && { tracking: [] }),
    ...changes,
  });
}

const statuses = Object.keys(displayed);

test.each(statuses)("%s: with every scan, tracked or not, fresh or old, alone or beside another parcel", (status) => {
  let told = 0;
  for (const scan of scans)
    for (const tracked of [true, false])
      for (const age of [5, 80])
        for (const split of ["alone", "with another", "with a rest"] as const) {
          const one = parcel(
            status,
            scan,
            tracked,
            age,
            split === "alone" ? {} : { items: [{ lineItemId: dress.lineItemId, quantity: 1 }] },
          );
          const other = fulfilled([], {
            id: "gid://shopify/Fulfillment/2",
            createdAt: hours(1),
            items: [{ lineItemId: scarf.lineItemId, quantity: 2 }],
          });
          const parcels = split === "with another" ? [one, other] : [one];
          const effective = scan && overruled.has(status) ? scan : status;
          const kinds = tracked && age > 72 && moving.has(effective) ? (["stuck", "neverScanned"] as const) : displayed[effective];
          for (const { language, words, shopper } of read({ parcels })) {
            const where = `${status}, ${scan}, tracked ${tracked}, ${age} h, ${split}, ${language}`;
            // A cancelled parcel beside a living one is not spoken of: what was in it is told as not sent.
            if (effective !== "CANCELED" || split !== "with another")
              expect(
                kinds?.some((kind) => words.includes(says(language, kind))),
                where,
              ).toBe(true);
            expect(hasNext(language, words), `${where}: ${words}`).toBe(true);
            if (kinds?.includes("stuck" as never) || effective === "FAILURE" || effective === "NOT_DELIVERED")
              expect(
                shopper.choices().map((choice) => choice.title),
                where,
              ).toContain(text(language, "askTeam"));
            if (effective === "DELIVERED")
              expect(
                shopper.choices().map((choice) => choice.title),
                where,
              ).toContain(text(language, "notReceived"));
            told += 1;
          }
        }
  expect(told).toBe(scans.length * 2 * 2 * 3 * 2);
});

test.each<[string, TrackTextKey, boolean]>([
  ["UNFULFILLED", "unshipped", false],
  ["OPEN", "unshipped", false],
  ["SOMETHING_NEW", "unshipped", false],
  ["IN_PROGRESS", "unshippedPacking", false],
  ["PENDING_FULFILLMENT", "unshippedPacking", false],
  ["SCHEDULED", "unshippedPlanned", false],
  ["ON_HOLD", "unshippedHeld", true],
  ["REQUEST_DECLINED", "unshippedDeclined", true],
  ["RESTOCKED", "restocked", true],
  ["FULFILLMENT_NOT_REQUIRED", "nothingToShip", false],
])("an order of which nothing has left, %s: %s, and a person is offered: %s", (fulfillmentStatus, key, asksTeam) => {
  for (const { language, words, shopper } of read({ parcels: [], changes: { fulfillmentStatus } })) {
    expect(words).toContain(says(language, key));
    expect(hasNext(language, words), words).toBe(true);
    expect(shopper.choices().some((choice) => choice.title === text(language, "askTeam"))).toBe(asksTeam);
  }
});

test("cancelled, with the money told or on its way", () => {
  const refund = { id: "gid://shopify/Refund/1", createdAt: daysAgo(1), total: { amount: "138.00", currencyCode: "EUR" } };
  for (const refunds of [[], [refund]])
    for (const { language, words } of read({ parcels: [], changes: { cancelledAt: daysAgo(1), refunds } }))
      expect(words).toContain(says(language, refunds.length > 0 ? "refunded" : "nextMoney"));
});

test.each([
  "Return to sender",
  "Shipment is being returned to the sender",
  "Sendung wird an den Absender zurückgesandt",
  "Retour à l’expéditeur",
  "Devuelto al remitente",
  "Devolvido ao remetente",
  "Reso al mittente",
  "Retour naar afzender",
])("%s: told as coming back, in our own words, and a person is offered", (message) => {
  for (const status of ["FAILURE", "IN_TRANSIT", "ATTEMPTED_DELIVERY"]) {
    const back = parcel(status, undefined, true, 5, { events: [{ status, happenedAt: hours(3), message }] });
    for (const { language, words, shopper } of read({ parcels: [back] })) {
      expect(words).toContain(says(language, "returning"));
      expect(words).toContain(says(language, "offerTeamReturning"));
      expect(words).not.toContain(message);
      expect(shopper.choices().map((choice) => choice.title)).toContain(text(language, "askTeam"));
    }
  }
});

test("an order partly sent and partly cancelled, and one that came back in part", () => {
  const sent = parcel("IN_TRANSIT", "IN_TRANSIT", true, 5, { items: [{ lineItemId: dress.lineItemId, quantity: 1 }] });
  const gone = parcel("CANCELED", undefined, true, 9, {
    id: "gid://shopify/Fulfillment/3",
    items: [{ lineItemId: mug.lineItemId, quantity: 1 }],
  });
  for (const { language, words } of read({
    parcels: [sent, gone],
    changes: { items: [dress, scarf, mug], fulfillmentStatus: "PARTIALLY_FULFILLED" },
  })) {
    expect(words).toContain(says(language, "partUnshipped"));
    expect(words).not.toContain(says(language, "parcelCancelled"));
  }
});
