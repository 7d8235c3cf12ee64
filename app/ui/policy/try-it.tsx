import { useFetcher } from "@remix-run/react";
import { Button, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { reasonWords } from "#app/domain/returns/policy-words.ts";
import { type ReturnReasonKey, returnReasons } from "#app/domain/returns/reasons.ts";
import type { TryAnswer } from "#app/routes/app.policy.try.ts";
import { Section } from "#app/ui/page.tsx";

/** One order of the shop, tried on the rules as they stand in the form. The form beside it is sent along and not saved. */
export function TryIt({ values, isReadable }: { values: Record<string, string>; isReadable: boolean }) {
  const fetcher = useFetcher<TryAnswer>();
  const [order, setOrder] = useState("");
  const [reason, setReason] = useState<ReturnReasonKey>("changed_mind");
  const [tried, setTried] = useState("");
  const asked = JSON.stringify([values, reason]);
  const answer = fetcher.data;
  return (
    <Section title="Try it on an order" hint="With the rules as filled in, saved or not. Nothing is changed and nobody is written to.">
      <fetcher.Form method="post" action="/app/policy/try" className="ot-try" onSubmit={() => setTried(asked)}>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          label="Order number"
          name="tryOrder"
          value={order}
          onChange={setOrder}
          placeholder="#1001"
          maxLength={30}
          autoComplete="off"
        />
        <Select
          label="Why it comes back"
          name="tryReason"
          options={returnReasons.map((one) => ({ value: one, label: reasonWords[one] }))}
          value={reason}
          onChange={(value) => setReason(returnReasons.find((one) => one === value) ?? "changed_mind")}
        />
        <div>
          <Button submit loading={fetcher.state !== "idle"} disabled={!isReadable || order.trim() === ""}>
            Try it
          </Button>
        </div>
      </fetcher.Form>
      <div role="status" className="ot-try">
        {answer?.problem && (
          <Text as="p" tone="critical">
            {answer.problem}
          </Text>
        )}
        {answer?.order && tried !== asked && (
          <Text as="p" tone="caution">
            You have changed something since. Try it again.
          </Text>
        )}
        {answer?.order && <TriedItems order={answer.order} />}
      </div>
    </Section>
  );
}

function TriedItems({ order }: { order: NonNullable<TryAnswer["order"]> }) {
  if (order.items.length === 0) return <Text as="p">{`Nothing of ${order.name} has been sent, so nothing of it can come back.`}</Text>;
  return (
    <ol className="ot-plain-list">
      {order.items.map(({ id, title, takenBack, shopper, lines }) => (
        <li key={id} className="ot-proposal-point">
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          <Text as="p" tone={takenBack ? "success" : "critical"}>
            {takenBack ? "Taken back" : "Not taken back. The shopper reads:"}
          </Text>
          {shopper && <blockquote>{shopper}</blockquote>}
          {lines.map((line) => (
            <Text key={line} as="p">
              {line}
            </Text>
          ))}
        </li>
      ))}
    </ol>
  );
}
