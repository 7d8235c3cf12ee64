/** @jsxImportSource preact */
import type { DemoState } from "../../demo-api.ts";
import { type Demo, places } from "../model.ts";
import { countNews } from "../news.ts";
import { Mark, placeNames } from "./marks.tsx";

/** The way between the places on a narrow screen; a dot where something happened that was not looked at. */
export function Tabs({ demo, state }: { demo: Demo; state: DemoState }) {
  const news = countNews(state);
  return (
    <nav class="tabs" aria-label="Places">
      {places.map((place) => {
        const here = demo.place.value === place;
        const unread = !here && news[place] > demo.seen.value[place];
        return (
          <button key={place} type="button" aria-current={here ? "page" : undefined} onClick={() => demo.look(place)}>
            <span class="tab-mark">
              <Mark name={place} />
              {unread && <span class="dot" />}
            </span>
            {placeNames[place]}
            {unread && <span class="hidden">, something new</span>}
          </button>
        );
      })}
    </nav>
  );
}
