import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { BlockStack, FormLayout } from "@shopify/polaris";
import { examplesOf, forgetExample } from "#app/domain/reply-drafts/examples.server.ts";
import { saveVoicing } from "#app/domain/shops/shop.server.ts";
import { phraseNames, readVoiceForm, voicingToForm } from "#app/domain/shops/voice.ts";
import { knownPhrases } from "#app/pipeline/assistant/phrases.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { ChoiceInput, TextInput, YesNoInput } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { useSettingsForm } from "#app/ui/settings-form.tsx";
import { VoiceExamples } from "#app/ui/voice-examples.tsx";
import { VoicePreview } from "#app/ui/voice-preview.tsx";

const phraseLabels = {
  greeting: { label: "Greeting", help: "Before the first question of a talk." },
  thanks: { label: "When thanked", help: "The first words when a shopper says thank you." },
  apology: { label: "Apology", help: "When the order system does not answer." },
  handOver: { label: "Handing over", help: "When a person goes on. We add that the answer comes in the same place." },
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, voicing, language, wording, assistantName } = await requireShop(request);
  return { stored: voicingToForm(voicing), usual: knownPhrases(language), wording, assistantName, examples: await examplesOf(id) };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  if (form.intent === "forget-example") {
    const found = await forgetExample(shop.id, form.exampleId ?? "");
    return data({ ok: true as const, problems: {} }, { status: found ? 200 : 404 });
  }
  const read = readVoiceForm(form);
  if (!read.ok) return data({ ok: false as const, problems: read.problems }, { status: 422 });
  await saveVoicing(shop.id, read.voicing, staffName({}, shop));
  return { ok: true as const, problems: {} };
}

/** How the shop speaks, once for all channels. */
export default function Voice() {
  const { stored, usual, wording, assistantName, examples } = useLoaderData<typeof loader>();
  const { form, element, saving, marks } = useSettingsForm("voice", stored, readVoiceForm);
  const said = Object.fromEntries(phraseNames.map((name) => [name, form.values[name]?.trim() || usual[name]])) as typeof usual;
  return (
    <AdminPage title="Voice" subtitle="The same on every channel" action={saving}>
      {marks}
      <Form method="post" ref={element} noValidate>
        <BlockStack gap="400">
          <Section title="Your own phrases" hint="In the language of your shop. Shoppers who write in another one get ours in theirs.">
            <FormLayout>
              {phraseNames.map((name) => (
                <TextInput key={name} form={form} name={name} {...phraseLabels[name]} placeholder={usual[name]} maxLength={160} />
              ))}
            </FormLayout>
            <VoicePreview name={assistantName} phrases={said} />
          </Section>
          <Section
            title="For replies worded by the language model"
            hint="A reply that does not keep to the words below is not sent: our template is."
          >
            {wording !== "model" && (
              <Notice tone="info">
                <p>
                  Replies come from our templates at the moment. <Link to="/app/settings">Settings</Link> is where that is chosen.
                </p>
              </Notice>
            )}
            <FormLayout>
              <ChoiceInput
                form={form}
                name="warmth"
                label="Warmth"
                options={[
                  { value: "matter-of-fact", label: "Matter-of-fact" },
                  { value: "friendly", label: "Friendly" },
                  { value: "warm", label: "Warm" },
                ]}
              />
              <ChoiceInput
                form={form}
                name="formality"
                label="Address"
                options={[
                  { value: "informal", label: "Informal", help: "du, tu, je" },
                  { value: "formal", label: "Formal", help: "Sie, vous, usted, Lei, u" },
                ]}
              />
              <YesNoInput form={form} name="emoji" label="An emoji now and then" />
              <TextInput form={form} name="use" label="Words to use" placeholder="parcel, studio" help="Separated by commas." />
              <TextInput form={form} name="avoid" label="Words to avoid" placeholder="package, unfortunately" help="Separated by commas." />
            </FormLayout>
          </Section>
        </BlockStack>
      </Form>
      <VoiceExamples examples={examples} />
    </AdminPage>
  );
}
