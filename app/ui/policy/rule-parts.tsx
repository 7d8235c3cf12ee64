import { Button, Select } from "@shopify/polaris";

/** A row of a rule with the way to take it out again. */
export function RowOf({ label, onRemove, children }: { label: string; onRemove: () => void; children: React.ReactNode }) {
  return (
    <div className="ot-rule-row">
      <div className="ot-grow">{children}</div>
      <Button variant="tertiary" accessibilityLabel={`Take out: ${label}`} onClick={onRemove}>
        ×
      </Button>
    </div>
  );
}

/** Chooses which row comes next. */
export function AddRow<Key extends string>({
  label,
  keys,
  words,
  onAdd,
}: {
  label: string;
  keys: Key[];
  words: Record<Key, string>;
  onAdd: (key: Key) => void;
}) {
  if (keys.length === 0) return null;
  return (
    <Select
      label={label}
      labelHidden
      options={[{ value: "", label: `${label}…` }, ...keys.map((key) => ({ value: key, label: words[key] }))]}
      value=""
      onChange={(key) => key && onAdd(key as Key)}
    />
  );
}
