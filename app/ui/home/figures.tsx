import { Link } from "@remix-run/react";
import { Button, InlineStack } from "@shopify/polaris";
import { Section } from "#app/ui/page.tsx";
import { Bars, DayBars } from "./bars.tsx";
import type { FiguresView } from "./figures-view.ts";

/** What needs somebody now, what came today, what the assistant does alone, and how shoppers found it. */
export function Figures({ view, returnsStarted }: { view: FiguresView; returnsStarted: number }) {
  if (view.empty)
    return (
      <Section title="Nothing has come in yet">
        <p className="ot-muted">
          Once shoppers write you see here who waits for a person and how long, what comes in on which channel, what the assistant closes
          alone, and how shoppers found the help.
        </p>
      </Section>
    );
  const { satisfaction } = view;
  return (
    <>
      <Section title={nowTitle(view)}>
        <div className="ot-grid">
          <Count value={view.waiting} words="waiting for a person" to="/app/inbox?view=waiting" />
          <Count value={view.late} words="late" to="/app/inbox?view=late" bad={view.late > 0} />
          <Count value={view.aloneToday} words="closed by the assistant alone today" />
        </div>
        <InlineStack>
          <Button url="/app/inbox">Open the inbox</Button>
        </InlineStack>
      </Section>
      <Section title={view.conversations === 1 ? "One conversation today" : `${view.conversations} conversations today`}>
        {view.today.length > 0 && (
          <Bars caption="Conversations today by channel" rows={view.today} most={Math.max(...view.today.map((one) => one.value))} />
        )}
        <p className="ot-muted">{returnsStarted === 1 ? "One return was started." : `${returnsStarted} returns were started.`}</p>
      </Section>
      <Section title={aloneTitle(view)} hint={view.closed > 0 ? "Cases that came to an end in the last 7 days." : undefined}>
        {view.closed > 0 ? (
          <DayBars caption="Cases that came to an end, by day" days={view.days} />
        ) : (
          <p className="ot-muted">Cases that end are counted here.</p>
        )}
      </Section>
      <Section title={satisfaction ? `Shoppers rate the help ${satisfaction.average} of 3` : "Nobody has rated the help yet"}>
        {satisfaction ? (
          <>
            <Bars caption="Average by channel in the last 30 days, 1 is bad, 3 is good" rows={satisfaction.channels} most={3} />
            <p className="ot-muted">
              {satisfaction.answers === 1 ? "1 answer" : `${satisfaction.answers} answers`} in the last 30 days, {satisfaction.bad} bad. 1
              is bad, 3 is good.
            </p>
          </>
        ) : (
          <p className="ot-muted">
            Shoppers are asked when a case is closed as solved or not solved. <Link to="/app/settings">Change when they are asked</Link>
          </p>
        )}
      </Section>
    </>
  );
}

function nowTitle({ waiting, longest }: FiguresView): string {
  if (waiting === 0) return "Nobody waits for a person";
  if (!longest) return waiting === 1 ? "One shopper waits for a person" : `${waiting} shoppers wait for a person`;
  return waiting === 1
    ? `One shopper waits for a person, for ${longest}`
    : `${waiting} shoppers wait for a person, the longest for ${longest}`;
}

function aloneTitle({ closed, alone }: FiguresView): string {
  return closed === 0 ? "Nothing was closed in the last 7 days" : `The assistant closed ${alone} of ${closed} alone`;
}

function Count({ value, words, to, bad }: { value: number; words: string; to?: string; bad?: boolean }) {
  const shown = value.toLocaleString("en");
  return (
    <p className="ot-count" data-bad={bad}>
      <strong>{shown}</strong>
      {to && value > 0 ? <Link to={to}>{words}</Link> : <span className="ot-muted">{words}</span>}
    </p>
  );
}
