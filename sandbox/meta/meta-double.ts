import { type Double, Faults, type History, type SandboxClock } from "../double.ts";
import { Courier, sleep } from "./courier.ts";
import { outsideWindow, PairRate, pairThrottled, unknownRecipient, windowOpen } from "./delivery-rules.ts";
import { badParameter, badToken, type GraphTrouble, graphError, noSuchObject } from "./graph-error.ts";
import { checkInstagramBody } from "./instagram-rules.ts";
import { fetchPicture, MediaStore, type StoredMedia } from "./media.ts";
import { type Bubble, emptyBubble, type Line, type MetaChannel, newMessageId, Phone, type PhoneEvent } from "./phone.ts";
import { answerEarly, type Body, lostReply, operationOf, parseBody, readForm } from "./requests.ts";
import { instagramBubble, whatsAppBubble } from "./shown.ts";
import { findTemplate, listTemplates, type Template, templateBubble, templatesAtFirst } from "./templates.ts";
import {
  digits,
  type InstagramAccount,
  instagramEcho,
  instagramItem,
  type WhatsAppAccount,
  whatsAppEcho,
  whatsAppStatus,
  whatsAppValue,
} from "./webhook-events.ts";
import { at, checkWhatsAppBody } from "./whatsapp-rules.ts";

export type MetaOptions = { appUrl: string; history: History; clock: SandboxClock; instagram: InstagramAccount; whatsapp: WhatsAppAccount };

/**
 * Instagram and WhatsApp as an app meets them: Graph's send and media calls with their limits and refusals,
 * phones that show what arrives, and signed webhooks about it all. Operations that faults can name:
 * `instagram.send`, `instagram.typing`, `whatsapp.send`, `whatsapp.typing`, `templates.read`, `media.read`, `media.download`, `media.upload`.
 */
export class MetaDouble implements Double {
  readonly name = "meta";
  readonly hosts = ["graph.facebook.com", "graph.instagram.com", "lookaside.fbsbx.com"];
  readonly faults = new Faults();
  readonly courier: Courier;
  readonly pairRate = new PairRate();
  /** The echo or the "sent" status reaches the app before the answer to the send does. */
  evidenceFirst = false;
  /** Whether WhatsApp refuses a closed window and unknown people in the answer or later in a `failed` status; it has done both. */
  refusals: "at-once" | "by-status" = "at-once";
  /** The WhatsApp account's message templates. */
  readonly templates: Template[] = templatesAtFirst.map((one) => ({ ...one }));
  private readonly phones: Phone[] = [];
  private readonly media = new MediaStore();
  private readonly options: MetaOptions;

  constructor(options: MetaOptions) {
    this.options = options;
    const { appUrl, instagram, whatsapp, clock } = options;
    this.courier = new Courier({ appUrl, instagram, whatsapp, now: () => clock.now() });
  }

  /** The person's phone; made at the first call. WhatsApp's `userId` is a business-scoped id (`DE.123…`) or the number in digits. */
  phone(channel: MetaChannel, userId: string, about: { name: string; phone?: string } = { name: "Ada Sample" }): Phone {
    const known = this.phones.find((one) => one.channel === channel && one.userId === userId);
    if (known) return known;
    const line: Line = {
      now: () => this.options.clock.now(),
      emit: (phone, event) => this.emit(phone, event),
      storeMedia: (bytes, mimeType) => this.media.add(bytes, mimeType),
    };
    const phone = new Phone(line, channel, userId, about);
    this.phones.push(phone);
    return phone;
  }

  /** Somebody of the shop typing in Instagram's or WhatsApp's own app: the app under test sees an echo it did not cause. */
  readonly business = {
    sendText: async (channel: MetaChannel, userId: string, text: string): Promise<Bubble> => {
      const phone = this.phone(channel, userId);
      const now = this.options.clock.now();
      const bubble = { ...emptyBubble(newMessageId(channel), "business", now), text };
      phone.receive(bubble);
      const { instagram, whatsapp } = this.options;
      if (channel === "instagram") await this.courier.send({ channel, item: instagramEcho(instagram, phone, bubble.id, { text }, now) });
      else await this.courier.send({ channel, item: whatsAppEcho(phone, whatsapp, bubble.id, text, now) });
      return bubble;
    },
  };

  /** Resolves when no webhook and no receipt is under way. */
  settled(): Promise<void> {
    return this.courier.settled();
  }

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const host = request.headers.get("x-sandbox-host") ?? url.host;
    const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data") === true;
    const form = isForm ? await readForm(request) : undefined;
    const raw = request.method === "POST" && !isForm ? await request.text() : "";
    const body = parseBody(raw);
    if (!body) return graphError(badParameter(100, "Body is not a JSON object"));
    const operation = operationOf(host, request.method, body, url.pathname);
    const fault = this.faults.take(operation);
    const early = fault && (await answerEarly(fault, host === "graph.instagram.com" ? "instagram" : "whatsapp"));
    if (early) return early;
    const answer = await this.answer(host, url, request, operation, body, form);
    return fault?.kind === "lost-reply" ? lostReply() : answer;
  }

  private async answer(host: string, url: URL, request: Request, operation: string, body: Body, form?: FormData): Promise<Response> {
    const { instagram, whatsapp } = this.options;
    const account = host === "graph.instagram.com" ? instagram : whatsapp;
    const authorized = request.headers.get("authorization") === `Bearer ${account.token}`;
    if (host === "lookaside.fbsbx.com") return this.media.download(url, authorized);
    const [, version, object, edge, ...more] = url.pathname.split("/");
    const number = /^v(\d+)\.0$/.exec(version ?? "")?.[1];
    if (Number(number ?? 0) < 22) return graphError({ status: 400, code: 2635, message: "This version of Graph is no longer served" });
    if (!authorized) return graphError(badToken);
    if (operation === "templates.read") {
      return object === whatsapp.wabaId ? listTemplates(this.templates, url) : graphError(noSuchObject);
    }
    if (operation === "media.read") {
      const media = this.media.get(object ?? "");
      return media && !edge ? this.media.describe(media) : graphError(noSuchObject);
    }
    const ownId = host === "graph.instagram.com" ? instagram.accountId : whatsapp.phoneNumberId;
    const known = object === ownId || (host === "graph.instagram.com" && object === "me");
    if (operation === "media.upload") return known && host === "graph.facebook.com" ? this.media.upload(form) : graphError(noSuchObject);
    if (!known || edge !== "messages" || more.length > 0 || request.method !== "POST") return graphError(noSuchObject);
    if (operation === "instagram.typing") return this.instagramAction(body);
    if (operation === "instagram.send") return this.sendInstagram(body);
    return operation === "whatsapp.typing" ? this.whatsAppTyping(body) : this.sendWhatsApp(body);
  }

  private instagramAction(body: Body): Response {
    const phone = this.find("instagram", at(body, "recipient", "id"));
    if (!phone) return graphError(unknownRecipient.instagram);
    if (!["typing_on", "typing_off", "mark_seen"].includes(String(body.sender_action)))
      return graphError(badParameter(100, "sender_action"));
    if (body.sender_action === "typing_on") phone.typingSince = this.options.clock.now();
    this.record("instagram.typing", { recipient: phone.userId, action: body.sender_action });
    return Response.json({ recipient_id: phone.userId });
  }

  private async sendInstagram(body: Body): Promise<Response> {
    const now = this.options.clock.now();
    const phone = this.find("instagram", at(body, "recipient", "id"));
    const trouble =
      checkInstagramBody(body) ??
      (phone ? null : unknownRecipient.instagram) ??
      (phone && windowOpen(phone, now, body.tag ? 24 * 7 : 24) ? null : outsideWindow.instagram);
    if (trouble || !phone) return graphError(trouble ?? unknownRecipient.instagram);
    const bubble = instagramBubble(newMessageId("instagram"), now, body.message);
    const picture = await fetchPicture(at(body, "message", "attachment", "payload", "url"));
    if (picture && "code" in picture) return graphError(picture);
    if (picture) this.attach(bubble, this.media.add(picture.bytes, picture.mimeType));
    phone.receive(bubble);
    this.record("instagram.send", {
      id: bubble.id,
      recipient: phone.userId,
      text: bubble.text,
      body,
      ...(body.tag !== undefined && { tag: body.tag }),
    });
    const { attachment, ...words } = body.message as Body;
    const message = attachment === undefined ? words : { ...words, attachments: [attachment] };
    const echo = instagramEcho(this.options.instagram, phone, bubble.id, message, now);
    await this.report(async () => {
      await this.courier.send({ channel: "instagram", item: echo });
      if (phone.reads) await this.emit(phone, { kind: "read", target: bubble.id });
    });
    return Response.json({ recipient_id: phone.userId, message_id: bubble.id });
  }

  private whatsAppTyping(body: Body): Response {
    const phone = this.phones.find((one) => one.thread.some((bubble) => bubble.id === body.message_id && bubble.from === "me"));
    if (!phone || body.messaging_product !== "whatsapp") return graphError(badParameter(131009, "message_id"));
    if (body.typing_indicator !== undefined) phone.typingSince = this.options.clock.now();
    this.record("whatsapp.typing", { recipient: phone.userId, messageId: body.message_id });
    return Response.json({ success: true });
  }

  private async sendWhatsApp(body: Body): Promise<Response> {
    const now = this.options.clock.now();
    // With both, the number wins.
    const recipient = body.to ?? body.recipient;
    if (body.messaging_product !== "whatsapp") return graphError(badParameter(100, "messaging_product must be whatsapp"));
    if (typeof recipient !== "string") return graphError(badParameter(131008, "to or recipient is required"));
    const phone = this.find("whatsapp", recipient, body.to === undefined);
    const broken = checkWhatsAppBody(body) ?? this.media.checkSent(body) ?? (this.pairRate.take(recipient, now) ? null : pairThrottled);
    if (broken) return graphError(broken);
    const found = body.type === "template" ? findTemplate(this.templates, body) : undefined;
    if (found && "trouble" in found) return graphError(found.trouble);
    // Templates are what may be sent outside the window.
    const refusal = !phone ? unknownRecipient.whatsapp : found || windowOpen(phone, now, 24) ? null : outsideWindow.whatsapp;
    if (refusal && this.refusals === "at-once") return graphError(refusal);
    const id = newMessageId("whatsapp");
    const bubble = found ? templateBubble(id, now, found.template, body) : whatsAppBubble(id, now, body);
    const media = this.media.get(String(at(body, String(body.type), "id")));
    if (media && (body.type === "image" || body.type === "document")) this.attach(bubble, media);
    const opaque = body.biz_opaque_callback_data;
    if (phone && !refusal) {
      phone.receive(bubble);
      this.record("whatsapp.send", { id: bubble.id, recipient: phone.userId, text: bubble.text, body, deliveryId: opaque });
    }
    const category = found ? found.template.category.toLowerCase() : "service";
    await this.report(() =>
      this.reportStatuses(phone, recipient, { id, category, opaque: typeof opaque === "string" ? opaque : undefined }, refusal),
    );
    const contact = phone?.phone ? { input: recipient, wa_id: digits(phone.phone) } : { input: recipient };
    return Response.json({ messaging_product: "whatsapp", contacts: [contact], messages: [{ id: bubble.id }] });
  }

  private async reportStatuses(
    phone: Phone | undefined,
    recipient: string,
    message: { id: string; category: string; opaque: string | undefined },
    refusal: GraphTrouble | null,
  ) {
    const tell = (status: string, error?: GraphTrouble) =>
      this.courier.send({
        channel: "whatsapp",
        item: whatsAppStatus(phone, recipient, {
          ...message,
          status,
          at: this.options.clock.now(),
          ...(error && { error: { code: error.code, title: error.message, details: error.details ?? error.message } }),
        }),
      });
    if (refusal) return tell("failed", refusal);
    const told = [tell("sent"), tell("delivered"), ...(phone?.reads ? [tell("read")] : [])];
    await Promise.all(told);
  }

  /** After the answer, unless `evidenceFirst`. */
  private async report(work: () => Promise<void>): Promise<void> {
    if (this.evidenceFirst) return this.courier.track(work());
    void this.courier.track(sleep(5).then(work));
  }

  private async emit(phone: Phone, event: PhoneEvent): Promise<void> {
    const now = this.options.clock.now();
    const { instagram, whatsapp } = this.options;
    if (phone.channel === "instagram")
      return this.courier.send({ channel: "instagram", item: instagramItem(instagram, phone, event, now) });
    if (event.kind !== "read") return this.courier.send({ channel: "whatsapp", item: whatsAppValue(phone, event, whatsapp, now) });
    return this.courier.send({
      channel: "whatsapp",
      item: whatsAppStatus(phone, phone.userId, { id: event.target, status: "read", at: now }),
    });
  }

  private find(channel: MetaChannel, id: unknown, byUserId = true): Phone | undefined {
    if (typeof id !== "string") return undefined;
    return this.phones.find((phone) => {
      if (phone.channel !== channel) return false;
      return byUserId ? phone.userId === id : digits(phone.phone) === digits(id) || phone.userId === digits(id);
    });
  }

  private attach(bubble: Bubble, { id, mimeType, bytes }: StoredMedia): void {
    bubble.image = { mediaId: id, mimeType };
    bubble.bytes = bytes;
  }

  private record(operation: string, detail: Body): void {
    this.options.history.record(this.name, operation, detail, this.options.clock.now());
  }
}
