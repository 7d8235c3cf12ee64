import { FormLayout } from "@shopify/polaris";
import { ChoiceInput, type FormState, TextInput } from "#app/ui/form.tsx";

/** What shoppers must show before they are told or given anything. There is no choice below what the app needs. */
export function ProofInputs({ form }: { form: FormState }) {
  return (
    <FormLayout>
      <ChoiceInput
        form={form}
        name="statusLevel"
        label="To see where an order is"
        options={[
          {
            value: "channel",
            label: "Write from the contact of the order",
            help: "The WhatsApp number or the sender's address stands on the order. Everybody else types a code first.",
          },
          {
            value: "verified",
            label: "Always a code, a link or a login first",
            help: "Also for shoppers who write from the order's own number or address. They are asked once, then known.",
          },
        ]}
      />
      <ChoiceInput
        form={form}
        name="returnLevel"
        label="To start a return"
        options={[
          { value: "verified", label: "A code, a link or a login", help: "Once, then known on that channel for the time below." },
          {
            value: "fresh",
            label: "Anew for each return",
            help: "The proof is at most half an hour old. Shoppers who are known already type a code again.",
          },
        ]}
      />
      <ChoiceInput
        form={form}
        name="cancelLevel"
        label="To cancel an order"
        options={[
          { value: "verified", label: "A code, a link or a login", help: "Once, then known on that channel for the time below." },
          { value: "fresh", label: "Anew for each cancellation", help: "The proof is at most half an hour old." },
        ]}
      />
      <TextInput
        form={form}
        name="trustDays"
        label="Shoppers stay known for"
        suffix="days"
        inputMode="numeric"
        help="From 30 to 180. After that they are asked once more, when something needs it. Whoever has shown it before keeps the time that held then."
      />
    </FormLayout>
  );
}
