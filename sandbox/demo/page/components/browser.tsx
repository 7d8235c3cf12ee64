/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import type { DemoState } from "../../demo-api.ts";
import type { Demo } from "../model.ts";
import { Device } from "./device.tsx";
import { Mark } from "./marks.tsx";

/** The shop's website. Who is logged in is part of the browser, so changing it opens the page anew. */
export function Browser({ demo, state }: { demo: Demo; state: DemoState }) {
  const [visit, setVisit] = useState(0);
  const { firstName } = state.shopper;
  const people = [
    ["guest", "Guest"],
    ["shopper", firstName],
  ] as const;
  return (
    <Device demo={demo} place="website" class="browser">
      <header class="device-bar">
        <Mark name="website" />
        <h2>
          Website <small>{state.shopName}</small>
        </h2>
        <fieldset class="switch">
          <legend class="hidden">Who visits the website</legend>
          {people.map(([who, name]) => (
            <button
              key={who}
              type="button"
              aria-pressed={state.customer === who}
              title={who === "guest" ? "Nobody is logged in" : `${firstName} is logged in`}
              onClick={() => state.customer !== who && demo.act({ act: "login", as: who })}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <button type="button" class="icon" aria-label="Reload the website" title="Reload" onClick={() => setVisit(visit + 1)}>
          <Mark name="reload" />
        </button>
      </header>
      <iframe
        key={`${state.customer} ${visit} ${state.storefrontUrl}`}
        class="frame"
        src={state.storefrontUrl}
        title="The shop's website"
      />
    </Device>
  );
}
