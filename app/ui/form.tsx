import { Checkbox, ChoiceList, Select, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { toggleSaveBar } from "#app/ui/app-bridge.ts";

export type Values = Record<string, string>;
export type FormState = {
  values: Values;
  problems: Partial<Record<string, string>>;
  dirty: boolean;
  set(name: string, value: string): void;
  /** Several at once, touched all. */
  setAll(values: Values): void;
  reset(): void;
};

/**
 * A form's values beside what is stored. Problems are shown for what was touched, or for everything once the server
 * has refused. `stored` changing (saved, or changed elsewhere) makes it the new beginning. `beginWith`: what
 * the form opens with, where that is not what is stored.
 */
export function useFormState(
  stored: Values,
  check: (values: Values) => Partial<Record<string, string>>,
  refused?: Partial<Record<string, string>>,
  beginWith: Values = stored,
): FormState {
  const [values, setValues] = useState(beginWith);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const key = JSON.stringify(stored);
  const beginning = useRef(key);
  useEffect(() => {
    if (beginning.current === key) return;
    beginning.current = key;
    setValues(JSON.parse(key) as Values);
    setTouched(new Set());
  }, [key]);
  const found = check(values);
  const shown = Object.entries(found).filter(([name]) => touched.has(name) || refused !== undefined);
  return {
    values,
    // The server's word on what the browser cannot know stands until the field is changed.
    problems: { ...untouched(refused, touched), ...Object.fromEntries(shown) },
    dirty: Object.keys(values).some((name) => values[name] !== stored[name]),
    set(name, value) {
      setValues((before) => ({ ...before, [name]: value }));
      setTouched((before) => new Set(before).add(name));
    },
    setAll(more) {
      setValues((before) => ({ ...before, ...more }));
      setTouched((before) => new Set([...before, ...Object.keys(more)]));
    },
    reset() {
      setValues(stored);
      setTouched(new Set());
    },
  };
}

function untouched(problems: Partial<Record<string, string>> | undefined, touched: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(problems ?? {}).filter(([name]) => !touched.has(name)));
}

type FieldProps = { form: FormState; name: string; label: string; help?: string };

export function TextInput({
  form,
  name,
  label,
  help,
  hideLabel,
  ...more
}: FieldProps & {
  hideLabel?: boolean;
  type?: "text" | "password" | "number" | "date";
  inputMode?: "numeric" | "decimal";
  lines?: number;
  suffix?: string;
  prefix?: React.ReactNode;
  placeholder?: string;
  maxLength?: number;
}) {
  const { lines, ...rest } = more;
  return (
    <TextField
      {...rest}
      name={name}
      label={label}
      labelHidden={hideLabel}
      helpText={help}
      multiline={lines}
      autoComplete={more.type === "password" ? "new-password" : "off"}
      value={form.values[name] ?? ""}
      error={form.problems[name]}
      onChange={(value) => form.set(name, value)}
    />
  );
}

export type Option = { value: string; label: string; help?: string };

export function SelectInput({ form, name, label, help, options }: FieldProps & { options: Option[] }) {
  return (
    <Select
      name={name}
      label={label}
      helpText={help}
      options={options}
      value={form.values[name] ?? ""}
      error={form.problems[name]}
      onChange={(value) => form.set(name, value)}
    />
  );
}

/** One of a few, each with a line that says what it means. */
export function ChoiceInput({ form, name, label, options }: FieldProps & { options: Option[] }) {
  return (
    <>
      <ChoiceList
        name={`${name}-choice`}
        title={label}
        choices={options.map((option) => ({ value: option.value, label: option.label, helpText: option.help }))}
        selected={[form.values[name] ?? ""]}
        error={form.problems[name]}
        onChange={([value]) => form.set(name, value ?? "")}
      />
      <input type="hidden" name={name} value={form.values[name] ?? ""} />
    </>
  );
}

export function YesNoInput({ form, name, label, help }: FieldProps) {
  const checked = form.values[name] === "yes";
  return (
    <>
      <Checkbox label={label} helpText={help} checked={checked} onChange={(value) => form.set(name, value ? "yes" : "no")} />
      <input type="hidden" name={name} value={checked ? "yes" : "no"} />
    </>
  );
}

/** Shopify's save bar on top of the admin while something is unsaved. */
export function SaveBar({ id, form, onSave }: { id: string; form: FormState; onSave: () => void }) {
  useEffect(() => {
    toggleSaveBar(id, form.dirty);
    return () => toggleSaveBar(id, false);
  }, [id, form.dirty]);
  return (
    <ui-save-bar id={id}>
      {/* App Bridge reads `variant`, which React only passes on for custom attributes in lower case. */}
      <button type="button" {...{ variant: "primary" }} onClick={onSave}>
        Save
      </button>
      <button type="button" onClick={form.reset}>
        Discard
      </button>
    </ui-save-bar>
  );
}
