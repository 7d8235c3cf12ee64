import { useFetcher } from "@remix-run/react";
import { Button, FormLayout } from "@shopify/polaris";
import { useEffect } from "react";
import { type ProactiveForm, type ProactiveProblems, readProactiveForm } from "#app/domain/proactive/settings.ts";
import { showToast } from "#app/ui/app-bridge.ts";
import { TextInput, useFormState, YesNoInput } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";

/** What the shop begins by itself, and at which hours. */
export function ProactiveCard({ stored }: { stored: ProactiveForm }) {
  const fetcher = useFetcher<{ ok: boolean; problems: ProactiveProblems }>();
  const refused = fetcher.data?.ok === false ? fetcher.data.problems : undefined;
  const form = useFormState(
    stored,
    (values) => {
      const read = readProactiveForm(values);
      return read.ok ? {} : read.problems;
    },
    refused,
  );
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data?.ok) showToast("Saved");
  }, [fetcher.state, fetcher.data]);
  return (
    <Section
      title="Messages we begin"
      hint="Only to shoppers who have something open here or have asked for such messages: one a day and three a week at most, on the channel they prefer."
    >
      <fetcher.Form method="post" noValidate>
        <input type="hidden" name="intent" value="proactive" />
        <FormLayout>
          <YesNoInput
            form={form}
            name="trouble"
            label="Tell of delays and failed deliveries"
            help="Also to shoppers who have not asked where their parcel is."
          />
          <YesNoInput
            form={form}
            name="pointer"
            label="Say where the answer is"
            help="Who wrote about the same on two channels is answered on the last of them. A line on the other says so."
          />
          <TextInput
            form={form}
            name="reminderHours"
            label="Remind of a return that was left"
            inputMode="numeric"
            suffix="hours later"
            help="Once, with what is saved. On Instagram and WhatsApp after 23 hours at the latest, while free text may be sent. Empty: never."
          />
          <FormLayout.Group condensed>
            <TextInput form={form} name="quietFrom" label="Quiet from" inputMode="numeric" suffix="o’clock" />
            <TextInput
              form={form}
              name="quietTo"
              label="until"
              inputMode="numeric"
              suffix="o’clock"
              help="By the shop’s clock. What can wait is sent afterwards."
            />
          </FormLayout.Group>
          <Button submit variant="primary" loading={fetcher.state !== "idle"} disabled={!form.dirty}>
            Save
          </Button>
        </FormLayout>
      </fetcher.Form>
    </Section>
  );
}
