import { Button, FormLayout } from "@shopify/polaris";
import { channelNames } from "#app/channels/message.ts";
import { SelectInput, TextInput, useFormState, YesNoInput } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";
import { channelOptions, moodOptions, reasonOptions, subjectOptions } from "./routing-words.ts";
import { type TryResult, useChange } from "./use-change.ts";

const subjects = subjectOptions.flatMap(({ value, label, details }) => [
  { value, label },
  ...details.map((detail) => ({ value: detail.value, label: `${label}: ${detail.label}` })),
]);
const beginning = {
  subject: "return_start",
  channel: "widget",
  language: "English",
  mood: "calm",
  reason: "asked",
  tags: "",
  orders: "",
  spent: "",
  unresolved: "no",
  before: "",
};

/** Describes a case, and says who would be given it now, and why. Nothing is given. */
export function TryCase({ names }: { names: string[] }) {
  const { Form, busy, answer } = useChange();
  const form = useFormState(beginning, () => ({}), answer?.ok === false ? answer.problems : undefined);
  return (
    <Section title="Try it" hint="Describe a case: who would be given it now, and why. Nothing is given.">
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="try" />
        <FormLayout>
          <FormLayout.Group>
            <SelectInput form={form} name="subject" label="About" options={subjects} />
            <SelectInput form={form} name="channel" label="On" options={channelOptions(channelNames)} />
            <TextInput form={form} name="language" label="Written in" />
          </FormLayout.Group>
          <FormLayout.Group>
            <SelectInput form={form} name="mood" label="The shopper sounds" options={moodOptions} />
            <SelectInput
              form={form}
              name="reason"
              label="Handed over because"
              options={[{ value: "", label: "It is a first message" }, ...reasonOptions]}
            />
            <SelectInput
              form={form}
              name="before"
              label="Answered before by"
              options={[{ value: "", label: "Nobody" }, ...names.map((name) => ({ value: name, label: name }))]}
            />
          </FormLayout.Group>
          <FormLayout.Group>
            <TextInput form={form} name="tags" label="Customer tags" />
            <TextInput form={form} name="orders" label="Orders" inputMode="numeric" />
            <TextInput form={form} name="spent" label="Spent" inputMode="numeric" />
          </FormLayout.Group>
          <YesNoInput form={form} name="unresolved" label="Something else of this shopper’s is not solved" />
          <Button submit loading={busy}>
            Who gets it?
          </Button>
        </FormLayout>
      </Form>
      <div role="status">{answer?.ok && answer.result && <Result result={answer.result} />}</div>
    </Section>
  );
}

function Result({ result: { who, urgent, direct, why } }: { result: TryResult }) {
  return (
    <div className="ot-try-result">
      <p>
        <strong>{who}</strong>
        {urgent && ", urgent"}
        {direct && ", without the assistant"}
      </p>
      <ul className="ot-lines">
        {why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
