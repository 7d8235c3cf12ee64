/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import type { DemoState, GuideStep } from "../../demo-api.ts";
import type { Demo } from "../model.ts";
import { GuideHelp } from "./guide-help.tsx";
import { Mark } from "./marks.tsx";

const steps: { step: GuideStep; words: string }[] = [
  { step: "started", words: "On the website, open the chat and start a return as a guest." },
  { step: "proven", words: "Give ada@example.com and the code that arrives in the mailbox." },
  { step: "left-at-reason", words: "Choose order #1004 and the dress, then stop where it asks for the reason (step 3 of 5)." },
  {
    step: "resumed-on-instagram",
    words: "On Instagram, ask “where’s my refund?” and prove who you are the same way. It goes on from step 3.",
  },
  { step: "one-return", words: "Answer by e-mail, or anywhere else. One return exists, and staff see one thread." },
];

/** In the place of the guide, in a store that it does not know. */
export function About({ state: { shopName, shopper } }: { state: DemoState }) {
  return (
    <aside class="guide" aria-label="About">
      <p class="guide-line">
        <span class="guide-now">
          {shopName}, with {shopper.firstName} as its shopper.
        </span>
      </p>
      <div class="guide-body">
        <h1>Onethread</h1>
        <p class="lead">
          This is {shopName}, a store from your own files. All devices are {shopper.firstName}’s, whose address is {shopper.email}.
        </p>
      </div>
    </aside>
  );
}

/** What this is and what to try. The steps tick themselves off by what happened; on a narrow screen one line that opens. */
export function Guide({ demo, state, guide }: { demo: Demo; state: DemoState; guide: Record<GuideStep, boolean> }) {
  const [open, setOpen] = useState(false);
  const current = steps.find(({ step }) => !guide[step]);
  const done = steps.filter(({ step }) => guide[step]).length;
  return (
    <aside class="guide" data-open={open} aria-label="Guide">
      <button type="button" class="guide-line" aria-expanded={open} aria-controls="guide-body" onClick={() => setOpen(!open)}>
        <span class="guide-count">{current ? `${done + 1} of 5` : <Mark name="tick" />}</span>
        <span class="guide-now">{current?.words ?? "All five done. One return, one thread."}</span>
        <Mark name="down" />
      </button>
      <div class="guide-body" id="guide-body">
        <h1>Onethread</h1>
        <p class="lead">One assistant for a Shopify store that knows the same shopper on every channel and goes on where they left off.</p>
        <ol class="steps">
          {steps.map(({ step, words }, index) => {
            const progress = guide[step] ? "done" : step === current?.step ? "current" : "later";
            return (
              <li key={step} data-state={progress} aria-current={progress === "current" ? "step" : undefined}>
                <span class="step-mark">
                  {progress === "done" ? <Mark name="tick" /> : index + 1}
                  {progress === "done" && <span class="hidden">Done: </span>}
                </span>
                <div>
                  <p>{words}</p>
                  {progress === "current" && <GuideHelp demo={demo} state={state} step={step} onUsed={() => setOpen(false)} />}
                </div>
              </li>
            );
          })}
        </ol>
        {!current && (
          <p class="all-done">
            That was one shopper on three channels and one thread. Try WhatsApp, let two days pass, or make Shopify fail once.
          </p>
        )}
      </div>
    </aside>
  );
}
