import { useFetcher } from "@remix-run/react";
import { Button, FormLayout } from "@shopify/polaris";
import { useEffect } from "react";
import { type AfterCasesForm, type AfterCasesProblems, readAfterCasesForm } from "#app/domain/satisfaction/settings.ts";
import { showToast } from "#app/ui/app-bridge.ts";
import { ChoiceInput, TextInput, useFormState } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";

/** Whether shoppers are asked how it went, and how long a closed case opens again. */
export function AfterCasesCard({ stored }: { stored: AfterCasesForm }) {
  const fetcher = useFetcher<{ ok: boolean; problems: AfterCasesProblems }>();
  const form = useFormState(
    stored,
    (values) => {
      const read = readAfterCasesForm(values);
      return read.ok ? {} : read.problems;
    },
    fetcher.data?.ok === false ? fetcher.data.problems : undefined,
  );
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data?.ok) showToast("Saved");
  }, [fetcher.state, fetcher.data]);
  return (
    <Section title="After a case" hint="What follows once a case is over.">
      <fetcher.Form method="post" noValidate>
        <input type="hidden" name="intent" value="after-cases" />
        <FormLayout>
          <ChoiceInput
            form={form}
            name="ask"
            label="Ask shoppers how it went"
            options={[
              { value: "never", label: "Never" },
              { value: "staff", label: "When a person has closed a case as solved or not solved" },
              {
                value: "always",
                label: "Also when the assistant has finished something alone",
                help: "Ten minutes later, if nothing else is open.",
              },
            ]}
          />
          <p className="ot-muted">
            Good, okay or bad, on the channel they wrote on, once a case and once in 30 days. On Instagram and WhatsApp only while free text
            may be sent, and never to shoppers who want no messages that we begin.
          </p>
          <TextInput
            form={form}
            name="reopenDays"
            label="A closed case opens again for"
            inputMode="numeric"
            suffix="days"
            help="When the shopper writes about it, whoever had it gets it back. Thanks do not count. Later it is a new case; 0: always."
          />
          <Button submit variant="primary" loading={fetcher.state !== "idle"} disabled={!form.dirty}>
            Save
          </Button>
        </FormLayout>
      </fetcher.Form>
    </Section>
  );
}
