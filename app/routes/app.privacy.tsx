import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { BlockStack, FormLayout, Text } from "@shopify/polaris";
import { readAccessLog, recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { privacyRequests, savePrivacy } from "#app/domain/privacy/page.server.ts";
import { readRetentionForm, retentionOf } from "#app/domain/privacy/retention.ts";
import { now } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.ts";
import { readForm, requireShop, requireStaff, staffName } from "#app/routes/require-shop.server.ts";
import { TextInput, YesNoInput } from "#app/ui/form.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { requestLine } from "#app/ui/privacy/request-line.ts";
import { PrivacyRequests } from "#app/ui/privacy/requests.tsx";
import { readWords, retentionWords } from "#app/ui/retention-words.ts";
import { useSettingsForm } from "#app/ui/settings-form.tsx";
import { sayWhen } from "#app/ui/when.ts";

const readsShown = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const before = new URL(request.url).searchParams.get("before") ?? undefined;
  const [requests, reads] = await Promise.all([privacyRequests(shop.id), readAccessLog(shop.id, { before, limit: readsShown })]);
  if (requests.some((one) => one.who !== null)) recordAccess(reader, "export", ["privacy"]);
  const days = Object.entries(retentionOf(shop.retention)).map(([kind, count]) => [kind, String(count)]);
  return {
    stored: { ...Object.fromEntries(days), withoutModel: shop.withoutModel ? "yes" : "no" } as Record<string, string>,
    hasModel: env.geminiApiKey !== undefined,
    requests: requests.map((one) => requestLine(one, now(), shop.timeZone)),
    reads: reads.map(({ id, at, actor, what, subject }) => ({
      id,
      when: sayWhen(at, now(), shop.timeZone),
      who: `Staff ${actor}`,
      what: readWords[what] ?? what,
      conversationId: what === "export" || what === "replay" ? null : subject,
    })),
    older: reads.length === readsShown ? (reads.at(-1)?.id ?? null) : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const read = readRetentionForm(form);
  if (!read.ok) return data({ ok: false as const, problems: read.problems }, { status: 422 });
  await savePrivacy(shop.id, { retention: read.retention, withoutModel: form.withoutModel === "yes" }, staffName(form, shop));
  return { ok: true as const, problems: {} };
}

/** What shoppers may ask for, how long things stay, what leaves the house, and who has read what. */
export default function Privacy() {
  const { stored, hasModel, requests, reads, older } = useLoaderData<typeof loader>();
  const { form, element, saving, marks } = useSettingsForm("privacy", stored, readRetentionForm);
  return (
    <AdminPage title="Privacy" subtitle="What is kept about shoppers, and for how long" action={saving}>
      {marks}
      <Section title="Requests" hint="Shopify passes on what customers ask for. An export is yours to hand to the customer within 30 days.">
        <PrivacyRequests requests={requests} />
      </Section>
      <Form method="post" ref={element} noValidate>
        <BlockStack gap="400">
          <Section
            title="Language model"
            hint="Names, addresses, phone and order numbers are replaced before anything is sent, and put back after."
          >
            <YesNoInput
              form={form}
              name="withoutModel"
              label="Send nothing to the language model"
              help={
                hasModel
                  ? "The assistant then understands and words everything by itself. It hands over to staff more often."
                  : "No key is set on this installation, so nothing is sent anyway."
              }
            />
          </Section>
          <Section title="How long things are kept" hint="In days. What is older goes by itself, once a day. Whatever is open stays.">
            <FormLayout>
              {retentionWords.map(([kind, label, help]) => (
                <TextInput key={kind} form={form} name={kind} label={label} help={help} suffix="days" inputMode="numeric" maxLength={4} />
              ))}
            </FormLayout>
          </Section>
        </BlockStack>
      </Form>
      <Section
        title="Who has read what"
        hint="Every time staff open something about a shopper. Staff are named by their Shopify user number."
      >
        {reads.length === 0 ? (
          <Text as="p" tone="subdued">
            Nobody has opened a conversation yet.
          </Text>
        ) : (
          <ul className="ot-checklist">
            {reads.map((one) => (
              <li key={one.id}>
                <div>
                  <Text as="p">{one.conversationId ? <Link to={`/app/inbox/${one.conversationId}`}>{one.what}</Link> : one.what}</Text>
                  <Text as="p" tone="subdued">
                    {one.who}
                  </Text>
                </div>
                <time dateTime={one.when.iso} title={one.when.full}>
                  {one.when.short}
                </time>
              </li>
            ))}
          </ul>
        )}
        {older && <Link to={`/app/privacy?before=${older}`}>Older entries</Link>}
      </Section>
    </AdminPage>
  );
}
