import { FormLayout } from "@shopify/polaris";
import { outcomeWords, reasonWords } from "#app/domain/returns/policy-words.ts";
import { usualOutcomes } from "#app/domain/returns/terms.ts";
import { type FormState, TextInput, YesNoInput } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";
import { OrderOf, SomeOf } from "./choices.tsx";

type Props = { form: FormState; currencyCode: string };

export function Outcomes({ form, currencyCode }: Props) {
  const usual = usualOutcomes.map((one) => outcomeWords[one]).join(", then ");
  return (
    <Section title="How a return can end">
      <FormLayout>
        <OrderOf
          label="What is offered, the best first"
          name="outcomes"
          value={form.values.outcomes ?? ""}
          words={outcomeWords}
          error={form.problems.outcomes}
          help={form.values.outcomes ? undefined : `Nothing chosen: ${usual}.`}
          onChange={(value) => form.set("outcomes", value)}
        />
        <FormLayout.Group>
          <TextInput
            form={form}
            name="creditBonusPercentage"
            label="More as store credit"
            suffix="%"
            inputMode="decimal"
            help="Added to what the money would be. Empty: nothing."
          />
          <TextInput
            form={form}
            name="creditExpiresAfterDays"
            label="Store credit is gone after"
            suffix="days"
            inputMode="numeric"
            help="Empty: never."
          />
        </FormLayout.Group>
        <FormLayout.Group>
          <TextInput
            form={form}
            name="keepItemUpTo"
            label="Need not come back up to"
            prefix={currencyCode}
            inputMode="decimal"
            help="Cheaper than the way back. Empty: everything comes back."
          />
          <TextInput
            form={form}
            name="instantUpTo"
            label="Given before the item is back, up to"
            prefix={currencyCode}
            inputMode="decimal"
            help="Empty: never before it is back. Only where returns open at once, and never for damage."
          />
        </FormLayout.Group>
        <TextInput
          form={form}
          name="instantAfterOrders"
          label="… to whoever has ordered at least"
          suffix="times"
          inputMode="numeric"
          help="This order counts. Empty: to everybody."
        />
        <SomeOf
          label="… for these reasons"
          name="instantReasons"
          value={form.values.instantReasons ?? ""}
          words={reasonWords}
          help="None chosen: any reason."
          onChange={(value) => form.set("instantReasons", value)}
        />
        <YesNoInput
          form={form}
          name="giftReturns"
          label="Somebody who was given a thing may send it back"
          help="They show it with the order number and the postcode on the parcel, see no price and no name, and get another kind at the same price, or a gift card once the thing is back. The buyer is not told, and no fees are kept. Otherwise such a wish waits for one of you."
        />
      </FormLayout>
    </Section>
  );
}

export function Review({ form, currencyCode }: Props) {
  return (
    <Section title="When a person looks first" hint="Returns that the rules allow and that wait in the inbox all the same.">
      <FormLayout>
        <TextInput
          form={form}
          name="reviewValueAbove"
          label="Worth more than"
          prefix={currencyCode}
          inputMode="decimal"
          help="Empty: any value."
        />
        <SomeOf
          label="For these reasons"
          name="reviewReasons"
          value={form.values.reviewReasons ?? ""}
          words={reasonWords}
          onChange={(value) => form.set("reviewReasons", value)}
        />
        <YesNoInput form={form} name="reviewInternational" label="Sent to another country than yours" />
        <YesNoInput form={form} name="reviewRisky" label="Shopify advises caution with the order" />
        <YesNoInput form={form} name="reviewBeforeReceipt" label="Money goes out before the item is back" />
        <FormLayout.Group>
          <TextInput
            form={form}
            name="reviewReturnsCount"
            label="The customer had so many returns before"
            suffix="returns"
            inputMode="numeric"
          />
          <TextInput form={form} name="reviewReturnsDays" label="In the last" suffix="days" inputMode="numeric" />
        </FormLayout.Group>
        {form.values.reviewReturnsCount && (
          <SomeOf
            label="Counting only these reasons"
            name="reviewReturnsReasons"
            value={form.values.reviewReturnsReasons ?? ""}
            words={reasonWords}
            help="None chosen: any reason counts."
            onChange={(value) => form.set("reviewReturnsReasons", value)}
          />
        )}
        {!form.values.reviewReturnsCount && <input type="hidden" name="reviewReturnsReasons" value="" />}
      </FormLayout>
    </Section>
  );
}
