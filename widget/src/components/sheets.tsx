import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { safeUrl } from "../links.ts";
import type { ContinueResponse } from "../protocol.ts";
import { fill } from "../texts/texts.ts";
import { Icon } from "./icons.tsx";
import { Anchor } from "./markdown.tsx";
import type { WithWidget } from "./props.ts";
import { channelName } from "./thread.tsx";

/** How to go on with the same case on another channel: a link to open there, or a code to send. */
export function ElsewhereSheet({ widget }: WithWidget) {
  const texts = widget.texts.value;
  const answer = widget.elsewhere.value;
  const options = answer && answer !== "failed" ? answer.options : [];
  return (
    <Sheet widget={widget} title={texts.elsewhere}>
      {answer === null && (
        <div class="skeleton" aria-hidden="true">
          <i />
          <i />
        </div>
      )}
      {answer === "failed" && (
        <>
          <p role="alert">{texts.elsewhereFailed}</p>
          <button type="button" class="button" onClick={widget.askElsewhere}>
            {texts.tryAgain}
          </button>
        </>
      )}
      {answer && answer !== "failed" && <p>{options.length > 0 ? texts.elsewhereHint : texts.elsewhereNone}</p>}
      {options.map((option) => (
        <Option key={option.channel} widget={widget} option={option} />
      ))}
    </Sheet>
  );
}

function Option({ widget, option }: WithWidget & { option: ContinueResponse["options"][number] }) {
  const copied = useSignal(false);
  const texts = widget.texts.value;
  const url = safeUrl(option.url);
  return (
    <section class="card option">
      <strong>{option.label}</strong>
      {url && option.qr && (
        <figure class="scan">
          <svg viewBox={`0 0 ${option.qr.size} ${option.qr.size}`} role="img" aria-label={fill(texts.qrCode, { channel: option.label })}>
            <path d={option.qr.path} />
          </svg>
          <figcaption>{texts.scan}</figcaption>
        </figure>
      )}
      {url && (
        <Anchor class="button primary" href={url}>
          {fill(texts.openChannel, { channel: channelName(option.channel, texts.email) })} <Icon name="out" />
        </Anchor>
      )}
      {option.code && (
        <p class="code">
          {url && <small>{texts.codeHint}</small>}
          <code>{option.code}</code>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              navigator.clipboard?.writeText(option.code).then(
                () => {
                  copied.value = true;
                },
                () => {},
              );
            }}
          >
            {copied.value ? texts.copied : texts.copy}
          </button>
        </p>
      )}
    </section>
  );
}

/** Leaving the thread on this browser, with what that means said before. */
export function EndSheet({ widget }: WithWidget) {
  const failed = useSignal(false);
  const texts = widget.texts.value;
  return (
    <Sheet widget={widget} title={texts.end}>
      <p>{texts.endHint}</p>
      {failed.value && <p role="alert">{texts.endFailed}</p>}
      <div class="chips">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            failed.value = false;
            widget.end().catch(() => {
              failed.value = true;
            });
          }}
        >
          {texts.endConfirm}
        </button>
        <button type="button" class="button" onClick={() => leave(widget)}>
          {texts.keep}
        </button>
      </div>
    </Sheet>
  );
}

function Sheet({ widget, title, children }: WithWidget & { title: string; children: ComponentChildren }) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div class="middle sheet">
      <header>
        <button type="button" class="round" ref={back} aria-label={widget.texts.value.back} onClick={() => leave(widget)}>
          <Icon name="back" />
        </button>
        <h3>{title}</h3>
      </header>
      {children}
    </div>
  );
}

function leave(widget: WithWidget["widget"]): void {
  widget.view.value = "thread";
}
