import { useLayoutEffect, useRef } from "preact/hooks";

/** Scrolls the element to its end whenever `key` changes. The page itself never moves. */
export function useNewestInView<Kind extends HTMLElement>(key: string) {
  const element = useRef<Kind>(null);
  const shown = useRef("");
  useLayoutEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    element.current?.scrollTo({ top: element.current.scrollHeight });
  });
  return element;
}
