import { signal } from "@preact/signals";
import type { DemoAction, DemoEvent, DemoState, PhoneChannel } from "../demo-api.ts";
import { countNews, noNews } from "./news.ts";

export const places = ["website", "instagram", "whatsapp", "mail", "staff"] as const;
export type Place = (typeof places)[number];
/** `loading` until the first state; `lost` while the server is away, with the last state still shown. */
export type Link = "loading" | "live" | "lost";
export type MailDraft = { subject: string; text: string; answers?: string };
export type Demo = ReturnType<typeof createDemo>;

type Outside = { fetch: typeof fetch; openEvents: () => EventSource };

/** Milliseconds. */
const retryEvery = 2_000;
const noticeFor = 6_000;
const pointFor = 1_600;

/** What the page knows and can do: the server's state, what the player is writing, and where they look. */
export function createDemo({ fetch, openEvents }: Outside) {
  const state = signal<DemoState | null>(null);
  const link = signal<Link>("loading");
  const place = signal<Place>("website");
  /** How much of each place the player has had before their eyes; what is above it is a dot on the tab. */
  const seen = signal(noNews);
  const drafts = signal<Record<PhoneChannel, string>>({ instagram: "", whatsapp: "" });
  /** Null while no mail is being written. */
  const mailDraft = signal<MailDraft | null>(null);
  /** One sentence at the foot of the page, for a moment. */
  const notice = signal<{ words: string; good: boolean } | null>(null);
  /** The device the guide just pointed at. */
  const pointed = signal<Place | null>(null);
  /** The action under way, as one word per button. */
  const busy = signal<string | null>(null);
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  let pointTimer: ReturnType<typeof setTimeout> | undefined;

  function receive(next: DemoState): void {
    const news = countNews(next);
    // What was there when the page opened, or before a fresh start, is no news.
    const old = state.value;
    if (!old || places.some((one) => news[one] < seen.value[one])) seen.value = news;
    else seen.value = { ...seen.value, [place.value]: news[place.value] };
    state.value = next;
    link.value = "live";
  }

  function say(words: string, good = false): void {
    clearTimeout(noticeTimer);
    notice.value = { words, good };
    noticeTimer = setTimeout(() => {
      notice.value = null;
    }, noticeFor);
  }

  function follow(): void {
    const events = openEvents();
    const read = (event: MessageEvent<string>) => {
      const said = JSON.parse(event.data) as DemoEvent;
      if (said.type === "state") receive(said.state);
    };
    events.addEventListener("message", read);
    events.addEventListener("state", read);
    // After a gap the last state may have been missed.
    events.addEventListener("open", () => {
      if (link.value === "lost") void load();
    });
    events.addEventListener("error", () => {
      if (state.value) link.value = "lost";
      // The browser tries again by itself, except after an answer that was no stream.
      if (events.readyState === EventSource.CLOSED) setTimeout(follow, retryEvery);
    });
  }

  async function load(): Promise<void> {
    const answer = await fetch("/api/state").catch(() => null);
    if (answer?.ok) receive((await answer.json()) as DemoState);
    else if (!state.value) {
      link.value = "lost";
      setTimeout(load, retryEvery);
    }
  }

  /** True when it was done; otherwise the reason stands at the foot of the page. */
  async function act(action: DemoAction): Promise<boolean> {
    busy.value = action.act;
    try {
      const answer = await fetch("/api/act", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(action),
      });
      if (answer.ok) {
        if (action.act === "reset") forget();
        return true;
      }
      const problem = (await answer.json().catch(() => null)) as { error?: unknown } | null;
      say(typeof problem?.error === "string" ? problem.error : "That did not work. Nothing was changed; try it again.");
    } catch {
      say("The app is restarting. What you wrote is kept; try again in a moment.");
    } finally {
      busy.value = null;
    }
    return false;
  }

  function forget(): void {
    drafts.value = { instagram: "", whatsapp: "" };
    mailDraft.value = null;
  }

  function look(at: Place): void {
    place.value = at;
    if (state.value) seen.value = { ...seen.value, [at]: countNews(state.value)[at] };
  }

  return {
    state,
    link,
    place,
    seen,
    drafts,
    mailDraft,
    notice,
    pointed,
    busy,
    start(): void {
      void load();
      follow();
    },
    act,
    say,
    /** On a narrow screen: shows that tab. */
    look,
    /** Shows a device and marks it for a moment, so that the eye finds it. */
    pointAt(at: Place): void {
      look(at);
      clearTimeout(pointTimer);
      pointed.value = at;
      pointTimer = setTimeout(() => {
        pointed.value = null;
      }, pointFor);
    },
    write(channel: PhoneChannel, text: string): void {
      drafts.value = { ...drafts.value, [channel]: text };
    },
    /** Empties the line at once and gives the words back when they could not be sent. */
    async sendFromPhone(channel: PhoneChannel): Promise<void> {
      const text = drafts.value[channel].trim();
      if (!text) return;
      drafts.value = { ...drafts.value, [channel]: "" };
      const sent = await act({ act: "phone-text", channel, text });
      if (!sent && !drafts.value[channel]) drafts.value = { ...drafts.value, [channel]: text };
    },
    async sendMail(): Promise<boolean> {
      const draft = mailDraft.value;
      if (!draft?.text.trim()) return false;
      const subject = draft.subject.trim();
      const sent = await act({
        act: "mail-send",
        text: draft.text.trim(),
        ...(subject ? { subject } : {}),
        ...(draft.answers ? { answers: draft.answers } : {}),
      });
      if (sent && mailDraft.value === draft) mailDraft.value = null;
      return sent;
    },
    async copy(text: string): Promise<void> {
      const copied = await navigator.clipboard?.writeText(text).then(
        () => true,
        () => false,
      );
      if (copied) say(`Copied: ${text}`, true);
      else say(`Copying is switched off in this browser. Type it in: ${text}`);
    },
  };
}
