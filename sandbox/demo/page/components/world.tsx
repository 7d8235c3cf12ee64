/** @jsxImportSource preact */
import type { DemoAction, DemoState } from "../../demo-api.ts";
import type { Demo } from "../model.ts";
import { newestFirst } from "../news.ts";
import { Mark } from "./marks.tsx";
import { Ago, worldTime } from "./time.tsx";

type Control = { label: string; title: string; action: DemoAction };

/** What can be done to the shopper's orders now. */
function controlsFor({ toShip, toDeliver }: DemoState): Control[] {
  const ship = toShip && {
    label: `Ship ${toShip}`,
    title: "The warehouse hands the order to the carrier",
    action: { act: "ship" as const, order: toShip },
  };
  const deliver = toDeliver && {
    label: `Deliver ${toDeliver}`,
    title: "The carrier delivers the order",
    action: { act: "deliver" as const, order: toDeliver },
  };
  return [
    { label: "2 days later", title: "Time passes for everyone", action: { act: "advance", hours: 48 } },
    ...(ship ? [ship] : []),
    ...(deliver ? [deliver] : []),
    { label: "Approve the return", title: "The merchant approves the open return in Shopify", action: { act: "approve-return" } },
  ];
}
const failures: Control[] = [
  {
    label: "Too busy",
    title: "Shopify refuses the next request because there were too many",
    action: { act: "shopify-fails", how: "throttle" },
  },
  {
    label: "Lost reply",
    title: "Shopify does the next thing, but its answer never arrives. Nothing may happen twice.",
    action: { act: "shopify-fails", how: "lost-reply" },
  },
];

const shown = 40;

/** What the store sees of all this, and the levers that move the world around the shopper. */
export function World({ demo, state, now }: { demo: Demo; state: DemoState; now: number }) {
  const effects = newestFirst(state.effects).slice(0, shown);
  return (
    <section class="world" data-place="staff" data-shown={demo.place.value === "staff"} aria-label="The store">
      <div class="effects">
        <h2>What the store sees</h2>
        {effects.length === 0 ? (
          <p class="quiet-words">Nothing yet. Each return, refund and message that reaches the store is listed here as it happens.</p>
        ) : (
          // The newest stands on top; a reader hears each one once.
          <ol role="log" aria-label="What the store sees">
            {effects.map((effect) => (
              <li key={effect.id} class={effect.good ? "good" : "bad"}>
                <Mark name={effect.good ? "tick" : "warn"} />
                <span>
                  {!effect.good && <span class="hidden">Problem: </span>}
                  {effect.words}
                </span>
                <Ago at={effect.at} now={now} />
              </li>
            ))}
          </ol>
        )}
      </div>
      <div class="levers">
        <div class="lever-head">
          <h2>
            Make something happen <small>{worldTime(now)}</small>
          </h2>
          <button
            type="button"
            class="quiet"
            disabled={demo.busy.value === "reset"}
            title="Empties every chat, mailbox and thread"
            onClick={() => demo.act({ act: "reset" })}
          >
            <Mark name="reload" /> {demo.busy.value === "reset" ? "Starting over…" : "Start over"}
          </button>
        </div>
        <div class="lever-row">
          {controlsFor(state).map((control) => (
            <Lever key={control.label} demo={demo} control={control} />
          ))}
        </div>
        <fieldset class="lever-row">
          <legend>Make Shopify fail once</legend>
          {failures.map((control) => (
            <Lever key={control.label} demo={demo} control={control} />
          ))}
        </fieldset>
      </div>
    </section>
  );
}

function Lever({ demo, control: { label, title, action } }: { demo: Demo; control: Control }) {
  const pull = async () => {
    if (await demo.act(action)) demo.say(`Done: ${label}. ${title}.`.replace("..", "."), true);
  };
  return (
    <button type="button" class="small" title={title} disabled={demo.busy.value === action.act} onClick={pull}>
      {label}
    </button>
  );
}
