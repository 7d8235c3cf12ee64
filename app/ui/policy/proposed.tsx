import { Link } from "@remix-run/react";
import { Text } from "@shopify/polaris";
import type { Proposal, ProposedPoint } from "#app/domain/returns/proposal.ts";
import { Section } from "#app/ui/page.tsx";

type RowProps = { point: ProposedPoint; chosen: string | undefined; choose: (value: string | undefined) => void };

/** One point: what holds now, what would hold, and the sentence that says so. Of several values one is chosen, or none. */
export function ProposedRow({ point, chosen, choose }: RowProps) {
  const isUnclear = point.values.length > 1;
  return (
    <li className="ot-proposal-point">
      <fieldset className="ot-proposed">
        <legend>{point.title}</legend>
        <Text as="p" tone="subdued">{`Now: ${point.now}`}</Text>
        {isUnclear && (
          <Text as="p" tone="critical">
            Your text says two different things here. Choose which holds, or leave it as it is.
          </Text>
        )}
        {point.values.map(({ value, words, quote }) => (
          <div key={value}>
            <label>
              <input
                type="checkbox"
                name={`point:${point.key}`}
                value={value}
                checked={chosen === value}
                onChange={(event) => choose(event.currentTarget.checked ? value : undefined)}
              />
              {words}
            </label>
            <blockquote>{quote}</blockquote>
          </div>
        ))}
        {point.note && (
          <Text as="p" tone="subdued">
            {point.note}
          </Text>
        )}
      </fieldset>
    </li>
  );
}

/** What needs no approval, and what no field can take over. */
export function AlreadySaid({ proposal: { same, hints } }: { proposal: Proposal }) {
  return (
    <>
      {hints.length > 0 && (
        <Section title="For you to decide" hint="Your text says this, but a rule needs more than it says.">
          <ul className="ot-plain-list">
            {hints.map(({ words, quote }) => (
              <li key={words} className="ot-proposed">
                <Text as="p">{words}</Text>
                <blockquote>{quote}</blockquote>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {same.length > 0 && (
        <Section title="The same in both">
          <ul className="ot-plain-list">
            {same.map(({ title, words, quote }) => (
              <li key={title} className="ot-proposed">
                <Text as="p">{`${title}: ${words}`}</Text>
                <blockquote>{quote}</blockquote>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

export function NoText() {
  return (
    <Section title="No refund policy to read">
      <Text as="p" tone="subdued">
        Your shop shows no refund policy, or it has not been read yet. Write one in Shopify under Settings, Policies. It is read within a
        minute, and this page then shows what could be taken over.
      </Text>
      <Link to="/app/policy">Write your rules by hand</Link>
    </Section>
  );
}
