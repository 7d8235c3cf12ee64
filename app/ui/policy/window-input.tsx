import { Select, TextField } from "@shopify/polaris";
import { useState } from "react";

const presets = ["14", "30", "90"];

/**
 * How many days: one of the usual numbers, without end, or any other. `endless` is the value that stands for "without end". The field
 * of one's own opens with the present number in it.
 */
export function WindowInput({
  label,
  name,
  value,
  endless,
  error,
  help,
  onChange,
}: {
  label: string;
  name?: string;
  value: string;
  endless: string;
  error?: string;
  help?: string;
  onChange: (value: string) => void;
}) {
  const [custom, setCustom] = useState(value !== endless && !presets.includes(value));
  const isCustom = custom || (value !== endless && !presets.includes(value));
  const options = [
    ...presets.map((days) => ({ value: days, label: `${days} days` })),
    { value: "endless", label: "Without end" },
    { value: "custom", label: "Another number of days" },
  ];
  const choose = (chosen: string) => {
    setCustom(chosen === "custom");
    if (chosen === "custom") return onChange(value === endless ? "60" : value);
    onChange(chosen === "endless" ? endless : chosen);
  };
  return (
    <div className="ot-window">
      <Select
        label={label}
        options={options}
        value={isCustom ? "custom" : value === endless ? "endless" : value}
        onChange={choose}
        helpText={help}
        error={isCustom ? undefined : error}
      />
      {isCustom && (
        <TextField
          label="Days"
          suffix="days"
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={value === endless ? "" : value}
          error={error}
          onChange={onChange}
        />
      )}
      {name && <input type="hidden" name={name} value={value} />}
    </div>
  );
}
