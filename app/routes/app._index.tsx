import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useFetcher, useLoaderData } from "@remix-run/react";
import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { channelNames } from "#app/channels/message.ts";
import { homeFigures } from "#app/domain/analytics/home-sqlite.server.ts";
import { satisfactionSince } from "#app/domain/analytics/satisfaction.server.ts";
import { channelOverviews, setChannelPaused } from "#app/domain/shops/channels.server.ts";
import { lastDays, returnsStartedToday, widgetSeen } from "#app/domain/shops/overview.server.ts";
import { returnPolicyReviewed, setAssistantPaused } from "#app/domain/shops/shop.server.ts";
import { countStuckWork } from "#app/domain/shops/stuck-work.server.ts";
import { now } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { Checklist, type Step } from "#app/ui/checklist.tsx";
import { Figures } from "#app/ui/home/figures.tsx";
import { figuresView } from "#app/ui/home/figures-view.ts";
import { Notice } from "#app/ui/notice.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { useLive } from "#app/ui/use-live.ts";
import { channelName } from "#app/ui/words.ts";

const shownDays = 7;
const ratedDays = 30;

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const at = now();
  const days = lastDays(at, shop.timeZone, shownDays);
  const [figures, ratings, returnsStarted, channels, seen, reviewed, stuck] = await Promise.all([
    homeFigures(shop.id, days),
    satisfactionSince(shop.id, new Date(at.getTime() - ratedDays * 86_400_000)),
    returnsStartedToday(shop),
    channelOverviews(shop.id),
    widgetSeen(shop.id),
    returnPolicyReviewed(shop.id),
    countStuckWork(shop.id),
  ]);
  return {
    shopName: shop.name,
    paused: shop.assistantPaused,
    figures: figuresView(figures, ratings, { days, now: at, timeZone: shop.timeZone }),
    returnsStarted,
    seen,
    reviewed,
    stuck,
    channels: channels
      .filter(({ channel }) => channel !== "sms")
      .map(({ channel, label, paused, issue }) => ({ channel, label, paused, issue })),
    // The block is named by its file in extensions/onethread/blocks.
    editorUrl: `https://${shop.domain}/admin/themes/current/editor?context=apps&activateAppId=${env.shopifyApiKey}/onethread`,
  };
}

/** The switches: the whole assistant, or one channel of it. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const paused = form.paused === "true";
  const channel = channelNames.find((name) => name === form.channel);
  if (channel) await setChannelPaused(shop.id, channel, paused, staffName(form, shop));
  else await setAssistantPaused(shop.id, paused, staffName(form, shop));
  return { ok: true };
}

export default function Home() {
  const data = useLoaderData<typeof loader>();
  useLive();
  const connected = (channel: string) => data.channels.some((one) => one.channel === channel);
  const steps: Step[] = [
    { title: "Onethread is installed", done: true },
    {
      title: "Turn on the chat in your theme",
      help: data.seen
        ? "It has been opened on your storefront."
        : "It is off after the installation. Switch it on in the theme editor and save.",
      done: data.seen,
      action: { label: "Open the theme editor", url: data.editorUrl, leavesApp: true },
    },
    ...(["instagram", "whatsapp", "email"] as const).map((channel) => ({
      title: `Connect ${channel === "email" ? "email" : channelName(channel)}`,
      done: connected(channel),
      action: { label: "Connect", url: `/app/channels#${channel}` },
    })),
    {
      title: "Review your return policy",
      help: "Until you do, shoppers have 30 days after delivery and you approve each return.",
      done: data.reviewed,
      action: { label: "Review", url: "/app/policy" },
    },
  ];
  // What is left to do stands above the counts; once all is done it moves below.
  const setUp = steps.every((step) => step.done);
  const troubled = data.channels.filter((one) => one.issue);
  return (
    <AdminPage title={data.shopName}>
      {troubled.map((one) => (
        <Notice key={one.channel} tone="critical" title={`${channelName(one.channel)} needs attention`}>
          <p>{one.issue}</p>
        </Notice>
      ))}
      {data.stuck > 0 && (
        <Notice tone="warning" title={data.stuck === 1 ? "Something could not be finished" : `${data.stuck} things could not be finished`}>
          <Link to="/app/stuck">Look at them and try again</Link>
        </Notice>
      )}
      <Section>
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {data.paused ? "The assistant is paused" : "The assistant is answering"}
            </Text>
            <Text as="p" tone="subdued">
              {data.paused
                ? "Messages still arrive. Staff can answer them from the inbox, and shoppers still hear what staff do in their cases."
                : "Pausing takes effect at once, on every channel."}
            </Text>
          </BlockStack>
          <PauseButton paused={data.paused} />
        </InlineStack>
        <ul className="ot-checklist">
          {data.channels.map((one) => (
            <li key={one.channel}>
              <div>
                <ChannelMark channel={one.channel} named />
              </div>
              {one.paused || data.paused ? <Badge tone="attention">Paused</Badge> : <Badge tone="success">Answering</Badge>}
              <PauseButton paused={one.paused} channel={one.channel} disabled={data.paused} />
            </li>
          ))}
        </ul>
      </Section>
      {!setUp && <Checklist steps={steps} />}
      <Figures view={data.figures} returnsStarted={data.returnsStarted} />
      {setUp && <Checklist steps={steps} />}
    </AdminPage>
  );
}

function PauseButton({ paused, channel, disabled }: { paused: boolean; channel?: string; disabled?: boolean }) {
  const fetcher = useFetcher();
  const label = paused ? "Resume" : "Pause";
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="paused" value={String(!paused)} />
      {channel && <input type="hidden" name="channel" value={channel} />}
      <Button
        submit
        variant={paused && !channel ? "primary" : undefined}
        disabled={disabled}
        loading={fetcher.state !== "idle"}
        accessibilityLabel={`${label} ${channel ? channelName(channel) : "the assistant"}`}
      >
        {label}
      </Button>
    </fetcher.Form>
  );
}
