import { useEffect, useRef } from "react";

const linkOf = (row: Element | null | undefined) => row?.querySelector<HTMLAnchorElement>("a.ot-row") ?? null;
const allRows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];

/** The row that has the focus, itself or its box. */
export function focusedRow(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset.row;
}

/** Moves the focus by `step` rows, from the one that has it, else from `from`; without either to the first. True where it went somewhere. */
export function moveFocus(step: 1 | -1, from?: string): boolean {
  const rows = allRows();
  const at = rows.findIndex((row) => row.dataset.row === (focusedRow() ?? from));
  const next = linkOf(rows[at < 0 ? 0 : at + step]) ?? (at >= 0 && step === 1 ? document.querySelector<HTMLElement>(".ot-older") : null);
  next?.focus();
  return next !== null;
}

/** Where the conversation before or after this one opens, as the list stands. */
export function neighbourOf(conversationId: string, step: 1 | -1): string | undefined {
  const rows = allRows();
  const at = rows.findIndex((row) => row.dataset.row === conversationId);
  return linkOf(rows[at < 0 ? 0 : at + step])?.getAttribute("href") ?? undefined;
}

export function focusReply(): void {
  document.querySelector<HTMLElement>(".ot-composer textarea")?.focus();
}

export function focusSearch(): void {
  document.querySelector<HTMLElement>(".ot-search input[name=search]")?.focus();
}

/** The heading of the open conversation: from there the keys act on it. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>(".ot-head h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

/**
 * Puts the focus where a person goes on: on the heading of a conversation that was just opened (or its reply, where that was
 * asked for), on the row of the one that was just left, and on the row that took the place of one that is gone.
 */
export function useArrival(conversationId: string | undefined, rowIds: string[]): { wantReply: () => void } {
  const reply = useRef(false);
  const was = useRef(conversationId);
  const place = useRef(-1);
  const ids = rowIds.join(" ");
  useEffect(() => {
    const remember = () => {
      const row = focusedRow();
      if (row) place.current = allRows().findIndex((one) => one.dataset.row === row);
      else if (document.activeElement !== document.body) place.current = -1;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useEffect(() => {
    if (was.current === conversationId) return;
    const left = was.current;
    was.current = conversationId;
    if (conversationId === undefined) {
      linkOf(allRows().find((row) => row.dataset.row === left) ?? allRows()[0])?.focus();
      return;
    }
    if (reply.current) focusReply();
    else focusHeading();
    reply.current = false;
  }, [conversationId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks whenever the list is another one.
  useEffect(() => {
    if (place.current < 0 || document.activeElement !== document.body) return;
    const rows = allRows();
    linkOf(rows[Math.min(place.current, rows.length - 1)])?.focus();
  }, [ids]);
  return {
    wantReply: () => {
      reply.current = true;
    },
  };
}
