import type { Device, Shown } from "../scenarios/device.ts";
import { MailDevice } from "../scenarios/mail-device.ts";
import { WidgetDevice } from "../scenarios/widget-device.ts";
import type { World } from "../world.ts";
import { type Answer, answerTo, type Mind } from "./answers.ts";
import type { WaveClock } from "./clock.ts";
import { cues } from "./cues.ts";
import { hasReached } from "./facts.ts";
import type { PhraseBook } from "./phrases.ts";
import { withTypo } from "./phrases.ts";
import { deviceFor, mailboxOf } from "./product.ts";
import { Random } from "./random.ts";
import { readScreen, type Screen } from "./screen.ts";
import type { Staged } from "./stage.ts";
import { type Channel, days, type Goal, type Shopper } from "./types.ts";

/** Real milliseconds: how long more of the same reply is waited for. */
const sameReply = 80;
const restOfReply = 2_500;
const mostTurns = 14;

export type Heard = { channel: Channel; at: number; text: string; labels: string[]; links: string[]; sums: number[] };
export type Told = { channel: Channel; at: number; text: string };

/** One coming to a channel, and how often a proof was asked for in it. */
export type Visit = { channel: Channel; provenBefore: boolean; proofs: number };

/** What came of one shopper's story, as the shopper lived it. */
export type Log = {
  shopper: Shopper;
  /** All that was said, in order, to be read by people. */
  story: string[];
  heard: Heard[];
  told: Told[];
  visits: Visit[];
  /** Slots that had been given on another channel and were asked for again. */
  askedTwice: string[];
  /** Times at which the shopper came back with the same wish after it had been left to the product. */
  contacts: number[];
  /** What the shopper was satisfied with, by its own eyes. */
  satisfied: boolean;
  gaveYes: boolean;
  promised: boolean;
  /** Sums shown beside what a yes would do. */
  quoted: number[][];
  toldPerson: boolean;
  error?: string;
};

type End = "satisfied" | "person" | "silent" | "lost" | "switch";

/** One shopper's story from the first word to the end. Knows only what the channels show. */
export class Play {
  readonly log: Log;
  readonly mind: Mind;
  readonly #world: World;
  readonly #clock: WaveClock;
  readonly #book: PhraseBook;
  readonly #shopper: Shopper;
  readonly #staged: Staged;
  readonly #random: Random;
  readonly #devices = new Map<Channel, Device>();
  readonly #proofsOf = new Map<Channel, number>();
  readonly #pressed = new Set<string>();
  /** Lies open all the while: codes come by mail wherever they were asked for. */
  readonly #mail: MailDevice;
  #codesRead = 0;
  #answers = 0;
  #visit: Visit | undefined;
  #switched = false;
  #lookedUp = false;

  constructor(world: World, clock: WaveClock, book: PhraseBook, shopper: Shopper, staged: Staged) {
    this.#world = world;
    this.#clock = clock;
    this.#book = book;
    this.#shopper = shopper;
    this.#staged = staged;
    this.#random = new Random(`play/${shopper.id.replace(/\/\d+$/, "")}`);
    this.#mail = new MailDevice(world, mailboxOf(shopper));
    this.#devices.set("email", this.#mail);
    this.mind = {
      shopper,
      goal: shopper.goal,
      random: this.#random,
      book,
      given: new Set(),
      begun: new Set(),
      saidYes: false,
    };
    this.log = {
      shopper,
      story: [],
      heard: [],
      told: [],
      visits: [],
      askedTwice: [],
      contacts: [],
      satisfied: false,
      gaveYes: false,
      promised: false,
      quoted: [],
      toldPerson: false,
    };
  }

  async run(): Promise<void> {
    try {
      for (let goal: Goal | undefined = this.#shopper.goal; goal; goal = goal.also) {
        this.mind.goal = goal;
        this.mind.saidYes = false;
        await this.#reach(goal);
      }
      await this.#listen();
    } catch (error) {
      this.log.error = error instanceof Error ? error.message : String(error);
    } finally {
      for (const device of this.#devices.values()) if (device instanceof WidgetDevice) device.close();
    }
  }

  /** Pursues a goal; comes back once, a day later, when it was left unfinished. */
  async #reach(goal: Goal): Promise<void> {
    let channel = this.#switched ? (this.#shopper.switch?.to ?? this.#shopper.channel) : this.#shopper.channel;
    let end = await this.#pursue(channel, this.#opening(goal));
    const { switch: change } = this.#shopper;
    if (end === "switch" && change) {
      this.#switched = true;
      if (change.pause > 0) {
        await this.#clock.wait(change.pause);
        this.log.story.push(`(${change.pause / days} days later)`);
      }
      channel = change.to;
      end = await this.#pursue(channel, this.#restated(goal));
    }
    if (end === "satisfied" || end === "person" || this.#shopper.honesty !== "owner") return this.#conclude(end);
    await this.#clock.wait(days);
    this.log.story.push("(comes back a day later)");
    this.log.contacts.push(this.#clock.now);
    this.#conclude(await this.#pursue(channel, this.#opening(goal)));
  }

  #conclude(end: End): void {
    this.log.satisfied = end === "satisfied";
  }

  #opening(goal: Goal): string {
    const { shopper, random, book } = this.mind;
    return book.opening(wishOf(goal, shopper), shopper.language, random, this.#values(goal));
  }

  #restated(goal: Goal): string {
    const { shopper, random, book } = this.mind;
    const detail = restatedAs[goal.intent];
    if (!detail) return this.#opening(goal);
    const values = { ...this.#values(goal), order: goal.order ?? "" };
    return book.opening({ intent: "told_elsewhere", detail }, shopper.language, random, values);
  }

  #values(goal: Goal): Record<string, string> {
    const { shopper } = this.mind;
    const order = shopper.orders.find((one) => one.name === goal.order);
    const item = order?.items.find((one) => one.sku === goal.items?.[0]?.sku) ?? order?.items[0];
    const remembers = this.#lookedUp || shopper.remembersOrder || shopper.honesty !== "owner" || goal.intent === "complaint";
    return {
      ...(remembers && goal.order && { order: goal.order }),
      // Whoever means several things does not name one of them first.
      ...(item && { product: item.title, ...((goal.items?.length ?? 1) < 2 && { item: item.title }) }),
      name: `${shopper.firstName} ${shopper.lastName}`,
      email: shopper.email,
    };
  }

  /** Says the wish on a channel and answers until it ends there. */
  async #pursue(channel: Channel, wish: string): Promise<End> {
    const device = await this.#device(channel);
    // Whoever comes back opens the page anew.
    if (device instanceof WidgetDevice) await device.open();
    await this.#drain(device, channel);
    this.#visit = { channel, provenBefore: this.#isProven(channel), proofs: 0 };
    this.log.visits.push(this.#visit);
    await this.#say(device, channel, wish);
    let lost = 0;
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const screen = await this.#look(device, channel);
      if (!screen) return "silent";
      if (hasReached(this.mind, screen, this.log)) return "satisfied";
      if (this.#isWithPerson(screen)) return "person";
      const answer = answerTo(this.mind, screen, channel);
      if (answer.slot) this.#noteRepeat(answer.slot, channel);
      if (this.#leaves(channel, answer)) return "switch";
      if (answer.kind === "nothing") {
        // Something that needs no answer may be followed by something that does; news that were promised are waited for.
        const isPromised = this.mind.saidYes && cues.promise.test(screen.text);
        if (await this.#waitFor(device, isPromised ? this.#clock.patience : restOfReply)) continue;
        lost += 1;
        if (lost > this.mind.shopper.habits.patience || this.mind.saidYes) return "lost";
        // Whoever is not understood looks up the number of the order.
        this.#lookedUp = true;
        await this.#say(device, channel, this.#opening(this.mind.goal));
        continue;
      }
      await this.#give(device, channel, answer);
      for (const mark of answer.marks ?? []) this.mind.begun.add(mark);
      if (answer.reason) this.mind.goal.reason = answer.reason;
      if (answer.slot) {
        this.mind.given.add(`${channel}/${answer.slot}`);
        this.#answers += 1;
      }
      if (answer.yes) {
        this.mind.saidYes = true;
        this.log.gaveYes = true;
        this.log.quoted.push(screen.sums);
        if (this.#leavesAfterYes(channel)) return "switch";
      }
    }
    return "lost";
  }

  async #give(device: Device, channel: Channel, answer: Answer): Promise<void> {
    switch (answer.kind) {
      case "tap":
        this.#tell(channel, `[${answer.label}]`);
        return device.tap(new RegExp(`^${literal(answer.label)}$`)).catch(() => device.say(answer.label));
      case "pick":
        this.#tell(channel, `[${answer.picks.map((one) => one.title).join(", ")}]`);
        if (device instanceof WidgetDevice)
          await device.pick(answer.picks.map(({ title, quantity }) => ({ title: new RegExp(`^${literal(title)}$`), quantity })));
        return;
      case "code":
        return this.#sendCode(device, channel);
      case "press":
        this.#pressed.add(answer.link);
        this.#noteProof(channel);
        this.#tell(channel, "(presses the button)");
        await fetch(answer.link, { method: "POST", body: new URLSearchParams({ connect: "yes" }) });
        return;
      case "contact":
        await device.say(answer.text);
        this.#tell(channel, answer.text);
        return;
      case "say":
        return this.#say(device, channel, answer.text, false);
    }
  }

  /** The six digits from the mailbox; whoever has no part in it makes some up. */
  async #sendCode(device: Device, channel: Channel): Promise<void> {
    this.#noteProof(channel);
    const code = this.#shopper.honesty === "owner" ? await this.#newCode() : "";
    const text = code || String(this.#random.between(100_000, 999_999));
    this.#tell(channel, text);
    await device.say(text);
  }

  async #newCode(): Promise<string> {
    const deadline = Date.now() + this.#clock.patience;
    const isNew = () => this.#mail.codesReceived > this.#codesRead;
    while (!isNew() && Date.now() < deadline) await later(25);
    if (!isNew()) return "";
    let code = "";
    // Whoever finds several takes the newest.
    for (; isNew(); this.#codesRead += 1) code = await this.#mail.code();
    return code;
  }

  #tell(channel: Channel, text: string): void {
    this.log.told.push({ channel, at: this.#clock.now, text });
    this.log.story.push(`${channel} > ${text}`);
  }

  #noteProof(channel: Channel): void {
    if (this.#visit) this.#visit.proofs += 1;
    this.#proofsOf.set(channel, (this.#proofsOf.get(channel) ?? 0) + 1);
  }

  #isProven(channel: Channel): boolean {
    return (channel === "widget" && this.#shopper.loggedIn) || this.#proofsOf.has(channel);
  }

  #noteRepeat(slot: string, channel: Channel): void {
    const elsewhere = [...this.mind.given].some((one) => one.endsWith(`/${slot}`) && !one.startsWith(`${channel}/`));
    if (elsewhere && ["order", "items", "reason"].includes(slot)) this.log.askedTwice.push(slot);
  }

  #leaves(channel: Channel, answer: Answer): boolean {
    const change = this.#shopper.switch;
    if (!change || this.#switched || channel !== this.#shopper.channel || !answer.slot || answer.slot === "proof") return false;
    return change.atStep === undefined ? this.#answers >= change.after : change.atStep < 5 && stepOf(answer.slot) >= change.atStep;
  }

  #leavesAfterYes(channel: Channel): boolean {
    const change = this.#shopper.switch;
    return change?.atStep === 5 && !this.#switched && channel === this.#shopper.channel;
  }

  #isWithPerson(screen: Screen): boolean {
    if (!cues.handedOver.test(screen.text)) return false;
    this.log.toldPerson = true;
    return true;
  }

  async #say(device: Device, channel: Channel, words: string, isWish = true): Promise<void> {
    const { habits, firstName } = this.#shopper;
    const text = habits.typos && isWish ? withTypo(words, this.#random) : words;
    this.#tell(channel, text);
    if (channel === "email") return device.say(`${text}\n\n${firstName}`);
    if (habits.burst && isWish) await device.say(this.#book.answer({ intent: "hello" }, this.#shopper.language, this.#random));
    await device.say(text);
  }

  /** The next reply with all that belongs to it, or undefined when none comes. */
  async #look(device: Device, channel: Channel): Promise<Screen | undefined> {
    const asked = Date.now();
    if (!(await this.#waitFor(device, this.#clock.patience))) return undefined;
    this.#clock.noteReply(Date.now() - asked);
    return this.#drain(device, channel);
  }

  async #drain(device: Device, channel: Channel): Promise<Screen | undefined> {
    const shown: Shown[] = [];
    while (device.unread().length > 0) {
      while (device.unread().length > 0) shown.push(await device.next());
      await later(sameReply);
    }
    if (shown.length === 0) return undefined;
    const screen = readScreen(shown);
    const links = screen.links.filter((link) => !this.#pressed.has(link));
    this.log.heard.push({
      channel,
      at: this.#clock.now,
      text: screen.text,
      labels: screen.options.map((one) => one.label),
      links: screen.links,
      sums: screen.sums,
    });
    const labels = screen.options.flatMap((one) => (one.number === undefined ? [`[${one.label}]`] : [])).join(" ");
    this.log.story.push(`${channel} < ${screen.text.replaceAll("\n", "\n    ")} ${labels}`);
    if (cues.promise.test(screen.text)) this.log.promised = true;
    return { ...screen, links };
  }

  async #waitFor(device: Device, milliseconds: number): Promise<boolean> {
    const deadline = Date.now() + milliseconds;
    while (device.unread().length === 0) {
      if (Date.now() > deadline) return false;
      await later(25);
    }
    return true;
  }

  /** What still comes after the end, on any of the channels. */
  async #listen(): Promise<void> {
    for (let look = 0; this.log.gaveYes && look < 30 && !this.#isTold(); look += 1) {
      await later(100);
      for (const [channel, device] of this.#devices) await this.#drain(device, channel);
    }
  }

  #isTold(): boolean {
    return this.log.satisfied || hasReached(this.mind, readScreen([]), this.log);
  }

  async #device(channel: Channel): Promise<Device> {
    const known = this.#devices.get(channel);
    if (known) return known;
    const device = deviceFor(this.#world, this.#shopper, this.#staged, channel);
    if (device instanceof WidgetDevice) await device.open();
    this.#devices.set(channel, device);
    return device;
  }
}

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

const steps = ["order", "items", "reason", "outcome"];

function stepOf(slot: string): number {
  return steps.indexOf(slot) + 1;
}

const restatedAs: Partial<Record<Goal["intent"], string>> = {
  return: "return",
  several: "return",
  exchange: "exchange",
  cancel: "cancel",
  change_address: "address",
  track: "track",
  refund_status: "refund",
};

/** What the phrase book calls the wish. */
function wishOf(goal: Goal, shopper: Shopper): { intent: string; detail?: string } {
  if (shopper.honesty === "family") return { intent: "family" };
  if (shopper.honesty !== "owner") return { intent: "thief" };
  switch (goal.intent) {
    case "track":
      return { intent: "order_status" };
    case "return":
    case "several": {
      const detail = goal.reason === "changed_mind" ? "changed_mind" : goal.reason?.startsWith("size") ? "size" : undefined;
      return { intent: "return_start", ...(detail && { detail }) };
    }
    case "exchange":
      return { intent: "exchange", detail: "size" };
    case "cancel":
      return { intent: "cancel_order" };
    case "product_question":
    case "policy_question":
    case "complaint":
      return goal.question ?? { intent: "complaint", detail: "service" };
    default:
      return { intent: goal.intent };
  }
}
