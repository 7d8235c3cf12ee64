import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { BlockStack, FormLayout } from "@shopify/polaris";
import { afterCasesToForm, readAfterCasesForm } from "#app/domain/satisfaction/settings.ts";
import { readSettingsForm, settingsToForm } from "#app/domain/shops/settings-form.ts";
import { saveAfterCases, saveSettings } from "#app/domain/shops/shop.server.ts";
import { env } from "#app/platform/env.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { AfterCasesCard } from "#app/ui/after-cases-card.tsx";
import { BrandPreview } from "#app/ui/brand-preview.tsx";
import { ChoiceInput, SelectInput, TextInput } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { ProofInputs } from "#app/ui/proof-inputs.tsx";
import { useSettingsForm } from "#app/ui/settings-form.tsx";

const languageOptions = [
  { value: "en", label: "English" },
  { value: "de", label: "German" },
  { value: "fr", label: "French" },
  { value: "es", label: "Spanish" },
  { value: "pt", label: "Portuguese" },
  { value: "it", label: "Italian" },
  { value: "nl", label: "Dutch" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const { assistantName, brandColor, voice, language, wording, proofRules } = shop;
  return {
    stored: settingsToForm({ assistantName, brandColor, voice, language, wording, proofRules }),
    proofRules,
    afterCases: afterCasesToForm(shop.afterCases),
    hasModel: env.geminiApiKey !== undefined,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  if (form.intent === "after-cases") {
    const after = readAfterCasesForm(form);
    if (!after.ok) return data({ ok: false as const, problems: after.problems }, { status: 422 });
    await saveAfterCases(shop.id, after.settings, staffName({}, shop));
    return { ok: true as const, problems: {} };
  }
  const read = readSettingsForm(form, shop.proofRules);
  if (!read.ok) return data({ ok: false as const, problems: read.problems }, { status: 422 });
  await saveSettings(shop.id, read.settings, staffName({}, shop));
  return { ok: true as const, problems: {} };
}

export default function Settings() {
  const { stored, proofRules, afterCases, hasModel } = useLoaderData<typeof loader>();
  const { form, element, saving, marks } = useSettingsForm("settings", stored, (values) => readSettingsForm(values, proofRules));
  const { assistantName = "", brandColor = "" } = form.values;
  return (
    <AdminPage title="Settings" action={saving}>
      {marks}
      <Form method="post" ref={element} noValidate>
        <BlockStack gap="400">
          <Section title="How the assistant appears" hint="The same on every channel.">
            <FormLayout>
              <TextInput
                form={form}
                name="assistantName"
                label="Name"
                maxLength={60}
                help="Shoppers are always told that it is an assistant."
              />
              <TextInput
                form={form}
                name="brandColor"
                label="Brand colour"
                maxLength={7}
                prefix={<span className="ot-swatch" style={{ background: brandColor, display: "block" }} />}
              />
            </FormLayout>
            <BrandPreview color={brandColor} name={assistantName} />
          </Section>
          <Section title="How it speaks">
            <FormLayout>
              <SelectInput
                form={form}
                name="language"
                label="Language of the shop"
                help="Shoppers are answered in their own language where we speak it, else in this one."
                options={languageOptions}
              />
              <TextInput
                form={form}
                name="voice"
                label="Voice"
                lines={3}
                maxLength={400}
                placeholder="Warm and brief. We say “parcel”, not “package”."
              />
              <ChoiceInput
                form={form}
                name="wording"
                label="Wording"
                options={[
                  { value: "templates", label: "Our templates", help: "The same tested sentences each time. Costs nothing." },
                  {
                    value: "model",
                    label: "Worded by the language model in your voice",
                    help: "Facts come from the templates; a reply that changes one is not sent.",
                  },
                ]}
              />
              {form.values.wording === "model" && !hasModel && (
                <Notice tone="warning">
                  <p>No key for the language model is set on this installation, so templates are used.</p>
                </Notice>
              )}
            </FormLayout>
          </Section>
          <Section
            title="Before anything is told"
            hint="A wrong order number or address is answered like a right one, so nobody learns anything by guessing."
          >
            <ProofInputs form={form} />
          </Section>
        </BlockStack>
      </Form>
      <AfterCasesCard stored={afterCases} />
    </AdminPage>
  );
}
