import type { ChannelSender, SendOutcome, SendsTyping } from "#app/channels/channel.ts";
import { sendsTyping } from "#app/channels/channel.ts";
import type { templateTrouble } from "#app/channels/whatsapp/template-state.server.ts";
import { sendSms } from "#app/integrations/twilio/sms.server.ts";
import { recordDelivery, recordModelCall } from "#app/platform/metrics/metrics.server.ts";
import { callVendor } from "#app/platform/tracing/vendor-call.server.ts";
import {
  type Answered,
  type DescribeImageInput,
  type Embedder,
  type Model,
  ModelError,
  type ReadPolicyInput,
  readsPolicies,
  seesPictures,
  type Usage,
} from "./assistant/model.ts";
import type { MediaReader } from "./photos/fetch.server.ts";

/** A channel's sender that counts and traces what it sends. */
export function observedSender(sender: ChannelSender): ChannelSender | (ChannelSender & SendsTyping) {
  const { name } = sender;
  const observed: ChannelSender = {
    name,
    async send(request) {
      const outcome = await callVendor(name, "send", () => sender.send(request), troubleOf);
      recordDelivery(name, troubleOf(outcome) ?? "accepted");
      return outcome;
    },
  };
  if (!sendsTyping(sender)) return observed;
  return { ...observed, sendTyping: (request) => callVendor(name, "typing", () => sender.sendTyping(request)) };
}

/** Codes by SMS, counted and traced likewise. */
export const observedSms: typeof sendSms = (account, to, text) => callVendor("twilio", "send", () => sendSms(account, to, text), troubleOf);

/** How a template of WhatsApp's stands, counted and traced likewise. */
export const observedTemplate =
  (ask: typeof templateTrouble): typeof templateTrouble =>
  (account, template) =>
    callVendor("whatsapp", "template", () => ask(account, template));

/** Files that shoppers sent, fetched from where the channel keeps them. */
export function observedMedia(vendor: ChannelSender["name"], read: MediaReader): MediaReader {
  return (reference, token, maxBytes) =>
    callVendor(
      vendor,
      "media",
      () => read(reference, token, maxBytes),
      (answer) => (answer.ok ? undefined : answer.problem),
    );
}

function troubleOf(outcome: SendOutcome): string | undefined {
  if (outcome.outcome === "accepted") return undefined;
  return outcome.outcome === "failed" ? outcome.reason : "unknown";
}

/** A language model that counts what it was asked, and what that took and cost. `label` names it where no answer does. */
export function observedModel(model: Model, label: string, costOf: (usage: Usage) => number | undefined): Model {
  const ask = counting(label, costOf);
  const looking = seesPictures(model) && {
    describeImage: (input: DescribeImageInput, signal: AbortSignal) => ask("describe-image", () => model.describeImage(input, signal)),
  };
  const reading = readsPolicies(model) && {
    readPolicy: (input: ReadPolicyInput, signal: AbortSignal) => ask("read-policy", () => model.readPolicy(input, signal)),
  };
  return {
    ...looking,
    ...reading,
    name: model.name,
    understand: (input, signal) => ask("understand", () => model.understand(input, signal)),
    compose: (input, signal) => ask("compose", () => model.compose(input, signal)),
    answer: (input, signal) => ask("answer", () => model.answer(input, signal)),
    translate: (input, signal) => ask("translate", () => model.translate(input, signal)),
    summarise: (input, signal) => ask("summarise", () => model.summarise(input, signal)),
  };
}

/** Embeddings, counted likewise. */
export function observedEmbedder(embedder: Embedder, costOf: (usage: Usage) => number | undefined): Embedder {
  const ask = counting(embedder.model, costOf);
  return { model: embedder.model, embed: (...given) => ask("embed", () => embedder.embed(...given)) };
}

function counting(label: string, costOf: (usage: Usage) => number | undefined) {
  return async <T>(operation: string, question: () => Promise<Answered<T>>): Promise<Answered<T>> => {
    try {
      const answered = await question();
      recordModelCall({ model: answered.usage.model, operation, outcome: "ok" }, answered.usage, costOf(answered.usage));
      return answered;
    } catch (error) {
      recordModelCall({ model: label, operation, outcome: error instanceof ModelError ? error.kind : "failed" });
      throw error;
    }
  };
}
