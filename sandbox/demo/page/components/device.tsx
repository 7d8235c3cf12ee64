/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Demo, Place } from "../model.ts";
import { placeNames } from "./marks.tsx";

type DeviceProps = { demo: Demo; place: Place; class?: string; children: ComponentChildren };

/** The frame around one place of the page. When the guide points at it, it comes into view and lights up once. */
export function Device({ demo, place, class: kind = "", children }: DeviceProps) {
  const element = useRef<HTMLElement>(null);
  const pointed = demo.pointed.value === place;
  useEffect(() => {
    if (pointed) element.current?.scrollIntoView({ block: "nearest" });
  }, [pointed]);
  return (
    <section
      ref={element}
      id={`place-${place}`}
      class={`device ${kind}`}
      aria-label={placeNames[place]}
      data-place={place}
      data-shown={demo.place.value === place}
      data-pointed={pointed}
    >
      {children}
    </section>
  );
}
