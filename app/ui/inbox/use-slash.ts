import { useState } from "react";
import { variablesIn } from "#app/domain/staff/reply-variables.ts";
import { optionId, type Picker, pickerId, type Slash, slashAt, usePicker } from "./saved-picker.tsx";

/** The composer's text box; its id is also what the keys of the page look for. */
export const textId = "reply-text";
export const textBox = () => document.getElementById(textId) as HTMLTextAreaElement | null;

/** Saved replies in the text box: "/" looks for them, the keys choose one, and what is put in replaces the slash. */
export function useSlash(conversationId: string, name: string, text: string, change: (text: string) => void) {
  const [slash, setSlash] = useState<Slash | null>(null);
  const picker: Picker = usePicker(conversationId, slash, name);
  const shown = picker.open && (picker.loading || picker.found.length > 0 || slash?.query === "");
  const pick = (words: string) => {
    if (!slash) return;
    const [before, after] = [text.slice(0, slash.from), text.slice(slash.to)];
    change(before + words + after);
    setSlash(null);
    const [open] = variablesIn(words);
    const at = open === undefined ? null : words.search(/\{\{/);
    // Once the new text stands there: what is still open is selected, to be written over.
    setTimeout(() => {
      const end = before.length + words.length;
      const from = at === null ? end : before.length + at;
      textBox()?.focus();
      textBox()?.setSelectionRange(from, at === null ? end : before.length + words.indexOf("}}", at) + 2);
    });
  };
  return {
    picker,
    shown,
    listId: pickerId,
    activeId: optionId(picker.found[picker.active]?.id ?? ""),
    pick,
    /** After a change of the text. */
    look: (words: string) => setSlash(slashAt(words, textBox()?.selectionStart ?? words.length)),
    close: () => setSlash(null),
    /** The button does what the key does. */
    begin: () => {
      const at = textBox()?.selectionStart ?? text.length;
      const gap = at === 0 || /\s$/.test(text.slice(0, at)) ? "" : " ";
      change(`${text.slice(0, at)}${gap}/${text.slice(at)}`);
      setSlash({ query: "", from: at + gap.length, to: at + gap.length + 1 });
      setTimeout(() => {
        textBox()?.focus();
        textBox()?.setSelectionRange(at + gap.length + 1, at + gap.length + 1);
      });
    },
    /** True where the key was for the list and not for the text. */
    key: (key: string): boolean => {
      if (!shown) return false;
      if (key === "Escape") setSlash(null);
      else if (key === "ArrowDown") picker.move(1);
      else if (key === "ArrowUp") picker.move(-1);
      else if ((key === "Enter" || key === "Tab") && picker.found[picker.active]) pick(picker.filled(picker.active));
      else return false;
      return true;
    },
  };
}
