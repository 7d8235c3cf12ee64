import { expect, test } from "vitest";
import { labelsToForm, readLabelForm } from "#app/domain/returns/label-form.ts";
import { labelTrouble } from "#app/domain/returns/label-trouble.ts";
import {
  defaultLabels,
  isWebAddress,
  type LabelSettings,
  needsNoCustoms,
  pickRate,
  planLabel,
  readLabels,
} from "#app/domain/returns/labels.ts";
import { ownNumberIn } from "#app/flows/return/own-parcel.ts";

const about = { reference: "01K", returnName: "#1001-R1", orderName: "#1001", country: "DE" };
const plan = (change: Partial<LabelSettings>, country = "DE") => planLabel({ ...defaultLabels, ...change }, { ...about, country });
const place = { name: "Linden & Loom", street1: "Lagerweg 3", city: "Hamburg", zip: "20095", state: "", country: "DE" };

test("what the shop's method gives for a return", () => {
  expect(plan({})).toEqual({ kind: "none", because: "no-method" });
  expect(plan({ method: "own", ownUrl: "https://a.example.com/x.pdf" })).toEqual({ kind: "link", url: "https://a.example.com/x.pdf" });
  const byCountry = { AT: "https://a.example.com/at.pdf" };
  expect(plan({ method: "own", byCountry }, "AT")).toEqual({ kind: "link", url: "https://a.example.com/at.pdf" });
  expect(plan({ method: "own", byCountry })).toEqual({ kind: "none", because: "no-label-for-country" });
  expect(plan({ method: "carrier", place }, "FR")).toEqual({ kind: "carrier" });
  expect(plan({ method: "carrier", place }, "CH")).toEqual({ kind: "none", because: "customs" });
});

test("a template is filled in, and what is filled in cannot leave its place", () => {
  const template = "https://drop.example.com/{return}?o={order}&r={reference}";
  expect(plan({ method: "code", template })).toEqual({ kind: "link", url: "https://drop.example.com/1001-R1?o=1001&r=01K" });
  expect(plan({ method: "code", template: "RET-{return}" })).toEqual({ kind: "code", code: "RET-1001-R1" });
  const odd = planLabel({ ...defaultLabels, method: "code", template }, { ...about, returnName: "#1/../x?y&z" });
  expect(odd).toEqual({ kind: "link", url: "https://drop.example.com/1%2F..%2Fx%3Fy%26z?o=1001&r=01K" });
});

test("only a web address that anybody may open is a label", () => {
  for (const good of ["https://cdn.example.com/a.pdf", "https://a.example.com/?x=1"]) expect(isWebAddress(good), good).toBe(true);
  const bad = [
    "http://a.example.com",
    "https://u:p@a.example.com",
    "https://a.example.com:8443/",
    "https://localhost/x",
    "https://10.0.0.1/",
    "javascript:alert(1)",
    "https://a b.com",
    "",
  ];
  for (const one of bad) expect(isWebAddress(one), one).toBe(false);
});

test("the cheapest rate within what is allowed", () => {
  const rates = [
    { id: "b", amount: 7.35 },
    { id: "a", amount: 4.9 },
    { id: "x", amount: Number.NaN },
  ];
  expect(pickRate(rates, null)?.id).toBe("a");
  expect(pickRate(rates, 4.9)?.id).toBe("a");
  expect(pickRate(rates, 4.89)).toBeNull();
  expect(pickRate([], null)).toBeNull();
  expect(needsNoCustoms("", "")).toBe(false);
});

test("settings of any age can be read", () => {
  expect(readLabels(null)).toEqual(defaultLabels);
  expect(readLabels({ method: "pigeon", ownUrl: "x" })).toEqual({ ...defaultLabels, ownUrl: "x" });
  expect(readLabels({ parcel: { weight: 5 } }).parcel).toEqual({ ...defaultLabels.parcel, weight: 5 });
});

const form = (change: Record<string, string>, hasKey = false) => readLabelForm({ ...labelsToForm(defaultLabels), ...change }, hasKey);
const problemsOf = (change: Record<string, string>, hasKey = false) => {
  const read = form(change, hasKey);
  return read.ok ? {} : read.problems;
};

test("the form says what is wrong in words, for the chosen method only", () => {
  expect(form({})).toEqual({ ok: true, settings: defaultLabels, apiKey: "" });
  expect(problemsOf({ method: "own" })).toEqual({ ownUrl: "Enter the address of your label." });
  expect(problemsOf({ method: "own", ownUrl: "http://x" })).toEqual({ ownUrl: "Enter an address that begins with https://." });
  expect(problemsOf({ method: "own", ownUrl: "https://a.example.com/x.pdf", byCountry: "Germany https://x" }).byCountry).toMatch(/Germany/);
  expect(problemsOf({ method: "code", template: "https://a.example.com/" }).template).toMatch(/needs \{return\}/);
  expect(problemsOf({ method: "code", template: "https://a.example.com/{return}{mail}" }).template).toBe(
    "There is no {mail}. Use {return}, {order}, {country} or {reference}.",
  );
  const carrier = { method: "carrier", ...place };
  expect(problemsOf(carrier)).toEqual({ apiKey: "Enter the API key of your EasyPost account." });
  expect(problemsOf(carrier, true)).toEqual({});
  expect(Object.keys(problemsOf({ method: "carrier", weight: "0", mostCost: "much", apiKey: "k" })).sort()).toEqual(
    ["city", "country", "mostCost", "name", "street1", "weight", "zip"].sort(),
  );
});

test("nobody's return is cancelled who is not told before", () => {
  expect(problemsOf({ cancelAfterDays: "10", remindAfterDays: "" }).cancelAfterDays).toMatch(/Set a reminder first/);
  expect(problemsOf({ cancelAfterDays: "9" }).cancelAfterDays).toMatch(/at least 3 days/);
  expect(problemsOf({ cancelAfterDays: "10" })).toEqual({});
  expect(problemsOf({ remindAfterDays: "soon" }).remindAfterDays).toMatch(/whole days/);
});

test("why a label could not be made is said in words", () => {
  expect(labelTrouble("customs")).toBe("it would need customs papers");
  expect(labelTrouble("INVALID_STATE")).toBe("it was refused (INVALID_STATE)");
});

test.each([
  ["I sent it with DHL 00340434161094042557", "00340434161094042557"],
  ["my tracking number is 1Z999AA10123456784", "1Z999AA10123456784"],
  ["Ich hab's mit DHL verschickt: 0034 0434 1610 9404 2557", "00340434161094042557"],
  ["colis envoyé, numéro de suivi LA123456789FR", "LA123456789FR"],
  ["Lo he enviado por Correos, PQ4F6P0704104350142860A", null],
  ["l'ho spedito ieri, tracciamento 1234567890", "1234567890"],
  ["ik heb het verstuurd, 3SABCD123456789", null],
  ["já enviei, código AA123456785BR", "AA123456785BR"],
  ["my order #10012345 has not been sent", null],
  ["call me at 0151 23456789", null],
  ["I sent 00340434161094042557 and 00340434161094042558", null],
  ["sent it yesterday", null],
])("%s: %s", (text, number) => {
  expect(ownNumberIn(text)).toBe(number);
});
