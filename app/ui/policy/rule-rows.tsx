import { Select, TextField } from "@shopify/polaris";
import type { RuleConditions, RuleEffects } from "#app/domain/returns/policy-types.ts";
import { conditionWords, effectWords, outcomeWords, reasonWords } from "#app/domain/returns/policy-words.ts";
import { OrderOf, SomeOf } from "./choices.tsx";
import { WindowInput } from "./window-input.tsx";

type RowProps<Key> = { id: string; row: Key; value: string; error?: string; currencyCode: string; onChange: (value: string) => void };

const examples: Partial<Record<keyof RuleConditions, string>> = {
  productTags: "sale, clearance",
  productTypes: "Gift card, Swimwear",
  collections: "The collection's handle, such as summer-sale",
  discountCodes: "SUMMER25",
  countries: "Switzerland, US, EU",
  customerTags: "vip",
  orderTags: "wholesale",
  orders: "#1001, #1002",
};

/** One condition of a rule. */
export function ConditionRow({ id, row, value, error, onChange }: RowProps<keyof RuleConditions>) {
  if (row === "reasons")
    return <SomeOf label={conditionWords.reasons} value={value} words={reasonWords} error={error} onChange={onChange} />;
  if (row === "outcomes")
    return <SomeOf label={conditionWords.outcomes} value={value} words={outcomeWords} error={error} onChange={onChange} />;
  const isShare = row === "discountedBy";
  return (
    <TextField
      id={id}
      label={conditionWords[row]}
      value={value}
      error={error}
      onChange={onChange}
      autoComplete="off"
      inputMode={isShare ? "decimal" : undefined}
      suffix={isShare ? "% off or more" : undefined}
      placeholder={examples[row]}
      helpText={isShare ? undefined : "Any of these. Separate them with commas."}
    />
  );
}

/** One thing that a rule says. */
export function EffectRow({ id, row, value, error, currencyCode, onChange }: RowProps<keyof RuleEffects>) {
  const label = effectWords[row];
  switch (row) {
    case "windowDays":
      return <WindowInput label={label} value={value} endless="none" error={error} onChange={onChange} />;
    case "outcomes":
      return (
        <OrderOf label={label} value={value} words={outcomeWords} error={error} onChange={onChange} help="Only these, the best first." />
      );
    case "takeBack":
      return (
        <Select
          id={id}
          label={label}
          value={value}
          error={error}
          onChange={onChange}
          options={[
            { value: "never", label: "Never" },
            { value: "always", label: "Always, whatever the days and tags say" },
          ]}
          helpText={value === "never" ? "In the EU the law's 14 days hold all the same." : undefined}
        />
      );
    case "windowStartsAt":
      return (
        <Select
          id={id}
          label={label}
          value={value}
          error={error}
          onChange={onChange}
          options={[
            { value: "delivered", label: "The parcel has arrived" },
            { value: "fulfilled", label: "The parcel has left you" },
            { value: "ordered", label: "The order is placed" },
          ]}
        />
      );
    case "review":
      return <p className="ot-rule-review">A person looks at these returns before they open.</p>;
    default:
      return (
        <TextField
          id={id}
          label={label}
          value={value}
          error={error}
          onChange={onChange}
          autoComplete="off"
          inputMode={row === "photos" ? "numeric" : "decimal"}
          prefix={row === "returnShippingFee" ? currencyCode : undefined}
          suffix={row === "restockingFeePercentage" ? "%" : row === "photos" ? "pictures" : undefined}
        />
      );
  }
}
