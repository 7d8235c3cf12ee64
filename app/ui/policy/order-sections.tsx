import { FormLayout } from "@shopify/polaris";
import { ChoiceInput, type FormState, TextInput, YesNoInput } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

type Props = { form: FormState; currencyCode: string };

export function Limits({ form }: Props) {
  return (
    <Section
      title="How many in one day"
      hint="What goes beyond waits in the inbox for one of you. It keeps a machine from asking for refund after refund."
    >
      <FormLayout>
        <FormLayout.Group>
          <TextInput form={form} name="dailyReturnsPerShopper" label="Returns of one customer" suffix="a day" inputMode="numeric" />
          <TextInput form={form} name="dailyReturnsPerShop" label="Returns of all customers" suffix="a day" inputMode="numeric" />
        </FormLayout.Group>
      </FormLayout>
    </Section>
  );
}

export function Beginning({ form }: Props) {
  return (
    <Section title="How returns begin">
      <ChoiceInput
        form={form}
        name="mode"
        label="When a shopper confirms a return"
        options={[
          { value: "request", label: "Ask you first", help: "It appears in Shopify as a request. You approve or decline it." },
          {
            value: "open",
            label: "Open it at once",
            help: "Only returns within these rules. Everything else still comes to you.",
          },
        ]}
      />
      {form.values.mode === "open" && (
        <Notice tone="warning">
          <p>Nobody looks at a return before the shopper is told to send the item. Fees and final-sale tags above must be right.</p>
        </Notice>
      )}
    </Section>
  );
}

export function OrdersNotLeft({ form, currencyCode }: Props) {
  return (
    <Section
      title="Orders that have not left"
      hint="An order that somebody has begun to prepare, is on hold or has left in part always comes to you. So does what goes beyond these limits."
    >
      <FormLayout>
        <YesNoInput
          form={form}
          name="cancel"
          label="The assistant may cancel an order"
          help="Only the whole order, after the shopper has said yes to the exact sum. Everything is paid back the way it came."
        />
        {form.values.cancel === "yes" && (
          <FormLayout.Group>
            <TextInput
              form={form}
              name="cancelWithinMinutes"
              label="For so long after ordering"
              suffix="minutes"
              inputMode="numeric"
              help="Empty: until you begin to prepare it."
            />
            <TextInput
              form={form}
              name="cancelUpTo"
              label="Up to this total"
              prefix={currencyCode}
              inputMode="decimal"
              help="Empty: any total."
            />
          </FormLayout.Group>
        )}
        <YesNoInput
          form={form}
          name="changeAddress"
          label="The assistant may change the delivery address"
          help="Only within the same country, after a proof of the last half hour and a yes to the whole address."
        />
        {form.values.changeAddress === "yes" && (
          <YesNoInput
            form={form}
            name="changeAddressAcross"
            label="Also to another state or tax area"
            help="Shopify leaves the tax and the shipping of the order as they were paid."
          />
        )}
        <YesNoInput
          form={form}
          name="changeItems"
          label="The assistant may change items and quantities"
          help="Another size or colour, more or fewer of a thing, or one thing less, after a yes to the exact sum. What it costs more is paid through Shopify's own link; what is paid too much goes back the way it came."
        />
        {form.values.changeItems === "yes" && (
          <TextInput
            form={form}
            name="changeItemsUpTo"
            label="Up to so much more to pay"
            prefix={currencyCode}
            inputMode="decimal"
            help="Empty: any amount."
          />
        )}
      </FormLayout>
    </Section>
  );
}
