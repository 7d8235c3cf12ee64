import { defaultLabels, isWebAddress, type LabelSettings, labelMethods, mostDays, noticeDays } from "./labels.ts";

/** What a merchant fills in on the page of labels, pure, so that the page and the server say the same. */
const names = [
  "method",
  "ownUrl",
  "byCountry",
  "template",
  "name",
  "street1",
  "city",
  "zip",
  "state",
  "country",
  "length",
  "width",
  "height",
  "weight",
  "mostCost",
  "apiKey",
  "dropOff",
  "sendWithinDays",
  "remindAfterDays",
  "cancelAfterDays",
] as const;
export type LabelForm = Record<(typeof names)[number], string>;
export type LabelProblems = Partial<Record<keyof LabelForm, string>>;

/** The stored settings as the form shows them; the key is never shown. */
export function labelsToForm(settings: LabelSettings): LabelForm {
  const { method, ownUrl, template, dropOff, place, parcel } = settings;
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    method,
    ownUrl,
    byCountry: Object.entries(settings.byCountry)
      .map(([country, url]) => `${country} ${url}`)
      .join("\n"),
    template,
    ...place,
    length: number(parcel.length),
    width: number(parcel.width),
    height: number(parcel.height),
    weight: number(parcel.weight),
    mostCost: number(settings.mostCost),
    apiKey: "",
    dropOff,
    sendWithinDays: number(settings.sendWithinDays),
    remindAfterDays: number(settings.remindAfterDays),
    cancelAfterDays: number(settings.cancelAfterDays),
  };
}

export type ReadLabelForm = { ok: true; settings: LabelSettings; apiKey: string } | { ok: false; problems: LabelProblems };

/** Checks what was filled in. Only the chosen method's own fields are asked for; `hasKey`: a carrier's key is kept already. */
export function readLabelForm(form: Partial<Record<string, string>>, hasKey: boolean): ReadLabelForm {
  const value = (name: keyof LabelForm) => (form[name] ?? "").trim();
  const problems: LabelProblems = {};
  const say = (name: keyof LabelForm, wrong: boolean, words: string) => {
    if (wrong) problems[name] ??= words;
  };
  const method = labelMethods.find((one) => one === value("method")) ?? "none";
  const countries = countriesIn(value("byCountry"));
  const wholeDays = (name: "sendWithinDays" | "remindAfterDays" | "cancelAfterDays"): number | null => {
    if (value(name) === "") return null;
    const days = /^\d{1,3}$/.test(value(name)) ? Number(value(name)) : 0;
    say(name, days < 1 || days > mostDays, `Enter whole days from 1 to ${mostDays}, or leave it empty.`);
    return days;
  };
  const size = (name: "length" | "width" | "height" | "weight", most: number): number => {
    const given = Number(value(name).replace(",", "."));
    const isOff = !(given > 0 && given <= most);
    if (method === "carrier") say(name, isOff, `Enter a number above 0, at most ${most.toLocaleString("en")}.`);
    return isOff ? defaultLabels.parcel[name] : given;
  };
  if (method === "own") {
    say("ownUrl", value("ownUrl") === "" && countries.list.length === 0, "Enter the address of your label.");
    say("ownUrl", value("ownUrl") !== "" && !isWebAddress(value("ownUrl")), "Enter an address that begins with https://.");
    say("byCountry", countries.wrong !== null, `This line is not a country and an address: ${countries.wrong}`);
  }
  if (method === "code") checkTemplate(value("template"), say);
  if (method === "carrier") checkCarrier(value, hasKey, say);
  const most = Number(value("mostCost").replace(",", "."));
  if (method === "carrier")
    say("mostCost", value("mostCost") !== "" && !(most > 0 && most <= 1_000), "Enter a sum above 0, or leave it empty.");
  say("dropOff", value("dropOff").length > 200, "Use at most 200 characters.");
  const settings: LabelSettings = {
    method,
    ownUrl: value("ownUrl"),
    byCountry: Object.fromEntries(countries.list),
    template: value("template"),
    place: {
      name: value("name"),
      street1: value("street1"),
      city: value("city"),
      zip: value("zip"),
      state: value("state"),
      country: value("country").toUpperCase(),
    },
    parcel: { length: size("length", 200), width: size("width", 200), height: size("height", 200), weight: size("weight", 70_000) },
    mostCost: most > 0 ? most : null,
    dropOff: value("dropOff"),
    sendWithinDays: wholeDays("sendWithinDays"),
    remindAfterDays: wholeDays("remindAfterDays"),
    cancelAfterDays: wholeDays("cancelAfterDays"),
  };
  checkCancel(settings, say);
  return Object.keys(problems).length > 0
    ? { ok: false, problems }
    : { ok: true, settings, apiKey: method === "carrier" ? value("apiKey") : "" };
}

type Say = (name: keyof LabelForm, wrong: boolean, words: string) => void;

/** Nobody's return is cancelled who was not told some days before. */
function checkCancel({ remindAfterDays, cancelAfterDays }: LabelSettings, say: Say): void {
  if (cancelAfterDays === null) return;
  say("cancelAfterDays", remindAfterDays === null, "Set a reminder first: shoppers are told before a return is cancelled.");
  say(
    "cancelAfterDays",
    remindAfterDays !== null && cancelAfterDays < remindAfterDays + noticeDays,
    `Leave at least ${noticeDays} days between the reminder and this.`,
  );
}

function checkTemplate(template: string, say: Say): void {
  say("template", template === "" || template.length > 500, "Enter a link or a code, at most 500 characters long.");
  say("template", !/\{(?:return|reference)\}/.test(template), "It needs {return} or {reference}, so that each return has its own.");
  const unknown = /\{(?!(?:return|order|country|reference)\})[^}]*\}?/.exec(template)?.[0];
  say("template", unknown !== undefined, `There is no ${unknown}. Use {return}, {order}, {country} or {reference}.`);
  const example = template.replace(/\{\w+\}/g, "1");
  say("template", /^[a-z]+:/i.test(template) && !isWebAddress(example), "A link begins with https://.");
}

function checkCarrier(value: (name: keyof LabelForm) => string, hasKey: boolean, say: Say): void {
  const needed = { name: "a name", street1: "a street", city: "a town", zip: "a postcode" } as const;
  for (const [name, what] of Object.entries(needed) as [keyof typeof needed, string][])
    say(name, value(name) === "" || value(name).length > 100, `Enter ${what}.`);
  say("country", !/^[a-z]{2}$/i.test(value("country")), "Enter two letters, such as DE.");
  say("apiKey", value("apiKey") === "" && !hasKey, "Enter the API key of your EasyPost account.");
  say("apiKey", !/^[\w-]{0,200}$/.test(value("apiKey")), "This is no API key: it holds letters and digits only.");
}

/** "DE https://…" a line each. */
function countriesIn(text: string): { list: [string, string][]; wrong: string | null } {
  const list: [string, string][] = [];
  for (const line of text
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, country, url] = /^([a-z]{2})[\s:=]+(\S+)$/i.exec(line) ?? [];
    if (!country || !url || !isWebAddress(url)) return { list, wrong: line.slice(0, 80) };
    list.push([country.toUpperCase(), url]);
  }
  return { list, wrong: null };
}
