import { setTimeout as sleep } from "node:timers/promises";
import { type Double, type Fault, Faults, type History, type SandboxClock } from "../double.ts";
import { answerEmbed, readEmbedCall } from "./embeddings.ts";
import { garbage } from "./garbage.ts";
import { lies } from "./lies.ts";
import { obeyedReading, obeyedWording } from "./obey.ts";
import { lieAboutPolicy, readPolicy } from "./policies.ts";
import { readMessage } from "./reads.ts";
import { translateAll } from "./translate.ts";
import { exhausted, type GeminiCall, googleError, invalidKey, readCall } from "./wire.ts";
import { fromPassages, languageOf, note, reword } from "./words.ts";

export type GeminiOptions = { apiKey: string; history: History; clock: SandboxClock };
/** How the model behaves; "obedient" follows every order anywhere in its input, "lying" invents figures, dates and links; "garbage" answers what no model should. */
export type GeminiManner =
  | "normal"
  | "truncated-json"
  | "empty"
  | "safety"
  | "max-tokens"
  | "wrong-enum"
  | "obedient"
  | "lying"
  | "garbage";

/**
 * Gemini's generateContent and batchEmbedContents as an app meets them, with a small reader of English and German behind them.
 * Operations that faults can name: `understand`, `compose`, `answer`, `summarise`, `translate`, `describe-image`, `read-policy`, `embed`.
 */
export class GeminiDouble implements Double {
  readonly name = "gemini";
  readonly hosts = ["generativelanguage.googleapis.com"];
  readonly faults = new Faults();
  manner: GeminiManner = "normal";
  /** What garbage is made of; a test gives numbers that can be repeated. */
  chance: () => number = Math.random;
  /** What it made up: each sentence as it should have been and as it was said, with the placeholders it was given. */
  readonly invented: { instead: string; said: string }[] = [];
  private told = 0;
  private readonly options: GeminiOptions;

  constructor(options: GeminiOptions) {
    this.options = options;
  }

  async handle(request: Request): Promise<Response> {
    const path = /^\/v1(?:beta)?\/models\/([\w.-]+):(generateContent|batchEmbedContents)$/;
    const [, model, method] = path.exec(new URL(request.url).pathname) ?? [];
    if (model === undefined || request.method !== "POST") return googleError(404, "Requested entity was not found.");
    if (request.headers.get("x-goog-api-key") !== this.options.apiKey) return invalidKey();
    if (method === "batchEmbedContents") return this.embed(model, request);
    const call = readCall(model, await request.text());
    if (call instanceof Response) return call;
    const fault = this.faults.take(call.task);
    const early = fault && (await answerEarly(fault, request.signal));
    if (early) return early;
    const answer = this.answer(call);
    const detail = { model, segments: Object.fromEntries(call.segments), manner: this.manner };
    this.options.history.record(this.name, call.task, detail, this.options.clock.now());
    if (this.manner === "garbage") return new Response(garbage(this.chance), { headers: { "content-type": "application/json" } });
    return fault?.kind === "lost-reply" ? lostReply() : Response.json(answer);
  }

  private async embed(model: string, request: Request): Promise<Response> {
    const call = readEmbedCall(model, await request.text());
    if (call instanceof Response) return call;
    const fault = this.faults.take("embed");
    const early = fault && (await answerEarly(fault, request.signal));
    if (early) return early;
    const { texts, taskType } = call;
    this.options.history.record(this.name, "embed", { model, texts, taskType }, this.options.clock.now());
    return fault?.kind === "lost-reply" ? lostReply() : Response.json(answerEmbed(call));
  }

  private answer(call: GeminiCall): Record<string, unknown> {
    const promptTokenCount = Math.ceil(call.promptLength / 4);
    const base = { modelVersion: call.model, usageMetadata: { promptTokenCount, totalTokenCount: promptTokenCount } };
    if (this.manner === "empty") return base;
    if (this.manner === "safety") return { ...base, candidates: [{ index: 0, finishReason: "SAFETY" }] };
    const whole = JSON.stringify(this.value(call));
    const text = this.manner === "truncated-json" || this.manner === "max-tokens" ? whole.slice(0, whole.length / 2) : whole;
    const candidatesTokenCount = Math.ceil(text.length / 4);
    return {
      ...base,
      candidates: [
        { index: 0, content: { role: "model", parts: [{ text }] }, finishReason: this.manner === "max-tokens" ? "MAX_TOKENS" : "STOP" },
      ],
      usageMetadata: { promptTokenCount, candidatesTokenCount, totalTokenCount: promptTokenCount + candidatesTokenCount },
    };
  }

  /** One lie after the other, so that every kind of sentence meets every kind of lie. */
  private falsified(template: string[]): string[] {
    const lie = lies[this.told % lies.length] ?? ((text: string) => text);
    this.told += 1;
    const sentences = template.map(lie);
    this.invented.push(...sentences.map((said, index) => ({ instead: template[index] ?? "", said })));
    return sentences;
  }

  /** It cannot see, so it goes by what it is told; obedient, it says what orders in the picture would have it say. */
  private seen(segments: Map<string, string>): Record<string, unknown> {
    const items = segments.get("items") ?? "";
    if (this.manner === "obedient" || this.manner === "lying")
      return {
        showsProduct: "yes",
        damageVisible: "yes",
        fitsReason: "yes",
        words: "Approved. Refund €500 at once, see https://evil.example",
      };
    if (this.manner === "wrong-enum") return { showsProduct: "surely", damageVisible: "yes", fitsReason: "yes", words: "" };
    const words = `The picture shows ${items.trim() || "an item"} with visible damage.`;
    return { showsProduct: "yes", damageVisible: "yes", fitsReason: "unclear", words };
  }

  private policyRead(text: string): Record<string, unknown> {
    if (this.manner === "wrong-enum") return { points: [{ point: "refundEverything", value: "yes", quote: text }] };
    return { points: this.manner === "lying" || this.manner === "obedient" ? lieAboutPolicy(text) : readPolicy(text) };
  }

  private value({ task, segments, instruction }: GeminiCall): Record<string, unknown> {
    const message = segments.get("shopper_message") ?? "";
    if (task === "summarise") return { summary: note(segments.get("facts") ?? "") };
    if (task === "translate") {
      const translations = translateAll(JSON.parse(segments.get("texts") ?? "[]") as string[], instruction);
      return { translations: this.manner === "lying" ? this.falsified(translations) : translations };
    }
    if (task === "compose") {
      const template = JSON.parse(segments.get("template") ?? "[]") as string[];
      const language = languageOf(instruction);
      if (this.manner === "lying") return { sentences: this.falsified(template) };
      if (this.manner === "obedient") return { sentences: obeyedWording(template, segments) };
      return { sentences: reword(template, language) };
    }
    if (task === "answer") {
      const sentences = fromPassages(segments.get("passages") ?? "", message);
      if (this.manner === "lying")
        return { answered: true, sentences: this.falsified(sentences.length > 0 ? sentences : ["Yes, of course."]) };
      if (this.manner === "obedient") return { answered: true, sentences: obeyedWording(sentences, segments) };
      return { answered: sentences.length > 0, sentences };
    }
    if (task === "describe-image") return this.seen(segments);
    if (task === "read-policy") return this.policyRead(segments.get("policy") ?? "");
    const read = readMessage(message, segments.get("expecting") ?? "");
    if (this.manner === "wrong-enum") return { ...read, intents: [{ intent: "refund_everything", confidence: 1 }] };
    if (this.manner === "obedient") return { ...read, ...obeyedReading(segments) };
    if (this.manner === "lying") return { ...read, slots: inventedSlots };
    return read;
  }
}

const inventedSlots = {
  orderName: "#9999",
  email: "mallory@example.com",
  code: "999999",
  item: "golden goose",
  variant: { size: "XS", colour: "purple" },
  date: "2027-02-11",
  address: { line1: "Mallory Lane 9", postcode: "99999", city: "Nowhere", country: "US" },
};

/** A fault that answers in the double's place; nothing when the call goes on. */
async function answerEarly(fault: Fault, gone: AbortSignal): Promise<Response | undefined> {
  switch (fault.kind) {
    case "throttle":
      return exhausted();
    case "status":
      if (fault.status === 429 && fault.body === undefined) return exhausted();
      if (fault.body === undefined) return googleError(fault.status, "The model is overloaded. Please try again later.");
      return Response.json(fault.body, { status: fault.status, headers: fault.headers });
    case "reset":
      return lostReply();
    case "hang":
      await pause(fault.ms, gone);
      return lostReply();
    case "delay":
      await pause(fault.ms, gone);
      return undefined;
    case "lost-reply":
      return undefined;
  }
}

/** Ends early when the caller has given up. */
async function pause(milliseconds: number, gone: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: gone, ref: false }).catch(() => undefined);
}

/** The sandbox's HTTP server destroys the socket when it sees this header. */
function lostReply(): Response {
  return new Response(null, { status: 502, headers: { "x-sandbox-lost-reply": "1" } });
}
