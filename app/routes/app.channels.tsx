import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { proactiveToForm, readProactiveForm } from "#app/domain/proactive/settings.ts";
import { type ChannelProblems, connectableChannels } from "#app/domain/shops/channel-form.ts";
import { channelOverviews, connectChannel, disconnectChannel, setChannelPaused } from "#app/domain/shops/channels.server.ts";
import { saveProactive } from "#app/domain/shops/shop.server.ts";
import { env } from "#app/platform/env.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { ChannelCard } from "#app/ui/channel-card.tsx";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { ProactiveCard } from "#app/ui/proactive-card.tsx";

export type ChannelAnswer = { ok: boolean; problems: ChannelProblems };

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const accounts = await channelOverviews(shop.id);
  return {
    channels: connectableChannels.map((channel) => {
      const account = accounts.find((one) => one.channel === channel);
      const stored: Record<string, string> = account ? { ...account.config, externalId: account.externalId } : {};
      return {
        channel,
        connected: account !== undefined,
        paused: account?.paused ?? false,
        issue: account?.issue ?? null,
        stored,
        webhookUrl: channel === "email" || channel === "sms" ? null : `${env.appUrl}/webhooks/${channel}`,
      };
    }),
    proactive: proactiveToForm(shop.proactive),
    editorUrl: `https://${shop.domain}/admin/themes/current/editor?context=apps&activateAppId=${env.shopifyApiKey}/onethread`,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  if (form.intent === "proactive") {
    const read = readProactiveForm(form);
    if (!read.ok) return data({ ok: false, problems: read.problems } satisfies ChannelAnswer, { status: 422 });
    await saveProactive(shop.id, read.settings, staffName({}, shop));
    return { ok: true, problems: {} } satisfies ChannelAnswer;
  }
  const channel = connectableChannels.find((one) => one === form.channel);
  const answer: ChannelAnswer = { ok: true, problems: {} };
  if (!channel)
    return data({ ok: false, problems: { externalId: "This channel is not known here." } } satisfies ChannelAnswer, { status: 422 });
  const by = staffName({}, shop);
  if (form.intent === "disconnect") await disconnectChannel(shop.id, channel, by);
  else if (form.intent === "pause" || form.intent === "resume") await setChannelPaused(shop.id, channel, form.intent === "pause", by);
  else {
    const result = await connectChannel(shop.id, channel, form, by);
    if (!result.ok) return data({ ok: false, problems: result.problems } satisfies ChannelAnswer, { status: 422 });
  }
  return answer;
}

export default function Channels() {
  const { channels, editorUrl, proactive } = useLoaderData<typeof loader>();
  return (
    <AdminPage title="Channels" subtitle="Shoppers write where they like. It is one conversation here.">
      <Section title="Website chat" hint="It comes with the app. You switch it on in the theme editor, under App embeds.">
        <p>
          <ChannelMark channel="widget" />{" "}
          <a href={editorUrl} target="_top">
            Open the theme editor
          </a>
        </p>
      </Section>
      {channels.map((one) => (
        <ChannelCard key={one.channel} view={one} />
      ))}
      <ProactiveCard stored={proactive} />
    </AdminPage>
  );
}
