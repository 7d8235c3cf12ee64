import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Pending } from "../models/outbox.ts";
import { type Line, layOut } from "../models/thread.ts";
import { fill } from "../texts/texts.ts";
import { fullDate, when } from "../when.ts";
import { Icon } from "./icons.tsx";
import { Message } from "./message.tsx";
import { UploadView } from "./photo.tsx";
import type { WithWidget } from "./props.ts";
import { Welcome } from "./welcome.tsx";

/** So many messages are in the page at first; more on request. Keeps a long thread light. */
const pageSize = 60;

/** The log of the conversation. Stays at its end unless the reader has scrolled up. */
export function Thread({ widget }: WithWidget) {
  const log = useRef<HTMLDivElement>(null);
  const count = useSignal(pageSize);
  const away = useSignal(false);
  const texts = widget.texts.value;
  const pending = widget.pending.value;
  const uploads = widget.uploads.value;
  const messages = widget.conversation.messages.value;
  const start = Math.max(0, messages.length - count.value);
  const lines = layOut(messages.slice(start), pending[0]?.label);
  const booting = !widget.boot.value && messages.length === 0 && pending.length + uploads.length === 0;

  function toEnd(): void {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }

  useSignalEffect(() => {
    const own = [...widget.pending.value, ...widget.uploads.value].some((one) => one.state === "sending");
    // Read so that each of them brings the end into view.
    widget.conversation.messages.value;
    widget.conversation.typing.value;
    if (widget.open.value && (own || !away.peek())) requestAnimationFrame(toEnd);
  });

  useEffect(() => {
    // What scrolls must be reachable by keyboard, and not every browser sees to it.
    const box = log.current;
    if (!box) return;
    box.tabIndex = 0;
    // The field below grows, a line about the connection comes and goes: the end stays in view.
    const observer = new ResizeObserver(() => away.peek() || box.scrollTo({ top: box.scrollHeight }));
    observer.observe(box);
    return () => observer.disconnect();
  }, [away]);

  function watchScroll(event: Event): void {
    const box = event.currentTarget as HTMLDivElement;
    away.value = box.scrollHeight - box.scrollTop - box.clientHeight > 80;
  }

  return (
    <div class="middle">
      <div class="log" role="log" aria-live="polite" ref={log} onScroll={watchScroll}>
        {booting && <Skeleton />}
        {start > 0 && (
          <button
            type="button"
            class="quiet centre"
            onClick={() => {
              count.value += pageSize;
            }}
          >
            {texts.earlier}
          </button>
        )}
        {!booting && messages.length + uploads.length === 0 && <Welcome widget={widget} />}
        {lines.map((line) => (
          <LineView key={line.key} widget={widget} line={line} />
        ))}
        {pending.map((one) => (
          <PendingBubble key={one.request.clientId} widget={widget} pending={one} />
        ))}
        {uploads.map((one) => (
          <UploadView key={one.clientId} widget={widget} upload={one} />
        ))}
        {widget.conversation.typing.value && (
          <div class="bubble dots" role="status" aria-label={fill(texts.typing, { name: widget.speaker.value })}>
            <i />
            <i />
            <i />
          </div>
        )}
      </div>
      {away.value && (
        <button type="button" class="to-end" aria-label={texts.newMessages} onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

function LineView({ widget, line }: WithWidget & { line: Line }) {
  const texts = widget.texts.value;
  if (line.kind === "system") {
    return <p class="system">{line.message.blocks.map((block) => (block.kind === "text" ? block.text : "")).join(" ")}</p>;
  }
  if (line.kind === "channel") {
    const channel = channelName(line.channel, texts.email);
    const words = { from: texts.continuedFrom, on: texts.continuedOn, here: "{channel}" }[line.how];
    return <p class="system">{fill(words, { channel })}</p>;
  }
  const language = widget.language.value;
  const name = line.author === "shopper" ? texts.you : (line.name ?? widget.name.value);
  return (
    <section class={`group ${line.author}`} aria-label={name}>
      {line.author === "staff" && <span class="name">{name}</span>}
      {line.shown.map((shown) => (
        <Message key={shown.message.id} widget={widget} shown={shown} />
      ))}
      {line.timed && (
        <time dateTime={new Date(line.at).toISOString()} title={fullDate(line.at, language)}>
          {when(line.at, Date.now(), language)}
        </time>
      )}
    </section>
  );
}

function PendingBubble({ widget, pending }: WithWidget & { pending: Pending }) {
  const texts = widget.texts.value;
  const failed = pending.state === "failed" || pending.state === "refused";
  return (
    <section class={`group shopper ${pending.state}`} aria-label={texts.you}>
      <div class="bubble" dir="auto">
        {pending.label}
      </div>
      {failed && (
        <span class="trouble">
          {texts.notSent}{" "}
          <button type="button" onClick={() => widget.retry(pending.request.clientId)}>
            {texts.tryAgain}
          </button>
        </span>
      )}
    </section>
  );
}

function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <i />
      <i />
    </div>
  );
}

/** Vendors' names are the same in every language. */
export function channelName(channel: string, email: string): string {
  return { instagram: "Instagram", whatsapp: "WhatsApp", messenger: "Messenger", sms: "SMS", email }[channel] ?? channel;
}
