import { Session } from "@shopify/shopify-api";
import { connectChannel } from "#app/domain/shops/channels.server.ts";
import { registerShop } from "#app/domain/shops/register.server.ts";
import { Mailboxes } from "#app/ingress/mailboxes.server.ts";
import { sessionStorage } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { createHandlers } from "#app/pipeline/handlers.server.ts";
import { beginKnowledge } from "#app/pipeline/knowledge/refresh.server.ts";
import { beginReconciling } from "#app/pipeline/reconcile/store.server.ts";
import { setClockOffset } from "#app/platform/clock.ts";
import { encrypt } from "#app/platform/crypto.server.ts";
import { type DatabaseHandle, openDatabase } from "#app/platform/db/database.server.ts";
import { insert, update } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import { watchClock } from "#app/platform/jobs/clock-set-back-sqlite.server.ts";
import { JobRunner } from "#app/platform/jobs/runner.server.ts";
import { type Double, History, SandboxClock } from "#sandbox/double.ts";
import { EasyPostDouble } from "#sandbox/easypost/easypost-double.ts";
import { GeminiDouble } from "#sandbox/gemini/gemini-double.ts";
import { MailDouble } from "#sandbox/mail/mail-double.ts";
import { MetaDouble } from "#sandbox/meta/meta-double.ts";
import type { Phone } from "#sandbox/meta/phone.ts";
import { divertReceivers } from "#sandbox/receiver/divert.ts";
import { ReceiverDouble } from "#sandbox/receiver/receiver-double.ts";
import { ShopifyDouble } from "#sandbox/shopify/double.ts";
import { SlackDouble } from "#sandbox/slack/slack-double.ts";
import { TwilioDouble } from "#sandbox/twilio/twilio-double.ts";
import { VendorServer } from "#sandbox/vendor-server.ts";
import { ZendeskDouble } from "#sandbox/zendesk/zendesk-double.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";
import { Browser } from "./browser.ts";

export const instagram = {
  accountId: "17841400000000001",
  username: "lindenandloom",
  appSecret: env.metaAppSecret ?? "",
  token: "instagram-token",
};
const whatsapp = {
  wabaId: "100000000000001",
  phoneNumberId: "200000000000002",
  displayPhone: "+4930901820",
  appSecret: env.metaAppSecret ?? "",
  token: "whatsapp-token",
};
export const twilio = { accountSid: `AC${"0".repeat(32)}`, authToken: "twilio-token", sender: "+4930901821" };
const lostReply = "x-sandbox-lost-reply";
const realFetch = globalThis.fetch;
const realTimeout = AbortSignal.timeout;

/** `knowledge`: the shop's texts are read and followed, which takes longer than all the rest of opening. */
export type HouseOptions = { databasePath?: string; gemini?: boolean; mailbox?: boolean; knowledge?: boolean };

/**
 * The app and all its vendors in one process: the real front door, queue and pipeline over the doubles, a clock that
 * moves for everybody at once. What a World does with a process of its own, in a tenth of the time.
 */
export class House {
  readonly history = new History();
  readonly clock = new SandboxClock();
  readonly database: DatabaseHandle;
  readonly url: string;
  readonly shopify: ShopifyDouble;
  readonly meta: MetaDouble;
  readonly mail: MailDouble;
  readonly gemini: GeminiDouble;
  readonly twilio: TwilioDouble;
  readonly receiver: ReceiverDouble;
  readonly slack: SlackDouble;
  readonly easypost: EasyPostDouble;
  readonly zendesk: ZendeskDouble;
  /** False: a vendor goes on with what it was asked, although nobody waits for the answer any more. */
  vendorsNoticeHangUp = true;
  readonly #calls: string[] = [];
  readonly #givenUp: { address: string; seconds: number }[] = [];
  readonly #doubles: Double[];
  /** Addresses of a merchant's choosing are not fetched but connected to, so that this one really listens. */
  readonly #receivers: VendorServer;
  #stopDiverting = () => {};
  readonly #closeDoor: () => Promise<void>;
  #skew = 0;
  #jobs: JobRunner | undefined;
  #stopWatching: () => void = () => {};
  #mailboxes: Mailboxes | undefined;

  private constructor(database: DatabaseHandle, door: Awaited<ReturnType<typeof openFrontDoor>>) {
    this.database = database;
    this.url = door.url;
    this.#closeDoor = door.close;
    const shared = { appUrl: door.url, history: this.history, clock: this.clock };
    this.shopify = new ShopifyDouble({ ...shared, apiKey: env.shopifyApiKey, apiSecret: env.shopifyApiSecret, loginUrl: env.appUrl });
    // Hundreds of shoppers at once are not what is tried here, unless a test drains it.
    this.shopify.admin.bucket.maximum = 10_000_000;
    this.shopify.admin.bucket.drainTo(10_000_000);
    this.meta = new MetaDouble({ ...shared, instagram, whatsapp });
    this.mail = new MailDouble(this.history, this.clock);
    this.shopify.store.onMail((mail) => void this.mail.fromStore(mail));
    this.gemini = new GeminiDouble({ apiKey: "gemini-key", history: this.history, clock: this.clock });
    this.twilio = new TwilioDouble({ account: twilio, history: this.history, clock: this.clock });
    this.zendesk = new ZendeskDouble(this.history, this.clock);
    this.slack = new SlackDouble(this.history, this.clock);
    this.easypost = new EasyPostDouble(this.history, this.clock);
    this.receiver = new ReceiverDouble(this.history, this.clock);
    this.#receivers = new VendorServer([this.receiver]);
    this.#doubles = [this.shopify, this.meta, this.gemini, this.twilio, this.slack, this.easypost, this.zendesk];
  }

  static async open(options: HouseOptions = {}): Promise<House> {
    setClockOffset(0);
    const database = await openDatabase(options.databasePath ?? ":memory:");
    const house = new House(database, await openFrontDoor());
    globalThis.fetch = (input, init) => house.fetch(new Request(input, init));
    // Ten seconds of patience with a vendor that hangs are half a second here.
    AbortSignal.timeout = (milliseconds) => realTimeout.call(AbortSignal, milliseconds / 20);
    env.geminiApiKey = options.gemini ? "gemini-key" : undefined;
    await house.mail.start();
    house.#stopDiverting = divertReceivers(await house.#receivers.start());
    await house.install();
    await house.startJobs();
    if (options.knowledge) await beginKnowledge();
    if (options.mailbox) {
      house.#mailboxes = new Mailboxes();
      await house.#mailboxes.start();
    }
    return house;
  }

  async close(): Promise<void> {
    await this.stopJobs();
    await this.#mailboxes?.stop();
    await this.meta.settled();
    await this.#closeDoor();
    await this.mail.stop();
    this.#stopDiverting();
    await this.#receivers.stop();
    await this.database.close();
    globalThis.fetch = realFetch;
    AbortSignal.timeout = realTimeout;
    env.geminiApiKey = undefined;
    setClockOffset(0);
  }

  get shopDomain(): string {
    return this.shopify.store.shop.domain;
  }

  async shopId(): Promise<string> {
    return (await this.database.prisma.shop.findUniqueOrThrow({ where: { domain: this.shopDomain } })).id;
  }

  async startJobs(): Promise<void> {
    this.#stopWatching = await watchClock(this.database);
    this.#jobs = new JobRunner(this.database, await createHandlers());
    await this.#jobs.start();
    await beginReconciling();
  }

  async stopJobs(): Promise<void> {
    this.#stopWatching();
    await this.#jobs?.stop();
    this.#jobs = undefined;
  }

  phone(channel: "instagram" | "whatsapp", userId: string, phone?: string): Phone {
    return this.meta.phone(channel, userId, { name: "Ada Sample", phone });
  }

  browser(customerId?: string): Promise<Browser> {
    return Browser.open(this.shopify, customerId);
  }

  /** Moves the clock of the app and of every double. */
  async advance(milliseconds: number): Promise<void> {
    this.clock.offset += milliseconds;
    setClockOffset(this.clock.offset + this.#skew);
    await this.idle();
  }

  /** Our own machine's clock goes wrong by so much; the vendors' stay right. */
  async skew(milliseconds: number): Promise<void> {
    setClockOffset(this.clock.offset + milliseconds);
    this.#skew = milliseconds;
    await this.idle();
  }

  /** Bursts end after 1.5 s of silence: lets so much pass, and waits until everything due is done. */
  async rest(milliseconds = 2_000): Promise<void> {
    await this.idle();
    await this.advance(milliseconds);
  }

  /** Resolves when nothing is under way and no job is due. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      await Promise.all([this.meta.settled(), this.shopify.webhooks.settled(), this.shopify.store.settled()]);
      const due = new Date(Date.now() + this.clock.offset + this.#skew);
      const busy = await this.database.prisma.job.count({
        where: { OR: [{ state: "running" }, { state: "waiting", runAt: { lte: due } }] },
      });
      quiet = busy === 0 || !this.#jobs ? quiet + 1 : 0;
      // What is under way goes on in this very process; the mailbox is followed over a socket.
      await (quiet > 0 && this.#mailboxes ? new Promise((resolve) => setTimeout(resolve, 3)) : new Promise(setImmediate));
    }
  }

  jobs(task: string) {
    return this.database.prisma.job.findMany({ where: { task } });
  }

  /** How often the app has called an address whose host and path contain this. */
  asked(address: string): number {
    return this.#calls.filter((called) => called.includes(address)).length;
  }

  /**
   * Seconds that the app waited in vain for such an address, outside where nothing is twenty times as fast: the patience
   * it told Google (`X-Server-Timeout`) with each call that it gave up. A clock would measure the other tests too.
   */
  waitedFor(address: string): number {
    return this.#givenUp.reduce((sum, call) => sum + (call.address.includes(address) ? call.seconds : 0), 0);
  }

  private async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const address = url.host + url.pathname;
    this.#calls.push(address);
    if (url.origin === env.appUrl) return realFetch(new Request(this.url + url.pathname + url.search, request));
    const double = this.#doubles.find((one) =>
      one.hosts.some((host) => (typeof host === "string" ? host === url.host : host.test(url.host))),
    );
    if (!double) return realFetch(request);
    const gone = new Promise<never>((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason)));
    const received = this.vendorsNoticeHangUp ? request : new Request(request, { signal: new AbortController().signal });
    const answer = await Promise.race([double.handle(received), gone]).catch((error: unknown) => {
      if (request.signal.aborted) this.#givenUp.push({ address, seconds: Number(request.headers.get("x-server-timeout")) });
      throw error;
    });
    if (answer.headers.has(lostReply)) throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
    return answer;
  }

  /** A merchant opens the app in the admin: the session token is traded for new tokens of the shop. */
  async openAppAgain(): Promise<void> {
    const grant = {
      client_id: env.shopifyApiKey,
      client_secret: env.shopifyApiSecret,
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: this.shopify.mintSessionToken(),
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      expiring: "1",
    };
    const answer = await this.shopify.oauth.answer(
      new Request("https://shop.example", { method: "POST", body: new URLSearchParams(grant) }),
    );
    const pair = (await answer.json()) as { access_token: string; refresh_token: string };
    const inOneHour = new Date(this.clock.now().getTime() + 3_600_000);
    const inNinetyDays = new Date(this.clock.now().getTime() + 90 * 86_400_000);
    await sessionStorage().storeSession(
      new Session({
        id: `offline_${this.shopDomain}`,
        shop: this.shopDomain,
        state: "",
        isOnline: false,
        accessToken: pair.access_token,
        refreshToken: pair.refresh_token,
        expires: inOneHour,
        refreshTokenExpires: inNinetyDays,
      }),
    );
  }

  /** The merchant also lets codes go to phones: by a WhatsApp template, by SMS. */
  async connectPhones(ways: { whatsapp?: boolean; sms?: boolean }): Promise<void> {
    const shopId = await this.shopId();
    const { externalId } = await this.database.prisma.channelAccount.findFirstOrThrow({ where: { shopId, channel: "whatsapp" } });
    if (ways.whatsapp) {
      const form = { externalId, wabaId: whatsapp.wabaId, accessToken: "", codeTemplate: "sign_in_code", codeTemplateLanguages: "en, de" };
      await connectChannel(shopId, "whatsapp", form);
    }
    if (ways.sms)
      await connectChannel(shopId, "sms", { externalId: twilio.sender, accountSid: twilio.accountSid, authToken: twilio.authToken });
  }

  /** The merchant has an approved WhatsApp template for updates; with none named, what cannot be said freely goes by mail. */
  async connectTemplate(languages = "en, de"): Promise<void> {
    const shopId = await this.shopId();
    const { externalId } = await this.database.prisma.channelAccount.findFirstOrThrow({ where: { shopId, channel: "whatsapp" } });
    const template = { updateTemplate: "order_update", updateTemplateLanguages: languages, updateTemplateVariables: "order, news" };
    await connectChannel(shopId, "whatsapp", { externalId, wabaId: whatsapp.wabaId, accessToken: "", ...template });
  }

  /** What opening the app and connecting three channels leaves behind. */
  private async install(): Promise<void> {
    await this.openAppAgain();
    const { name, email, currency, timezone } = this.shopify.store.shop;
    const shop = await registerShop(this.shopDomain, { name, email, currencyCode: currency, timeZone: timezone });
    // Nor are hundreds of returns in one day.
    const returnPolicy = { ...shop.returnPolicy, dailyReturnsPerShop: 5_000 };
    // At whatever hour the tests run, it is day here.
    const proactive = { trouble: true, reminderHours: 24, quiet: null };
    await this.database.commit([update("Shop", { id: shop.id }, { returnPolicy, proactive })]);
    const account = (channel: string, externalId: string, credentials: object, config: object = {}) =>
      insert("ChannelAccount", {
        id: channel,
        shopId: shop.id,
        channel,
        externalId,
        label: "",
        credentials: encrypt(JSON.stringify(credentials)),
        config,
        paused: false,
        createdAt: this.clock.now(),
      });
    await this.database.commit([
      account("instagram", instagram.accountId, { accessToken: instagram.token }, { username: instagram.username }),
      account(
        "whatsapp",
        whatsapp.phoneNumberId,
        { accessToken: whatsapp.token },
        { wabaId: whatsapp.wabaId, displayPhone: whatsapp.displayPhone },
      ),
      account("email", this.mail.account.externalId, this.mail.account.credentials, this.mail.account.config),
    ]);
  }
}
