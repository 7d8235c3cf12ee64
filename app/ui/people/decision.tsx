import { Link, useFetcher } from "@remix-run/react";
import { Badge, Button } from "@shopify/polaris";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import type { PairView, PreviewView } from "./people-view.ts";
import { SideCard } from "./side-card.tsx";

/** What an action of the page answers. */
export type Decided = { did: "merged"; evidenceId: string; words: string } | { did: "undone" | "dismissed" | "reopened"; words: string };
export type Refused = { problem: string };

/** All decisions of the page share one place for what they answered. */
export const useDecisions = () => useFetcher<Decided | Refused>({ key: "people" });

export function Decide({
  intent,
  fields,
  label,
  defaultName,
  primary = false,
  hint,
}: {
  intent: string;
  fields: Record<string, string>;
  label: string;
  defaultName: string;
  primary?: boolean;
  hint?: string;
}) {
  const fetcher = useDecisions();
  const [name] = useStaffName(defaultName);
  const busy = fetcher.state !== "idle" && fetcher.formData?.get("intent") === intent;
  return (
    <fetcher.Form method="post" action="/app/people">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="name" value={name} />
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Button submit loading={busy} variant={primary ? "primary" : undefined} accessibilityLabel={hint}>
        {label}
      </Button>
    </fetcher.Form>
  );
}

/** One pair of the queue: why, what speaks against it, both sides, and the three ways to go on. */
export function Pair({ pair, onPick, defaultName }: { pair: PairView; onPick: (one: string, other: string) => void; defaultName: string }) {
  const { one, other } = pair;
  const both = { one: one.conversationId, other: other.conversationId };
  const names = `${one.name} and ${other.name}`;
  return (
    <section className="ot-pair" aria-label={names}>
      <div className="ot-why">
        <Badge tone={pair.likely === "Perhaps" ? undefined : "info"}>{pair.likely}</Badge>
        <ul>
          {pair.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {pair.against.map((doubt) => (
            <li key={doubt} className="ot-doubt">
              Against it: {doubt.charAt(0).toLowerCase() + doubt.slice(1)}
            </li>
          ))}
        </ul>
      </div>
      <div className="ot-sides">
        <SideCard side={one} onDropped={(dropped) => onPick(dropped, one.conversationId)} />
        <SideCard side={other} onDropped={(dropped) => onPick(dropped, other.conversationId)} />
      </div>
      <div className="ot-decide">
        <Button onClick={() => onPick(both.one, both.other)} accessibilityLabel={`See what merging ${names} does`}>
          Merge…
        </Button>
        <Decide
          intent="dismiss"
          fields={both}
          label="Not the same person"
          hint={`${names} are not the same person`}
          defaultName={defaultName}
        />
      </div>
    </section>
  );
}

/** What will come together and what will not be told, before the second click. */
export function Preview({ view, back, defaultName }: { view: PreviewView; back: string; defaultName: string }) {
  const both = { one: view.one.conversationId, other: view.other.conversationId };
  return (
    <section className="ot-pair ot-preview-merge" aria-label="What merging does">
      <h2>
        Merge {view.one.name} and {view.other.name}?
      </h2>
      <div className="ot-sides">
        <SideCard side={view.one} />
        <SideCard side={view.other} />
      </div>
      <h3>What comes together</h3>
      <ul className="ot-lines">
        {view.together.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>What it does not unlock</h3>
      <ul className="ot-lines">
        <li>No order, return or history opens up for either side: your word is no proof to the assistant.</li>
        {view.tells.map((line) => (
          <li key={line.words}>{line.words}</li>
        ))}
      </ul>
      <p className="ot-muted">It is noted who merged and when. Undoing it puts every message and case back where it came from.</p>
      <div className="ot-decide">
        <Decide intent="merge" fields={both} label="Merge these two" primary defaultName={defaultName} />
        <Link to={back}>Leave them apart</Link>
      </div>
    </section>
  );
}
