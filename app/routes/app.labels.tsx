import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { BlockStack } from "@shopify/polaris";
import { type LabelProblems, labelsToForm, readLabelForm } from "#app/domain/returns/label-form.ts";
import { failedLabels, hasLabelKey, retryLabel, saveLabels } from "#app/domain/returns/label-rows.server.ts";
import { labelTrouble } from "#app/domain/returns/label-trouble.ts";
import { notFound, readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { AdminPage } from "#app/ui/page.tsx";
import { LabelMethodFields, LabelTimes } from "#app/ui/returns/label-fields.tsx";
import { LabelTroubles } from "#app/ui/returns/label-troubles.tsx";
import { useSettingsForm } from "#app/ui/settings-form.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const failed = await failedLabels(shop.id);
  return {
    stored: labelsToForm(shop.labels),
    hasKey: await hasLabelKey(shop.id),
    failed: failed.map(({ id, returnName, error }) => ({ id, returnName, why: labelTrouble(error) })),
  };
}

type Answer = { ok: boolean; problems: LabelProblems };

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const answer: Answer = { ok: true, problems: {} };
  if (form.intent === "retry") {
    if (!(await retryLabel(shop.id, form.labelId ?? ""))) throw notFound();
    return answer;
  }
  const read = readLabelForm(form, await hasLabelKey(shop.id));
  if (!read.ok) return data<Answer>({ ok: false, problems: read.problems }, { status: 422 });
  await saveLabels(shop.id, read.settings, read.apiKey, staffName({}, shop));
  return answer;
}

/** How shoppers send a return back. */
export default function Labels() {
  const { stored, hasKey, failed } = useLoaderData<typeof loader>();
  const { form, element, saving, marks } = useSettingsForm("labels", stored, (values) => readLabelForm(values, hasKey));
  return (
    <AdminPage title="Return labels" subtitle="What shoppers get when a return is open" action={saving}>
      {marks}
      <LabelTroubles failed={failed} />
      <Form method="post" ref={element} noValidate>
        <BlockStack gap="400">
          <LabelMethodFields form={form} hasKey={hasKey} />
          <LabelTimes form={form} />
        </BlockStack>
      </Form>
    </AdminPage>
  );
}
