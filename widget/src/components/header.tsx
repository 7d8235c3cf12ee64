import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { WidgetConfig } from "../config.ts";
import { Icon } from "./icons.tsx";
import type { WithWidget } from "./props.ts";

/** Who answers, the menu, and the way out. */
export function Header({ widget, config }: WithWidget & { config: WidgetConfig }) {
  const open = useSignal(false);
  const area = useRef<HTMLDivElement>(null);
  const texts = widget.texts.value;
  const staff = widget.staff.value;
  const name = widget.name.value;

  useSignalEffect(() => {
    if (open.value) requestAnimationFrame(() => area.current?.querySelector<HTMLElement>(".menu button")?.focus());
  });

  useEffect(() => {
    const box = area.current;
    const leave = (event: FocusEvent) => {
      if (!box?.contains(event.relatedTarget as Node | null)) open.value = false;
    };
    const closeMenu = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !open.value) return;
      // Only the menu closes, not the whole chat.
      event.stopPropagation();
      open.value = false;
      box?.querySelector("button")?.focus();
    };
    box?.addEventListener("focusout", leave);
    box?.addEventListener("keydown", closeMenu);
  }, [open]);

  const choose = (act: () => void) => () => {
    open.value = false;
    act();
  };

  return (
    <div class="head">
      <span class="avatar" aria-hidden="true">
        {(staff ?? name).slice(0, 1).toUpperCase()}
      </span>
      <h2 id="onethread-title">
        <span class="title">{name}</span>
        <span class="tag">{staff ?? texts.assistant}</span>
      </h2>
      <div class="menu-area" ref={area}>
        <button
          type="button"
          class="round"
          aria-label={texts.menu}
          aria-expanded={open.value}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          <Icon name="more" />
        </button>
        {open.value && (
          <div class="menu">
            <button type="button" onClick={choose(widget.askForPerson)}>
              {texts.personMenu}
            </button>
            <button type="button" onClick={choose(widget.askElsewhere)}>
              {texts.elsewhere}
            </button>
            {config.withdraw && <a href={`${config.proxy}/withdraw?locale=${config.locale}`}>{config.withdraw}</a>}
            <button
              type="button"
              onClick={choose(() => {
                widget.view.value = "end";
              })}
            >
              {texts.end}
            </button>
          </div>
        )}
      </div>
      <button
        type="button"
        class="round"
        aria-label={texts.close}
        onClick={() => {
          widget.open.value = false;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
