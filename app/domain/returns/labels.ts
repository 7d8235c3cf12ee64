import { isInEu, statutoryDays } from "./statute.ts";

/** How shoppers get what they stick on a parcel that goes back; "none": the shop sends it by itself, as ever. */
export const labelMethods = ["none", "own", "code", "carrier"] as const;
export type LabelMethod = (typeof labelMethods)[number];

export type Place = { name: string; street1: string; city: string; zip: string; state: string; country: string };
/** Centimetres and grams. */
export type Parcel = { length: number; width: number; height: number; weight: number };

/** As stored with the shop and edited on its page. */
export type LabelSettings = {
  method: LabelMethod;
  /** The merchant's own label for everybody, and others by country (ISO 3166). */
  ownUrl: string;
  byCountry: Record<string, string>;
  /** A link or code made for each return: {return}, {order}, {country} and {reference} are filled in. */
  template: string;
  /** Where a carrier brings it, how big a parcel is, and the most that a label may cost, in the carrier's currency. */
  place: Place;
  parcel: Parcel;
  mostCost: number | null;
  /** Where it is handed in, in the merchant's words. */
  dropOff: string;
  /** So many days from the label it has to be handed in; null: nothing is said of it. */
  sendWithinDays: number | null;
  /** Days from the label after which it is recalled, or the return cancelled; null: never. */
  remindAfterDays: number | null;
  cancelAfterDays: number | null;
};

export const defaultLabels: LabelSettings = {
  method: "none",
  ownUrl: "",
  byCountry: {},
  template: "",
  place: { name: "", street1: "", city: "", zip: "", state: "", country: "" },
  parcel: { length: 40, width: 30, height: 10, weight: 1000 },
  mostCost: null,
  dropOff: "",
  sendWithinDays: 14,
  remindAfterDays: 7,
  cancelAfterDays: null,
};

/** Between the reminder that tells of it and the cancellation lie so many days at least. */
export const noticeDays = 3;
export const mostDays = 90;

/** The settings of a shop, whatever was stored; what cannot be read is as at the beginning. */
export function readLabels(stored: unknown): LabelSettings {
  const given = typeof stored === "object" && stored !== null ? (stored as Partial<LabelSettings>) : {};
  const method = labelMethods.find((one) => one === given.method) ?? "none";
  const { place, parcel } = defaultLabels;
  return { ...defaultLabels, ...given, method, place: { ...place, ...given.place }, parcel: { ...parcel, ...given.parcel } };
}

/**
 * The same where the law has the goods come back: there are 14 days to send them, and a withdrawal stands whether or not anything is
 * sent, so that its return is never cancelled for an unused label.
 */
export function forWithdrawal(settings: LabelSettings): LabelSettings {
  const { sendWithinDays } = settings;
  const days = sendWithinDays === null ? null : Math.max(sendWithinDays, statutoryDays);
  return { ...settings, sendWithinDays: days, cancelAfterDays: null };
}

/** What a label is made for. */
export type ToLabel = { reference: string; returnName: string; orderName: string; country: string };

export type LabelPlan =
  | { kind: "link"; url: string }
  | { kind: "code"; code: string }
  | { kind: "carrier" }
  | { kind: "none"; because: string };

/** What the shop's method gives for one return. A carrier's label is only asked for where no customs papers are needed. */
export function planLabel(settings: LabelSettings, about: ToLabel): LabelPlan {
  switch (settings.method) {
    case "none":
      return { kind: "none", because: "no-method" };
    case "own": {
      const url = settings.byCountry[about.country] ?? settings.ownUrl;
      return isWebAddress(url) ? { kind: "link", url } : { kind: "none", because: "no-label-for-country" };
    }
    case "code": {
      const isLink = settings.template.startsWith("https://");
      const made = fillTemplate(settings.template, about, isLink ? encodeURIComponent : (value) => value);
      if (isLink) return isWebAddress(made) ? { kind: "link", url: made } : { kind: "none", because: "template-unusable" };
      return made ? { kind: "code", code: made } : { kind: "none", because: "template-unusable" };
    }
    case "carrier":
      return needsNoCustoms(about.country, settings.place.country) ? { kind: "carrier" } : { kind: "none", because: "customs" };
  }
}

/** Within one country, or within the EU. */
export function needsNoCustoms(from: string, to: string): boolean {
  return from !== "" && (from === to || (isInEu(from) && isInEu(to)));
}

function fillTemplate(template: string, about: ToLabel, write: (value: string) => string): string {
  const plain = (name: string) => name.replace(/^#/, "");
  const values: Record<string, string> = {
    return: plain(about.returnName),
    order: plain(about.orderName),
    country: about.country,
    reference: about.reference,
  };
  return template.replace(/\{(return|order|country|reference)\}/g, (_whole, part: string) => write(values[part] ?? ""));
}

/** An https address on the public internet's usual port, with nobody's password in it. */
export function isWebAddress(text: string): boolean {
  const url = text.length <= 2000 && !/[\s\p{Cc}]/u.test(text) ? URL.parse(text) : null;
  return url?.protocol === "https:" && url.username === "" && url.password === "" && url.port === "" && /\.[a-z]{2,}$/.test(url.hostname);
}

export type Rate = { id: string; amount: number };

/** The cheapest of what carriers offer, unless even that is more than the shop allows. */
export function pickRate(rates: Rate[], most: number | null): Rate | null {
  const [cheapest] = rates.filter((rate) => Number.isFinite(rate.amount)).sort((one, other) => one.amount - other.amount);
  return cheapest && (most === null || cheapest.amount <= most) ? cheapest : null;
}

const day = 24 * 3_600_000;
/** So many days after; null stays null. */
export const daysAfter = (from: Date, days: number | null): Date | null => (days === null ? null : new Date(from.getTime() + days * day));
