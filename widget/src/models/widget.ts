import { computed, effect, signal } from "@preact/signals";
import { type Choice, type ContinueResponse, type PickedItem, personChoiceId, type SendRequest, type StreamEvent } from "../protocol.ts";
import type { Texts } from "../texts/texts.ts";
import { type Api, RequestError } from "../transport/api.ts";
import { backoff } from "../transport/backoff.ts";
import { createComposer } from "./composer.ts";
import { createConnection } from "./connection.ts";
import { createConversation } from "./conversation.ts";
import { createDraft } from "./draft.ts";
import { createOutbox } from "./outbox.ts";
import type { Photos, PhotosOutside } from "./photos.ts";
import { createSession } from "./session.ts";
import type { Keeper, Kept } from "./storage.ts";
import { speaker } from "./thread.ts";

export type WidgetModel = ReturnType<typeof createWidget>;

type Outside = {
  api: Api;
  keeper: Keeper;
  locale: string;
  path: () => string;
  continueCode?: string;
  onCodeUsed?: () => void;
  texts: Texts;
  /** Texts of another language, when the server speaks one that the page did not name. */
  loadTexts: (language: string) => Promise<Texts>;
  newId: () => string;
  /** The file that deals with pictures, fetched when it is first needed. */
  loadPhotos: () => Promise<(outside: PhotosOutside) => Photos>;
};

/** The whole widget without its looks: what is shown and what can be done. One per page. */
export function createWidget({ api, keeper, texts: first, loadTexts, newId, loadPhotos, ...page }: Outside) {
  const open = signal(false);
  const view = signal<"thread" | "elsewhere" | "end">("thread");
  /** How to go on elsewhere; null while it is asked. */
  const elsewhere = signal<ContinueResponse | "failed" | null>(null);
  const texts = signal(first);
  const seen = signal(keeper.read().seen ?? 0);
  const photos = signal<Photos | null>(null);
  let loading: Promise<Photos> | undefined;
  const conversation = createConversation();
  const composer = createComposer(keeper);

  const session = createSession(api, keeper, page, (boot) => {
    if (boot.restarted) forgetPerson();
    conversation.replace(boot.messages, boot.cursor);
    outbox.settle(boot.messages);
    void loadTexts(boot.language).then((loaded) => {
      texts.value = loaded;
    });
    if (boot.messages.length > 0) keeper.write({ live: true });
  });

  const outbox = createOutbox(keeper, (request) => session.authorized((one) => api.send(one, request)));

  const draft = createDraft({
    keeper,
    text: composer.text,
    messages: conversation.messages,
    deliver: (one) => session.authorized((current) => api.saveDraft(current, one)),
  });

  const connection = createConnection({
    api,
    session,
    cursor: conversation.cursor,
    hasThread: () =>
      conversation.messages.value.length > 0 || outbox.pending.value.length > 0 || Boolean(photos.value?.uploads.value.length),
    receive,
    advance: conversation.advance,
  });

  function receive(event: StreamEvent, cursor: number | null): void {
    if (event.type === "reset") reset();
    else {
      conversation.apply(event, cursor);
      outbox.settle(conversation.messages.value);
      photos.value?.settle(conversation.messages.value);
    }
  }

  function withPhotos(): Promise<Photos> {
    loading ??= loadPhotos().then(
      (create) => {
        const failure = (status: number) => new RequestError(status);
        photos.value = create({ signal, authorized: session.authorized, failure, newId, backoff });
        return photos.value;
      },
      (error) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  }

  /** What may be seen has changed: show nothing of before and ask again. */
  function reset(): void {
    conversation.clear();
    outbox.dropSent();
    connection.stop();
    session.forget();
    connection.start();
  }

  /** The browser is in other hands now: nothing that was typed or seen may stay. */
  function forgetPerson(): void {
    outbox.clear();
    photos.value?.clear();
    composer.write("");
    draft.pick("", []);
    seen.value = 0;
    keeper.write({ seen: 0, live: false });
  }

  /** Forgets the thread and closes, as if this browser had never written. */
  function leave(): void {
    connection.stop();
    session.forget();
    conversation.clear();
    forgetPerson();
    keeper.clear();
    open.value = false;
    view.value = "thread";
  }

  function send(request: Omit<SendRequest, "clientId">, label: string): void {
    keeper.write({ live: true });
    view.value = "thread";
    outbox.add({ clientId: newId(), ...request }, label);
    connection.start();
  }

  // Once there is a way to the server again, what waits goes out without being asked.
  effect(() => {
    const state = connection.state.value;
    if (state === "live" || state === "polling") {
      void outbox.flush();
      void photos.peek()?.flush();
    }
    // Whoever was writing, we no longer know.
    if (state === "lost") conversation.stopTyping();
  });

  effect(() => {
    const newest = conversation.messages.value.at(-1)?.seq ?? 0;
    if (!open.value || newest <= seen.peek()) return;
    seen.value = newest;
    keeper.write({ seen: newest });
  });

  const staff = computed(() => speaker(conversation.messages.value));
  const name = computed(() => session.boot.value?.shop.assistantName ?? "");

  return {
    open,
    view,
    texts,
    boot: session.boot,
    language: computed(() => knownLocale(session.boot.value?.language ?? page.locale)),
    name,
    /** The person's name while staff answer. */
    staff,
    /** Whose typing sign it is. */
    speaker: computed(() => staff.value ?? name.value),
    conversation,
    composer,
    connection,
    pending: outbox.pending,
    /** Messages of others that came while the panel was closed. */
    unread: computed(
      () => conversation.messages.value.filter((one) => one.seq > seen.value && one.author !== "shopper" && !one.deleted).length,
    ),
    start: connection.start,
    stop: connection.stop,
    retry: outbox.retry,
    sendText(): void {
      const text = composer.take();
      if (text) send({ text }, text);
    },
    uploads: computed(() => photos.value?.uploads.value ?? []),
    addPhotos(files: File[]): void {
      if (files.length === 0) return;
      keeper.write({ live: true });
      view.value = "thread";
      void withPhotos().then((model) => {
        const added = model.add(files);
        connection.start();
        return added;
      });
    },
    photoSource: (id: string) => withPhotos().then((model) => model.source(id)),
    photoAgain(clientId: string, forget: boolean): void {
      if (forget) photos.value?.drop(clientId);
      else void photos.value?.flush();
    },
    say: (text: string) => send({ text }, text),
    choose: (choice: Choice) => send({ choice: { id: choice.id, title: choice.title } }, choice.title),
    draft,
    pick(choiceId: string, title: string, items: PickedItem[], label: string): void {
      draft.pick(choiceId, []);
      send({ choice: { id: choiceId, title }, items }, label);
    },
    askForPerson(): void {
      const title = texts.value.personWish;
      send({ choice: { id: personChoiceId, title } }, title);
    },
    elsewhere,
    /** Shows the ways to go on elsewhere; asked anew each time, since codes are single-use. */
    askElsewhere(): void {
      elsewhere.value = null;
      view.value = "elsewhere";
      session
        .authorized((one) => api.continueElsewhere(one))
        .then(
          (answer) => {
            elsewhere.value = answer;
          },
          () => {
            elsewhere.value = "failed";
          },
        );
    },
    /** Leaves the thread on this browser. Rejects when the server is not reached: then nothing is forgotten. */
    async end(): Promise<void> {
      await session
        .authorized((one) => api.end(one))
        .catch((error: unknown) => {
          // A server that knows no such call lets the token run out by itself.
          if (!(error instanceof RequestError) || error.status !== 404) throw error;
        });
      leave();
    },
    /** Another tab changed what the browser keeps: it read on, or it ended the thread. */
    follow(kept: Kept): void {
      if (session.started() && !kept.token) leave();
      else seen.value = Math.max(seen.value, kept.seen ?? 0);
    },
  };
}

/** The browser's formats throw at tags they cannot read ("en_US"). */
function knownLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    return "en";
  }
}
