import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** Pixels from the end that still count as being there. */
const nearly = 24;

/** Scrolls the element to its end whenever `key` changes, and keeps it there when it shrinks. The page itself never moves. */
export function useNewestInView<Kind extends HTMLElement>(key: string) {
  const element = useRef<Kind>(null);
  const shown = useRef("");
  useLayoutEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    toEnd(element.current);
  });
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    let atEnd = true;
    const look = () => {
      atEnd = watched.scrollHeight - watched.scrollTop - watched.clientHeight < nearly;
    };
    const resized = new ResizeObserver(() => atEnd && toEnd(watched));
    watched.addEventListener("scroll", look);
    resized.observe(watched);
    return () => {
      watched.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, []);
  return element;
}

function toEnd(element: HTMLElement | null): void {
  element?.scrollTo({ top: element.scrollHeight });
}
