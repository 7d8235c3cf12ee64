/** @jsxImportSource preact */
import type { DemoState, GuideStep } from "../../demo-api.ts";
import type { Demo } from "../model.ts";
import { newestCode } from "../news.ts";

type HelpProps = { demo: Demo; state: DemoState; step: GuideStep; onUsed: () => void };
type Help = { label: string; go: () => void };

const email = "ada@example.com";

/** Small hands for the current step: bring a device into view, write the words for the player, take the code. */
export function GuideHelp({ demo, state, step, onUsed }: HelpProps) {
  return (
    <div class="help">
      {helps(demo, state, step).map(({ label, go }) => (
        <button
          key={label}
          type="button"
          class="small"
          onClick={() => {
            go();
            onUsed();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function helps(demo: Demo, state: DemoState, step: GuideStep): Help[] {
  const code = newestCode(state.mails);
  const copyCode: Help[] = code ? [{ label: `Copy code ${code}`, go: () => void demo.copy(code) }] : [];
  const website = { label: "Show the website", go: () => demo.pointAt("website") };
  const write = (text: string) => () => {
    demo.write("instagram", text);
    demo.pointAt("instagram");
    focus("compose-instagram");
  };
  switch (step) {
    case "started":
      return state.customer === "shopper"
        ? [{ label: "Log out to be a guest", go: () => void demo.act({ act: "login", as: "guest" }) }]
        : [website, { label: "Copy “I want to return something”", go: () => void demo.copy("I want to return something") }];
    case "proven":
      return [{ label: `Copy ${email}`, go: () => void demo.copy(email) }, ...copyCode];
    case "left-at-reason":
      return [{ label: "Copy #1004", go: () => void demo.copy("#1004") }, website];
    case "resumed-on-instagram": {
      const mine = state.phones.instagram.messages.filter((message) => message.mine);
      if (mine.length === 0) return [{ label: "Write it for me", go: write("where’s my refund?") }];
      const claimed = mine.findLast((message) => message.text.includes("@"));
      if (!claimed) return [{ label: `Write ${email}`, go: write(email) }];
      // The website's code is used up; Instagram's own comes after the address was given there. Clocks differ by a little.
      const fresh = newestCode(state.mails, claimed.at - 2_000);
      return fresh ? [{ label: `Write code ${fresh}`, go: write(fresh) }] : [{ label: "Show the mailbox", go: () => demo.pointAt("mail") }];
    }
    case "one-return":
      return [
        {
          label: "Write an e-mail for me",
          go: () => {
            demo.mailDraft.value = { subject: "My return", text: "It was too small." };
            demo.pointAt("mail");
          },
        },
        { label: "Show the staff side", go: () => demo.pointAt("staff") },
      ];
  }
}

/** After the tab has been shown: what is hidden cannot have the focus. */
function focus(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus({ preventScroll: true })));
}
