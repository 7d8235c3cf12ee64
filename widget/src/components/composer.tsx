import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { maxMessage } from "../models/composer.ts";
import { expected } from "../models/thread.ts";
import { Icon } from "./icons.tsx";
import { pickPhotos, takePhotos } from "./pick-photos.ts";
import type { WithWidget } from "./props.ts";

/** The field one writes in: grows to five lines, Enter sends, Shift+Enter breaks the line. */
export function Composer({ widget }: WithWidget) {
  const field = useRef<HTMLTextAreaElement>(null);
  const texts = widget.texts.value;
  const text = widget.composer.text.value;
  const wanted = widget.pending.value.length > 0 ? null : expected(widget.conversation.messages.value);
  const placeholder = {
    choices: texts.placeholderChoices,
    items: texts.placeholderItems,
    quote: texts.placeholderQuote,
    none: texts.placeholder,
  }[wanted ?? "none"];

  useSignalEffect(() => {
    widget.composer.text.value;
    if (widget.open.value) requestAnimationFrame(() => field.current && grow(field.current));
  });

  function send(event: Event): void {
    event.preventDefault();
    widget.sendText();
    field.current?.focus();
  }

  return (
    <form class="composer" onSubmit={send}>
      <button type="button" class="add-photo" aria-label={texts.addPhoto} title={texts.addPhoto} onClick={() => pickPhotos(widget)}>
        <Icon name="camera" />
      </button>
      <textarea
        data-chat-input
        ref={field}
        rows={1}
        dir="auto"
        maxLength={maxMessage}
        value={text}
        placeholder={placeholder}
        aria-label={texts.placeholder}
        enterkeyhint="send"
        onInput={(event) => widget.composer.write(event.currentTarget.value)}
        onPaste={(event) => takePhotos(widget, event.clipboardData) && event.preventDefault()}
        onKeyDown={(event) => {
          // While an input method composes a character, Enter belongs to it.
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
        }}
      />
      <button type="submit" class="submit" aria-label={texts.send} disabled={!text.trim()}>
        <Icon name="send" />
      </button>
    </form>
  );
}

/** Makes the field as high as its words; the style sheet stops it at five lines. */
function grow(field: HTMLTextAreaElement): void {
  field.style.height = "";
  if (field.value) field.style.height = `${field.scrollHeight}px`;
}
