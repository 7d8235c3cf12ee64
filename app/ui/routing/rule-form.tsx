import { Button, FormLayout, InlineStack } from "@shopify/polaris";
import { channelNames } from "#app/channels/message.ts";
import { readRuleForm, ruleToForm } from "#app/domain/routing/rule-form.ts";
import { SelectInput, TextInput, useFormState, YesNoInput } from "#app/ui/form.tsx";
import { CheckInput, SubjectInput } from "./check-input.tsx";
import { channelOptions, moodOptions, reasonOptions } from "./routing-words.ts";
import type { Choice } from "./rules.tsx";
import { useChange } from "./use-change.ts";

/** A new rule, or the one of this id. */
export function RuleForm(props: { ruleId?: string; stored?: Record<string, string>; whom: Choice[]; onDone: () => void }) {
  const { ruleId, stored = ruleToForm(), whom, onDone } = props;
  const { Form, busy, answer } = useChange(onDone);
  const refused = answer?.ok === false ? answer : undefined;
  const ids = (kind: string) => whom.flatMap(({ value }) => (value.startsWith(`${kind}:`) ? [value.slice(kind.length + 1)] : []));
  const known = { teamIds: ids("team"), memberIds: ids("member") };
  const form = useFormState(
    stored,
    (typed) => {
      const read = readRuleForm(typed, known);
      return read.ok ? {} : read.problems;
    },
    refused?.problems,
  );
  return (
    <Form method="post" noValidate className="ot-routing-form" aria-label={ruleId ? "Change the rule" : "A new rule"}>
      <input type="hidden" name="intent" value="save-rule" />
      {ruleId && <input type="hidden" name="ruleId" value={ruleId} />}
      {refused && (
        <p role="alert" className="ot-problem">
          {refused.problem ?? "Nothing was saved yet. Please correct what is marked below."}
        </p>
      )}
      <FormLayout>
        <TextInput form={form} name="name" label="Name" maxLength={80} />
        <fieldset className="ot-rule-part">
          <legend>When all of this holds</legend>
          <SubjectInput form={form} name="about" label="About" help="None: anything." />
          <CheckInput form={form} name="channels" label="Channel" help="None: any." options={channelOptions(channelNames)} />
          <TextInput form={form} name="languages" label="Written in" help="Languages with commas between; empty: any." />
          <CheckInput form={form} name="moods" label="The shopper sounds" help="None: anyhow." options={moodOptions} />
          <CheckInput form={form} name="reasons" label="Handed over because" help="None: whatever for." options={reasonOptions} />
          <TextInput
            form={form}
            name="tags"
            label="Customer tags"
            help="In Shopify; one of them is enough. Customers count only where it is proven who writes."
          />
          <FormLayout.Group condensed>
            <TextInput form={form} name="minOrders" label="Orders, at least" inputMode="numeric" />
            <TextInput form={form} name="minSpent" label="Spent, at least" inputMode="numeric" />
          </FormLayout.Group>
          <YesNoInput form={form} name="unresolved" label="Something else of this shopper’s is not solved" />
        </fieldset>
        <fieldset className="ot-rule-part">
          <legend>Then</legend>
          <SelectInput form={form} name="to" label="Ask" options={[{ value: "", label: "Everybody" }, ...whom]} />
          <YesNoInput form={form} name="urgent" label="It is urgent" help="Marked in the inbox, and given out before others that wait." />
          <YesNoInput form={form} name="direct" label="Straight to people" help="The assistant does not try first." />
          {form.problems.direct && <p className="ot-problem">{form.problems.direct}</p>}
        </fieldset>
        <InlineStack gap="200">
          <Button submit variant="primary" loading={busy}>
            Save the rule
          </Button>
          <Button onClick={onDone}>Cancel</Button>
        </InlineStack>
      </FormLayout>
    </Form>
  );
}
