import { FormLayout } from "@shopify/polaris";
import { noticeDays } from "#app/domain/returns/labels.ts";
import { ChoiceInput, type FormState, TextInput } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";

const methods = [
  { value: "none", label: "We send labels ourselves", help: "Nothing is sent from here." },
  { value: "own", label: "Our own label", help: "One file or link for everybody, or one for each country." },
  { value: "code", label: "A link or code for each return", help: "For printerless drop-off: made from a template." },
  { value: "carrier", label: "EasyPost", help: "A label is bought for each return, from your own EasyPost account." },
];

/** How a label comes about, with the fields of the chosen way. */
export function LabelMethodFields({ form, hasKey }: { form: FormState; hasKey: boolean }) {
  const { method } = form.values;
  return (
    <Section
      title="Where labels come from"
      hint="As soon as a return is open at Shopify, its label goes to the shopper on their channel and by mail, and is written to the return."
    >
      <FormLayout>
        <ChoiceInput form={form} name="method" label="Method" options={methods} />
        {method === "own" && (
          <FormLayout>
            <TextInput form={form} name="ownUrl" label="Address of the label" placeholder="https://cdn.shopify.com/…/return-label.pdf" />
            <TextInput
              form={form}
              name="byCountry"
              label="Other labels by country"
              lines={3}
              placeholder="AT https://…/return-label-at.pdf"
              help="A country's two letters and an address, a line each. A country with neither gets no label, and staff are told."
            />
          </FormLayout>
        )}
        {method === "code" && (
          <TextInput
            form={form}
            name="template"
            label="Template"
            placeholder="https://drop.example.com/{return}"
            help="{return}, {order}, {country} and {reference} are filled in. What does not begin with https:// is shown as a code."
          />
        )}
        {method === "carrier" && <CarrierFields form={form} hasKey={hasKey} />}
      </FormLayout>
    </Section>
  );
}

function CarrierFields({ form, hasKey }: { form: FormState; hasKey: boolean }) {
  return (
    <FormLayout>
      <TextInput
        form={form}
        name="apiKey"
        label="API key"
        type="password"
        help={`${hasKey ? "A key is kept. Enter another one only to replace it." : "From your EasyPost account."} It is stored encrypted.`}
      />
      <TextInput
        form={form}
        name="mostCost"
        label="Most that a label may cost"
        inputMode="decimal"
        help="In the currency that your carrier bills. The cheapest offer is bought. Empty: whatever it costs."
      />
      <TextInput form={form} name="name" label="Returns go to" />
      <TextInput form={form} name="street1" label="Street and number" />
      <FormLayout.Group condensed>
        <TextInput form={form} name="zip" label="Postcode" />
        <TextInput form={form} name="city" label="Town" />
        <TextInput form={form} name="state" label="State, if any" />
        <TextInput
          form={form}
          name="country"
          label="Country"
          maxLength={2}
          help="Labels are bought within it, or within the EU: elsewhere a parcel needs customs papers."
        />
      </FormLayout.Group>
      <FormLayout.Group condensed>
        <TextInput form={form} name="length" label="Length" inputMode="decimal" suffix="cm" />
        <TextInput form={form} name="width" label="Width" inputMode="decimal" suffix="cm" />
        <TextInput form={form} name="height" label="Height" inputMode="decimal" suffix="cm" />
        <TextInput form={form} name="weight" label="Weight" inputMode="decimal" suffix="g" />
      </FormLayout.Group>
    </FormLayout>
  );
}

/** What the shopper is told with a label, and what becomes of one that is not used. */
export function LabelTimes({ form }: { form: FormState }) {
  return (
    <Section title="Sending it back">
      <FormLayout>
        <TextInput
          form={form}
          name="dropOff"
          label="Where to hand it in"
          placeholder="any DHL parcel shop"
          maxLength={200}
          help="Shown as you write it, in every language."
        />
        <TextInput
          form={form}
          name="sendWithinDays"
          label="To be handed in within"
          inputMode="numeric"
          suffix="days"
          help="Empty: no day is named."
        />
        <TextInput
          form={form}
          name="remindAfterDays"
          label="Remind of an unused label"
          inputMode="numeric"
          suffix="days later"
          help="Once, as any message that we begin. Of a label that was not bought here nobody can see whether it is used. Empty: never."
        />
        <TextInput
          form={form}
          name="cancelAfterDays"
          label="Cancel a return that was never sent"
          inputMode="numeric"
          suffix="days later"
          help={`The shopper is told with the reminder, at least ${noticeDays} days before. Who could not be told keeps the return. Empty: never.`}
        />
      </FormLayout>
    </Section>
  );
}
