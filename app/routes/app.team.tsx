import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { BlockStack, Box, FormLayout } from "@shopify/polaris";
import { channelNames } from "#app/channels/message.ts";
import { saveReplyTimes } from "#app/domain/shops/shop.server.ts";
import { readReplyTimes } from "#app/domain/staff/reply-times.ts";
import { readReplyTimesForm, replyTimesToForm } from "#app/domain/staff/reply-times-form.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { TextInput } from "#app/ui/form.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { useSettingsForm } from "#app/ui/settings-form.tsx";
import { WeekInput } from "#app/ui/team/week-input.tsx";
import { channelName } from "#app/ui/words.ts";

export const meta = () => [{ title: "Team" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { replyTimes, timeZone } = await requireShop(request);
  return { stored: replyTimesToForm(readReplyTimes(replyTimes)), timeZone };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const read = readReplyTimesForm(await readForm(request));
  if (!read.ok) return data({ ok: false as const, problems: read.problems }, { status: 422 });
  await saveReplyTimes(shop.id, read.replyTimes, staffName({}, shop));
  return { ok: true as const, problems: {} };
}

/** When people of the shop answer, which shoppers are told and the inbox counts down. */
export default function Team() {
  const { stored, timeZone } = useLoaderData<typeof loader>();
  const { form, element, saving, marks } = useSettingsForm("team", stored, readReplyTimesForm);
  return (
    <AdminPage title="Team" subtitle="When people answer, and how soon" action={saving}>
      {marks}
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        Who gets what is handed over is set under <Link to="/app/routing">Routing</Link>.
      </Box>
      <Form method="post" ref={element} noValidate>
        <BlockStack gap="400">
          <Section
            title="Working hours"
            hint={`In the shop's own time, ${timeZone}. A day without times is closed; with no times at all you count as always there. Outside of them a shopper who is handed over is told when you are back.`}
          >
            <WeekInput form={form} />
            <TextInput
              form={form}
              name="holidays"
              label="Days off"
              help="One date a line, like 2026-12-25. You count as closed all day."
              lines={3}
            />
          </Section>
          <Section
            title="How soon a person answers"
            hint="In working minutes, from the first message that waits for a person. The inbox counts them down and shows what is late; the shopper is told when it is handed over. Empty: nothing is promised."
          >
            <FormLayout>
              <FormLayout.Group condensed>
                {channelNames.map((channel) => (
                  <TextInput
                    key={channel}
                    form={form}
                    name={`minutes-${channel}`}
                    label={channelName(channel)}
                    inputMode="numeric"
                    suffix="min"
                  />
                ))}
              </FormLayout.Group>
              <TextInput
                form={form}
                name="warn"
                label="Warn before it is too late"
                help="So long before, the inbox marks the conversation. Empty: 15 minutes. Once the time is over, your alerts under Connections say so."
                inputMode="numeric"
                suffix="min"
              />
            </FormLayout>
          </Section>
        </BlockStack>
      </Form>
    </AdminPage>
  );
}
