import { FormLayout } from "@shopify/polaris";
import { type FormState, SelectInput, TextInput, YesNoInput } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";
import { WindowInput } from "./window-input.tsx";

type Props = { form: FormState; currencyCode: string };

/** What holds for every return, where no rule says otherwise. */
export function WhichReturns({ form }: Props) {
  return (
    <Section title="Which returns you take">
      <FormLayout>
        <FormLayout.Group>
          <WindowInput
            label="Return window"
            name="windowDays"
            value={form.values.windowDays ?? ""}
            endless=""
            error={form.problems.windowDays}
            help="In the EU shoppers always have at least 14 days."
            onChange={(value) => form.set("windowDays", value)}
          />
          <SelectInput
            form={form}
            name="windowStartsAt"
            label="The days begin when"
            options={[
              { value: "delivered", label: "the parcel has arrived" },
              { value: "fulfilled", label: "the parcel has left you" },
              { value: "ordered", label: "the order is placed" },
            ]}
          />
        </FormLayout.Group>
        <TextInput
          form={form}
          name="finalSaleTags"
          label="Final-sale product tags"
          help="Products with one of these tags are not taken back. Separate tags with commas."
        />
        <TextInput
          form={form}
          name="returnsPerOrder"
          label="Returns of one order"
          suffix="at most"
          inputMode="numeric"
          help="Empty: as many as it has items."
        />
      </FormLayout>
    </Section>
  );
}

export function Holiday({ form }: Props) {
  return (
    <Section
      title="Holidays"
      hint="Presents are bought early. Orders of these days may come back until one fixed day, and never earlier than otherwise."
    >
      <FormLayout>
        <FormLayout.Group>
          <TextInput form={form} name="holidayFrom" type="date" label="Ordered from" />
          <TextInput form={form} name="holidayUntil" type="date" label="Ordered until" />
          <TextInput form={form} name="holidayReturn" type="date" label="May come back until" />
        </FormLayout.Group>
      </FormLayout>
    </Section>
  );
}

export function Fees({ form, currencyCode }: Props) {
  return (
    <Section title="What you keep">
      <FormLayout>
        <FormLayout.Group>
          <TextInput form={form} name="restockingFeePercentage" label="Restocking fee" suffix="%" inputMode="decimal" />
          <TextInput form={form} name="returnShippingFee" label="Return shipping fee" prefix={currencyCode} inputMode="decimal" />
        </FormLayout.Group>
        <YesNoInput
          form={form}
          name="feesWaivedForShopFault"
          label="No fees when the fault is yours"
          help="Damaged, wrong item, or not as described."
        />
        <YesNoInput form={form} name="feesWaivedForExchange" label="No fees for an exchange" />
        <YesNoInput form={form} name="feesWaivedForStoreCredit" label="No fees for store credit" />
      </FormLayout>
    </Section>
  );
}

export function Pictures({ form }: Props) {
  return (
    <Section
      title="Pictures"
      hint="The assistant asks for them on any channel before the return goes on. Damage with pictures waits in the inbox for one of you; with 0 it goes on by itself."
    >
      <FormLayout>
        <FormLayout.Group>
          <TextInput form={form} name="photosDamaged" label="When damaged" suffix="pictures" inputMode="numeric" />
          <TextInput form={form} name="photosWrongItem" label="When a wrong item came" suffix="pictures" inputMode="numeric" />
          <TextInput form={form} name="photosNotAsDescribed" label="When not as described" suffix="pictures" inputMode="numeric" />
        </FormLayout.Group>
      </FormLayout>
    </Section>
  );
}
