import { Button, FormLayout, InlineStack } from "@shopify/polaris";
import { channelNames } from "#app/channels/message.ts";
import { memberToForm, readMemberForm } from "#app/domain/routing/member-form.ts";
import { TextInput, useFormState, YesNoInput } from "#app/ui/form.tsx";
import { WeekInput } from "#app/ui/team/week-input.tsx";
import { CheckInput, SubjectInput } from "./check-input.tsx";
import { channelOptions } from "./routing-words.ts";
import { useChange } from "./use-change.ts";

type Props = { memberId?: string; stored?: Record<string, string>; teams: { id: string; name: string }[]; onDone: () => void };

/** Somebody new, or whom this id names. */
export function PersonForm({ memberId, stored = memberToForm(), teams, onDone }: Props) {
  const { Form, busy, answer } = useChange(onDone);
  const refused = answer?.ok === false ? answer : undefined;
  const teamIds = teams.map((one) => one.id);
  const form = useFormState(
    stored,
    (typed) => {
      const read = readMemberForm(typed, teamIds);
      return read.ok ? {} : read.problems;
    },
    refused?.problems,
  );
  return (
    <Form method="post" noValidate className="ot-routing-form" aria-label={memberId ? "Change the person" : "A new person"}>
      <input type="hidden" name="intent" value="save-member" />
      {memberId && <input type="hidden" name="memberId" value={memberId} />}
      {refused && (
        <p role="alert" className="ot-problem">
          {refused.problem ?? "Nothing was saved yet. Please correct what is marked below."}
        </p>
      )}
      <FormLayout>
        <FormLayout.Group condensed>
          <TextInput form={form} name="name" label="Name" help="As they sign, and as shoppers see it." maxLength={60} />
          <TextInput form={form} name="mostOpen" label="Cases at once, at most" help="Empty: any number." inputMode="numeric" />
        </FormLayout.Group>
        {teams.length > 0 && (
          <CheckInput form={form} name="teams" label="Teams" options={teams.map(({ id, name }) => ({ value: id, label: name }))} />
        )}
        <TextInput form={form} name="languages" label="Languages" help="With commas between, like: English, German. Empty: any." />
        <CheckInput form={form} name="channels" label="Channels" help="None: all." options={channelOptions(channelNames)} />
        <SubjectInput form={form} name="about" label="Takes" help="None: anything." />
        <YesNoInput
          form={form}
          name="ownHours"
          label="Has working hours of their own"
          help="Else those under Team. The shop’s days off hold for everybody."
        />
        {form.values.ownHours === "yes" && <WeekInput form={form} />}
        <InlineStack gap="200">
          <Button submit variant="primary" loading={busy}>
            Save the person
          </Button>
          <Button onClick={onDone}>Cancel</Button>
        </InlineStack>
      </FormLayout>
    </Form>
  );
}
