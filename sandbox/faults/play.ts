import type { Faults, HistoryEntry } from "../double.ts";
import type { Device, Shown } from "../scenarios/device.ts";
import { MailDevice } from "../scenarios/mail-device.ts";
import { PhoneDevice } from "../scenarios/phone-device.ts";
import { WidgetDevice } from "../scenarios/widget-device.ts";
import type { ShopifyDouble } from "../shopify/double.ts";
import type { World } from "../world.ts";
import type { Life } from "./life.ts";
import { newShopper, type OrderKind, type Shopper } from "./shopper.ts";

const lookEvery = 8;
/** Longest wait for anything, in real milliseconds: beyond it work is stuck. */
const patience = 20_000;

/** One end of a channel in this play, and what has reached it so far according to the journey. */
export type Voice = {
  device: Device;
  /** How the vendor's history names this person. */
  address: string;
  heard: number;
  codes: number;
  said: string[];
  /** A reply that never came although nothing moves any more. */
  missed: number;
};

/** The journey demanded something else than what came. */
export class WrongReply extends Error {}
/** Nothing moves any more and what the journey waits for is not there. */
export class Silence extends Error {}
/** Something goes on and on. */
export class Stuck extends Error {}

/** One journey being played by new people in a world that may lose its app at any moment. */
export class Play {
  readonly tag: string;
  readonly life: Life;
  readonly voices: Voice[] = [];
  readonly transcript: string[] = [];
  /** Returns that must exist at the store in the end, by order name. */
  readonly returns = new Map<string, number>();
  /** Orders that must be cancelled in the end, each once; no other may be. */
  readonly cancelled = new Set<string>();
  /** Streets to which orders must go in the end, each changed once; no other may be. */
  readonly moved = new Map<string, string>();
  /** How often each other change of an order must have been accepted in the end, by "operation #order"; any other of it is one too many. */
  readonly changes = new Map<string, number>();
  /** What must have gone back in the end for what was kept, by order name, without a return. */
  readonly kept = new Map<string, string>();
  /** The voices that say something turn out to be one person. */
  connects = false;
  /** Nothing of it may be found any more. */
  erased = false;
  readonly #closing: (() => void)[] = [];
  #people = 0;

  constructor(life: Life, tag: string) {
    this.life = life;
    this.tag = tag;
  }

  get world(): World {
    return this.life.world;
  }

  shopper(order?: OrderKind): Shopper {
    this.#people += 1;
    const shopper = newShopper(this.world, `${this.tag}p${this.#people}`, order);
    this.returns.set(shopper.order.name, 0);
    return shopper;
  }

  /** This order is to be changed by this operation of Shopify's once more. */
  expectChange(operation: string, orderName: string): void {
    const key = `${operation} ${orderName}`;
    this.changes.set(key, (this.changes.get(key) ?? 0) + 1);
  }

  /** Of another store where one is named. */
  async widget(shopper?: Shopper, shop?: ShopifyDouble): Promise<WidgetDevice> {
    const device = new WidgetDevice(this.world, { customerId: shopper?.customerId, shop });
    this.join(device, "");
    this.#closing.push(() => device.close());
    await device.open();
    return device;
  }

  instagram(): PhoneDevice {
    this.#people += 1;
    const userId = `ig-${this.tag}p${this.#people}`;
    return this.join(new PhoneDevice(this.world, "instagram", userId, { name: "Kim" }), userId);
  }

  /** Shows the number that stands on the shopper's orders; without a shopper it hides its number. */
  whatsapp(shopper?: Shopper): PhoneDevice {
    this.#people += 1;
    const userId = `DE.${this.tag}p${this.#people}`.toUpperCase();
    const about = { name: "Kim", ...(shopper && { phone: shopper.phone }) };
    return this.join(new PhoneDevice(this.world, "whatsapp", userId, about), userId);
  }

  mail(address: string): MailDevice {
    return this.join(new MailDevice(this.world, address), address);
  }

  async say(device: Device, text: string): Promise<void> {
    this.note(device, text);
    await device.say(text);
  }

  async tap(device: Device, title: RegExp): Promise<void> {
    this.note(device, `(${title.source})`);
    await device.tap(title);
  }

  async show(device: WidgetDevice | PhoneDevice, picture: Buffer): Promise<void> {
    this.note(device, "(a picture)");
    if (device instanceof WidgetDevice) await device.sendPhoto(picture);
    else await device.phone.sendImage(picture);
  }

  /** Fills the widget's item picker. */
  async pick(widget: WidgetDevice, title: RegExp, quantity = 1): Promise<void> {
    this.note(widget, `(${quantity} × ${title.source})`);
    await widget.pick([{ title, quantity }]);
  }

  /** The next message on this device, which must be like this. */
  async hear(device: Device, ...patterns: RegExp[]): Promise<Shown> {
    const shown = await this.see(device, ...patterns);
    this.voice(device).heard += 1;
    return shown;
  }

  /** As `hear`, for what does not come from the app. */
  async see(device: Device, ...patterns: RegExp[]): Promise<Shown> {
    const voice = this.voice(device);
    await this.until(() => device.unread().length > 0, voice);
    const shown = await device.next();
    const all = [shown.text, ...shown.choices.map((choice) => choice.title)].join("\n");
    this.transcript.push(`${device.channel} < ${all.replaceAll("\n", " / ")}`);
    for (const pattern of patterns) if (!pattern.test(all)) throw new WrongReply(`${device.channel}: expected ${pattern} in: ${all}`);
    return shown;
  }

  /** The one-time code that was mailed last. */
  async code(mail: MailDevice): Promise<string> {
    const voice = this.voice(mail);
    await this.until(() => mail.codesReceived > voice.codes, voice);
    voice.codes += 1;
    return mail.code();
  }

  /** Waits until a request has met the fault that was put in its way. */
  async met(faults: Faults): Promise<void> {
    const deadline = Date.now() + patience;
    while (faults.left > 0) {
      if (Date.now() > deadline) throw new Stuck("No request has met the fault.");
      await this.life.look();
      await pause(2);
    }
  }

  /** What this person said until now was erased at their wish. */
  forget(device: Device): void {
    this.voice(device).said.length = 0;
  }

  /** Nothing of this widget's thread may be shown any more. */
  forgetThread(widget: WidgetDevice): void {
    this.forget(widget);
    this.voice(widget).heard = 0;
  }

  /** Takes whatever else has come as right. */
  hearWhatever(device: Device): void {
    this.voice(device).heard += device.unread().length;
  }

  mustNotHear(device: Device, pattern: RegExp): void {
    const heard = device.unread().find((shown) => pattern.test(shown.text));
    if (heard) throw new WrongReply(`${device.channel}: must not have come: ${heard.text}`);
    this.hearWhatever(device);
  }

  /** Nothing more may happen; also lets pass whatever is due later. */
  async rest(): Promise<void> {
    const deadline = Date.now() + patience;
    for (let quiet = 0; quiet < 2; ) {
      quiet = (await this.life.look()) === "quiet" ? quiet + 1 : 0;
      if (Date.now() > deadline) throw new Stuck(`Not quiet after ${patience / 1000} s: ${JSON.stringify(await this.life.waiting())}`);
      await pause(lookEvery);
    }
  }

  /** Tries again what a person tries again: the page did not answer. */
  async persist<T>(act: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + patience;
    for (;;) {
      try {
        return await act();
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await pause(lookEvery * 4);
      }
    }
  }

  /** What the doubles accepted for this person on this channel. */
  accepted({ device, address }: Voice): HistoryEntry[] {
    const { history } = this.world;
    if (device.channel === "email") return history.of("mail", "mail-accepted").filter((entry) => entry.detail.to === address);
    return history.of("meta", `${device.channel}.send`).filter((entry) => entry.detail.recipient === address);
  }

  close(): void {
    for (const close of this.#closing) close();
  }

  private join<D extends Device>(device: D, address: string): D {
    this.voices.push({ device, address, heard: 0, codes: 0, said: [], missed: 0 });
    return device;
  }

  private voice(device: Device): Voice {
    const found = this.voices.find((one) => one.device === device);
    if (!found) throw new Error("This device is not part of the play.");
    return found;
  }

  private note(device: Device, text: string): void {
    this.voice(device).said.push(text);
    this.transcript.push(`${device.channel} > ${text}`);
  }

  private async until(there: () => boolean, voice: Voice): Promise<void> {
    const deadline = Date.now() + patience;
    for (let quiet = 0; !there(); ) {
      quiet = (await this.life.look()) === "quiet" ? quiet + 1 : 0;
      if (there()) return;
      // A browser whose stream broke looks again by itself.
      if (quiet === 2 && voice.device instanceof WidgetDevice) await voice.device.open();
      if (quiet > 3) {
        voice.missed += 1;
        throw new Silence(`${voice.device.channel}: nothing came after "${voice.said.at(-1) ?? ""}"`);
      }
      if (Date.now() > deadline)
        throw new Stuck(`${voice.device.channel}: nothing within ${patience / 1000} s, ${JSON.stringify(await this.life.waiting())}`);
      await pause(lookEvery);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
