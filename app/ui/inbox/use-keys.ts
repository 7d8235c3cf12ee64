import { useEffect, useRef, useState } from "react";

/** What single keys do on a page, by `KeyboardEvent.key`. */
export type Keys = Record<string, (() => void) | undefined>;

/** Only these go on while they are held down: of what changes something one press is one act. */
const mayRepeat = ["j", "k"];

const fields =
  "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], [role=listbox]";

/**
 * Listens for single keys of this document; never while something is typed or a dialog is open, nor together with Ctrl, Alt or
 * Cmd. `leave`: Escape was pressed in a text field that has no use for it.
 */
export function useKeys(keys: Keys, leave: () => void): void {
  const current = useRef({ keys, leave });
  current.current = { keys, leave };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog[open], [role=dialog]")) return;
      if (event.target instanceof Element && event.target.closest(fields)) {
        if (event.key === "Escape" && event.target.closest("textarea")) current.current.leave();
        return;
      }
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = current.current.keys[key];
      if (!act) return;
      event.preventDefault();
      if (!event.repeat || mayRepeat.includes(key)) act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

const kept = "onethread-single-keys";

/** Whether single keys act at all, as chosen in this browser: who dictates or uses a screen reader may want none. */
export function useKeysOn(): [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => {
    // Storage may be forbidden inside a frame: then the choice lasts as long as the page.
    try {
      setOn(localStorage.getItem(kept) !== "off");
    } catch {
      return;
    }
  }, []);
  return [
    on,
    (next) => {
      setOn(next);
      try {
        localStorage.setItem(kept, next ? "on" : "off");
      } catch {
        return;
      }
    },
  ];
}
