import { Button } from "@shopify/polaris";
import { TextInput, useFormState } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";
import { useChange } from "./use-change.ts";

/** Whom the shop does not let wait. */
export function VipTags({ stored }: { stored: string }) {
  const { Form, busy, answer } = useChange();
  const form = useFormState({ vipTags: stored }, () => ({}), answer?.ok === false ? answer.problems : undefined);
  return (
    <Section
      title="VIP customers"
      hint="Who comes back while something of theirs is not solved goes straight to people, first of all to whoever answered them before. Known only where it is proven who writes."
    >
      <Form method="post" noValidate className="ot-line-form">
        <input type="hidden" name="intent" value="save-vip" />
        <TextInput form={form} name="vipTags" label="Customer tags" help="As in Shopify, with commas between. Empty: nobody." />
        <Button submit loading={busy}>
          Save
        </Button>
      </Form>
    </Section>
  );
}
