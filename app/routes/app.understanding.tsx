import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useFetcher, useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { channelNames } from "#app/channels/message.ts";
import { outcomesSince } from "#app/domain/analytics/satisfaction.server.ts";
import { turnStatistics } from "#app/domain/analytics/turns.server.ts";
import { saveThresholds } from "#app/domain/shops/shop.server.ts";
import { readPercent, readThresholdKey } from "#app/domain/shops/thresholds.ts";
import reliability from "#app/pipeline/assistant/local/reliability.json";
import { intents } from "#app/pipeline/assistant/model.ts";
import { now } from "#app/platform/clock.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { Bars } from "#app/ui/home/bars.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { PercentForm } from "#app/ui/percent-form.tsx";
import { Reliability } from "#app/ui/understanding/reliability.tsx";
import { TurnsTable } from "#app/ui/understanding/turns-table.tsx";
import { caseOutcome, channelName, intentName } from "#app/ui/words.ts";

const shownDays = 30;

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const since = new Date(now().getTime() - shownDays * 86_400_000);
  return {
    usual: Math.round(shop.confidenceThreshold * 100),
    exceptions: Object.entries(shop.thresholds).map(([key, value]) => ({ key, percent: Math.round(value * 100) })),
    statistics: await turnStatistics(shop.id, since),
    outcomes: (await outcomesSince(shop.id, since)).map(({ outcome, cases }) => ({
      label: caseOutcome(outcome) ?? "Closed",
      value: cases,
      words: String(cases),
    })),
    reliability,
  };
}

/** `intent`: "usual" sets the shop's own threshold, "except" one for an intent or a channel, "remove" takes such a one away. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const { [form.key ?? ""]: removed, ...others } = shop.thresholds;
  const by = staffName({}, shop);
  if (form.intent === "remove") {
    if (removed !== undefined) await saveThresholds(shop.id, shop.confidenceThreshold, others, by);
    return { ok: true as const, problem: null };
  }
  const value = readPercent(form.percent);
  if (value === null) return refuse("Enter a whole percentage from 50 to 99.");
  if (form.intent === "usual") {
    await saveThresholds(shop.id, value, shop.thresholds, by);
    return { ok: true as const, problem: null };
  }
  const { wish = "", channel = "" } = form;
  const isKnown = (wish === "" || intents.some((one) => one === wish)) && (channel === "" || channelNames.some((one) => one === channel));
  if (!isKnown || (wish === "" && channel === "")) return refuse("Choose a wish, a channel or both.");
  const key = channel === "" ? wish : `${wish}@${channel}`;
  await saveThresholds(shop.id, shop.confidenceThreshold, { ...shop.thresholds, [key]: value }, by);
  return { ok: true as const, problem: null };
}

function refuse(problem: string) {
  return data({ ok: false as const, problem }, { status: 422 });
}

export default function Understanding() {
  const { usual, exceptions, statistics, outcomes, reliability: measured } = useLoaderData<typeof loader>();
  return (
    <AdminPage title="Understanding" subtitle="How sure the assistant must be before it answers by itself">
      <Section
        title="When it is not sure"
        hint="Below this it asks the language model, if there is one, and then a person. Lower answers more and errs more."
      >
        <PercentForm intent="usual" label="Answer by itself from" suffix="% sure" percent={usual} />
        <Reliability rows={measured} threshold={usual / 100} />
      </Section>
      <Section title="Exceptions" hint="For one wish, one channel, or one wish on one channel. The most particular counts.">
        {exceptions.length === 0 ? (
          <Text as="p" tone="subdued">
            None yet: {usual} % counts everywhere.
          </Text>
        ) : (
          <BlockStack gap="200" as="ul">
            {exceptions.map((one) => (
              <Exception key={one.key} name={one.key} percent={one.percent} />
            ))}
          </BlockStack>
        )}
        <NewException />
      </Section>
      <Section title={`The last ${shownDays} days`} hint="What shoppers wanted on which channel, and what became of it.">
        <TurnsTable statistics={statistics} />
        {outcomes.length > 0 && (
          <>
            <Text as="h3" variant="headingSm">
              How cases ended that a person closed
            </Text>
            <Bars caption="How cases ended" rows={outcomes} most={Math.max(...outcomes.map((one) => one.value))} />
          </>
        )}
        <Link to="/app/replay">Play past conversations through the assistant…</Link>
      </Section>
    </AdminPage>
  );
}

function Exception({ name, percent }: { name: string; percent: number }) {
  const fetcher = useFetcher<typeof action>();
  const { intent, channel } = readThresholdKey(name);
  const where = [intent && intentName(intent), channel && `on ${channelName(channel)}`].filter(Boolean).join(" ");
  return (
    <li className="ot-exception">
      <span>
        {where || "Everything"}: from {percent} %
      </span>
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="key" value={name} />
        <Button
          submit
          variant="plain"
          tone="critical"
          loading={fetcher.state !== "idle"}
          accessibilityLabel={`Remove the exception for ${where}`}
        >
          Remove
        </Button>
      </fetcher.Form>
    </li>
  );
}

function NewException() {
  const fetcher = useFetcher<typeof action>();
  const [wish, setWish] = useState("");
  const [channel, setChannel] = useState("");
  const [percent, setPercent] = useState("");
  const wishes = intents.map((intent) => ({ value: intent, label: intentName(intent) }));
  const channels = channelNames.map((one) => ({ value: one, label: channelName(one) }));
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="except" />
      <div className="ot-exception-form">
        <Select name="wish" label="Wish" options={[{ value: "", label: "Any wish" }, ...wishes]} value={wish} onChange={setWish} />
        <Select
          name="channel"
          label="Channel"
          options={[{ value: "", label: "Any channel" }, ...channels]}
          value={channel}
          onChange={setChannel}
        />
        <TextField
          name="percent"
          label="From"
          suffix="% sure"
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          value={percent}
          onChange={setPercent}
        />
        <Button submit loading={fetcher.state !== "idle"} disabled={percent === ""}>
          Add
        </Button>
      </div>
      {fetcher.data?.problem && (
        <Text as="p" tone="critical">
          {fetcher.data.problem}
        </Text>
      )}
    </fetcher.Form>
  );
}
