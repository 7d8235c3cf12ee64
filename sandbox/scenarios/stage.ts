import { World } from "../world.ts";
import type { Device, Shown } from "./device.ts";
import { MailDevice } from "./mail-device.ts";
import { PhoneDevice } from "./phone-device.ts";
import { WidgetDevice } from "./widget-device.ts";

/** One way of playing a story. */
export type Form = { by: "buttons" | "text"; language: "en" | "de"; gemini: boolean };
export type Story = { name: string; about: string; play(stage: Stage): Promise<void> };

export const forms: Form[] = (["buttons", "text"] as const).flatMap((by) =>
  (["en", "de"] as const).flatMap((language) => [false, true].map((gemini) => ({ by, language, gemini }))),
);

export function formName({ by, language, gemini }: Form): string {
  return `${by === "buttons" ? "by buttons" : "in free text"}, ${language}, ${gemini ? "with" : "without"} Gemini`;
}

const marks: Record<string, string> = { widget: "[web]", instagram: "[ig] ", whatsapp: "[wa] ", email: "[mail]" };

/** A freshly started app with its world, the shopper's devices, and the transcript of what was said. */
export class Stage {
  readonly transcript: string[] = [];
  readonly world: World;
  readonly form: Form;
  readonly #closing: (() => void)[] = [];

  constructor(world: World, form: Form) {
    this.world = world;
    this.form = form;
  }

  async widget(options: { customerId?: string } = {}): Promise<WidgetDevice> {
    const device = new WidgetDevice(this.world, { ...options, locale: this.form.language });
    await device.open();
    this.#closing.push(() => device.close());
    return device;
  }

  instagram(userId: string, name: string): PhoneDevice {
    return new PhoneDevice(this.world, "instagram", userId, { name });
  }

  whatsapp(userId: string, about: { name: string; phone?: string }): PhoneDevice {
    return new PhoneDevice(this.world, "whatsapp", userId, about);
  }

  mail(address: string): MailDevice {
    return new MailDevice(this.world, address);
  }

  /** The words for this form's language. */
  words(text: { en: string; de: string }): string {
    return text[this.form.language];
  }

  async say(device: Device, text: string): Promise<void> {
    this.line(device, "shopper", text);
    await device.say(text);
  }

  async tap(device: Device, title: RegExp): Promise<void> {
    this.line(device, "shopper", `(taps ${title.source})`);
    await device.tap(title);
  }

  /** By buttons taps, in free text says. */
  async choose(device: Device, title: RegExp, text: { en: string; de: string }): Promise<void> {
    if (this.form.by === "buttons" && device.channel !== "email") await this.tap(device, title);
    else await this.say(device, this.words(text));
  }

  /** Waits for the next reply and holds it against what the story demands. */
  async hear(device: Device, demand: { has?: RegExp[]; hasNot?: RegExp[] } = {}): Promise<Shown> {
    const shown = await device.next();
    this.line(
      device,
      "shop",
      shown.text,
      shown.choices.map((choice) => choice.title),
    );
    const all = [shown.text, ...shown.choices.map((choice) => choice.title)].join("\n");
    for (const pattern of demand.has ?? []) this.demand(pattern.test(all), `${device.channel}: expected ${pattern} in:\n${all}`);
    for (const pattern of demand.hasNot ?? []) this.demand(!pattern.test(all), `${device.channel}: did not expect ${pattern} in:\n${all}`);
    return shown;
  }

  async show(device: WidgetDevice | PhoneDevice, bytes: Buffer): Promise<void> {
    this.line(device, "shopper", "(sends a picture)");
    if (device instanceof WidgetDevice) await device.sendPhoto(bytes);
    else await device.phone.sendImage(bytes);
  }

  /** What happens elsewhere, for whoever reads the transcript. */
  aside(text: string): void {
    this.transcript.push(`       * ${text}`);
  }

  demand(holds: boolean, otherwise: string): void {
    if (!holds) throw new Error(`${otherwise}\n\nThe story so far:\n${this.transcript.join("\n")}`);
  }

  async close(): Promise<void> {
    for (const close of this.#closing) close();
    await this.world.stop();
  }

  private line(device: Device, who: string, text: string, choices: string[] = []): void {
    const [first = "", ...rest] = text.split("\n").filter(Boolean);
    this.transcript.push(`${marks[device.channel]} ${who === "shop" ? "<" : ">"} ${first}`, ...rest.map((line) => `         ${line}`));
    if (choices.length > 0) this.transcript.push(`         [${choices.join("] [")}]`);
  }
}

const defaultSettings = { assistantName: "Lina", brandColor: "#1f5f4b", voice: "Warm and short.", language: "en", confidence: "85" };

/** Plays one story in one form against an app of its own. Rejects with the transcript when anything differs. */
export async function playStory(story: Story, form: Form, verbose = false): Promise<Stage> {
  const world = await World.start({ gemini: form.gemini, verbose });
  const stage = new Stage(world, form);
  try {
    await world.install();
    if (form.gemini) await world.merchant.submit("/app/settings", { ...defaultSettings, wording: "model" });
    await story.play(stage);
    await world.meta.settled();
    return stage;
  } catch (error) {
    const log = world.app.output.filter((line) => /"level":(40|50|60)/.test(line) || !line.startsWith("{")).slice(-12);
    throw new Error(
      `${error instanceof Error ? error.message : error}\n\nThe story so far:\n${stage.transcript.join("\n")}\n\nThe app's log:\n${log.join("\n")}`,
      { cause: error },
    );
  } finally {
    await stage.close();
  }
}
