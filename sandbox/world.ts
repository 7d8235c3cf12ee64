import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AppOptions, AppProcess, freePort } from "./app-process.ts";
import { History, SandboxClock } from "./double.ts";
import { EasyPostDouble } from "./easypost/easypost-double.ts";
import { GeminiDouble } from "./gemini/gemini-double.ts";
import { MailDouble } from "./mail/mail-double.ts";
import { MerchantBrowser } from "./merchant-browser.ts";
import { MetaDouble } from "./meta/meta-double.ts";
import { ReceiverDouble } from "./receiver/receiver-double.ts";
import { readAppConfig } from "./shopify/app-config.ts";
import { ShopifyDouble } from "./shopify/double.ts";
import { storeFromFile } from "./shopify/store-file.ts";
import { SlackDouble } from "./slack/slack-double.ts";
import { TwilioDouble } from "./twilio/twilio-double.ts";
import { VendorServer } from "./vendor-server.ts";
import { ZendeskDouble } from "./zendesk/zendesk-double.ts";

const apiKey = "sandbox-api-key";
const apiSecret = "sandbox-api-secret";
const metaSecret = "sandbox-meta-secret";
const geminiKey = "sandbox-gemini-key";

const instagram = { accountId: "17841400000000001", username: "lindenandloom", appSecret: metaSecret, token: "sandbox-instagram-token" };
const whatsapp = {
  wabaId: "100000000000001",
  phoneNumberId: "200000000000002",
  displayPhone: "+4930901820",
  appSecret: metaSecret,
  token: "sandbox-whatsapp-token",
};
const twilio = { accountSid: "AC0123456789abcdef0123456789abcdef", authToken: "sandbox-twilio-token", sender: "+4930901821" };

export type WorldOptions = {
  gemini?: boolean;
  databasePath?: string;
  port?: number;
  verbose?: boolean;
  keepData?: boolean;
  /** How the app is run, when not from its sources and at once. */
  startApp?: (options: AppOptions) => Promise<AppProcess>;
  /** How many further stores, each with a widget only. */
  moreShops?: number;
  /** Where the first store is described, see shopify/store-file.ts; Linden & Loom when left out. */
  store?: string;
};

/** A whole pretend outside world with the real app in the middle. */
export class World {
  readonly history = new History();
  readonly clock = new SandboxClock();
  readonly shopify: ShopifyDouble;
  /** Further stores, with a widget only. */
  readonly moreShops: ShopifyDouble[];
  readonly meta: MetaDouble;
  readonly mail: MailDouble;
  readonly gemini: GeminiDouble;
  readonly twilio: TwilioDouble;
  readonly receiver: ReceiverDouble;
  readonly slack: SlackDouble;
  readonly easypost: EasyPostDouble;
  readonly zendesk: ZendeskDouble;
  readonly merchant: MerchantBrowser;
  readonly appUrl: string;
  readonly databasePath: string;
  readonly #vendors: VendorServer;
  readonly #port: number;
  readonly #options: WorldOptions;
  readonly #encryptionKey = `sandbox:${randomBytes(32).toString("base64")}`;
  #folder: string | undefined;
  #sandboxPort = 0;
  #app: AppProcess | undefined;

  private constructor(port: number, options: WorldOptions) {
    this.#port = port;
    this.#options = options;
    this.appUrl = `http://127.0.0.1:${port}`;
    if (!options.databasePath) this.#folder = mkdtempSync(join(tmpdir(), "onethread-world-"));
    this.databasePath = options.databasePath ?? join(this.#folder ?? "", "onethread.db");
    const shared = { appUrl: this.appUrl, history: this.history, clock: this.clock };
    this.shopify = new ShopifyDouble({ ...shared, apiKey, apiSecret, ...(options.store && { seed: storeFromFile(options.store) }) });
    this.moreShops = Array.from(
      { length: options.moreShops ?? 0 },
      (_, n) => new ShopifyDouble({ ...shared, apiKey, apiSecret, domain: `maple-mill-${n + 1}.myshopify.com` }),
    );
    this.meta = new MetaDouble({ ...shared, instagram, whatsapp });
    this.mail = new MailDouble(this.history, this.clock);
    this.shopify.store.onMail((mail) => void this.mail.fromStore(mail));
    this.gemini = new GeminiDouble({ apiKey: geminiKey, history: this.history, clock: this.clock });
    this.twilio = new TwilioDouble({ account: twilio, history: this.history, clock: this.clock });
    this.zendesk = new ZendeskDouble(this.history, this.clock);
    this.slack = new SlackDouble(this.history, this.clock);
    this.easypost = new EasyPostDouble(this.history, this.clock);
    this.receiver = new ReceiverDouble(this.history, this.clock);
    this.merchant = new MerchantBrowser(this.appUrl, this.shopify);
    this.#vendors = new VendorServer([
      this.shopify,
      ...this.moreShops,
      this.meta,
      this.gemini,
      this.twilio,
      this.receiver,
      this.slack,
      this.easypost,
      this.zendesk,
    ]);
  }

  /** Starts the vendors and the app. Nothing is installed or connected yet. */
  static async start(options: WorldOptions = {}): Promise<World> {
    const world = new World(options.port ?? (await freePort()), options);
    await world.mail.start();
    world.#sandboxPort = await world.#vendors.start();
    await world.startApp();
    return world;
  }

  get app(): AppProcess {
    if (!this.#app) throw new Error("The app is not running.");
    return this.#app;
  }

  async startApp(killAt?: string): Promise<void> {
    const { startApp = (options) => AppProcess.start(options) } = this.#options;
    this.#app = await startApp({ ...this.appOptions, killAt });
    if (this.clock.offset !== 0) await this.#app.moveClock(this.clock.offset);
  }

  /** How the app of this world is run, whichever process it is in. */
  get appOptions(): AppOptions {
    return {
      port: this.#port,
      sandboxPort: this.#sandboxPort,
      databasePath: this.databasePath,
      verbose: this.#options.verbose,
      environment: {
        SHOPIFY_API_KEY: apiKey,
        SHOPIFY_API_SECRET: apiSecret,
        SCOPES: readAppConfig().scopes.join(","),
        ENCRYPTION_KEYS: this.#encryptionKey,
        META_APP_SECRET: metaSecret,
        META_VERIFY_TOKEN: "sandbox-verify-token",
        PRIVATE_MAIL_HOSTS: "127.0.0.1",
        LOG_LEVEL: "info",
        ...(this.#options.gemini ? { GEMINI_API_KEY: geminiKey } : {}),
      },
    };
  }

  /** The app died and lives on in another process. */
  adopt(app: AppProcess): void {
    this.#app = app;
  }

  /** What a merchant does on the first day: opens the app, then connects the three channels in its settings. */
  async install(): Promise<void> {
    await this.merchant.openApp();
    for (const shop of this.moreShops) await new MerchantBrowser(this.appUrl, shop).openApp();
    await this.merchant.connectChannel("instagram", {
      externalId: instagram.accountId,
      username: instagram.username,
      accessToken: instagram.token,
    });
    await this.merchant.connectChannel("whatsapp", {
      externalId: whatsapp.phoneNumberId,
      wabaId: whatsapp.wabaId,
      displayPhone: whatsapp.displayPhone,
      accessToken: whatsapp.token,
      codeTemplate: "sign_in_code",
      codeTemplateLanguages: "en, de",
      updateTemplate: "order_update",
      updateTemplateLanguages: "en, de",
      updateTemplateVariables: "order, news",
    });
    await this.merchant.connectChannel("sms", {
      externalId: twilio.sender,
      accountSid: twilio.accountSid,
      authToken: twilio.authToken,
    });
    const { externalId, config, credentials } = this.mail.account;
    await this.merchant.connectChannel("email", { externalId, ...config, ...credentials });
  }

  /** Lets time pass for everybody at once. */
  async advance(milliseconds: number): Promise<void> {
    this.clock.offset += milliseconds;
    await this.app.moveClock(this.clock.offset);
  }

  async stop(): Promise<void> {
    await this.#app?.stop();
    await this.#vendors.stop();
    await this.mail.stop();
    if (this.#folder && !this.#options.keepData) rmSync(this.#folder, { recursive: true, force: true });
  }
}
