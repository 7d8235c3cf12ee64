import { splitList } from "#app/domain/routing/words.ts";
import type { FormState } from "#app/ui/form.tsx";
import { subjectOptions } from "./routing-words.ts";

type Option = { value: string; label: string };
type Field = { form: FormState; name: string; label: string; help?: string };

/** Any number of a few; sent as one field, joined by commas. */
export function CheckInput({ form, name, label, help, options }: Field & { options: Option[] }) {
  const chosen = splitList(form.values[name]);
  const toggle = (value: string) => form.set(name, toggled(chosen, value).join(","));
  return (
    <fieldset className="ot-checks">
      <legend>
        {label}
        {help && <small>{help}</small>}
      </legend>
      <div className="ot-choice-row">
        {options.map((option) => (
          <Check key={option.value} option={option} checked={chosen.includes(option.value)} onToggle={toggle} />
        ))}
      </div>
      <input type="hidden" name={name} value={chosen.join(",")} />
    </fieldset>
  );
}

/** Subjects, each as a whole or only some of what it can be about. */
export function SubjectInput({ form, name, label, help }: Field) {
  const chosen = splitList(form.values[name]);
  const set = (list: string[]) => form.set(name, list.join(","));
  return (
    <fieldset className="ot-checks">
      <legend>
        {label}
        {help && <small>{help}</small>}
      </legend>
      <div className="ot-subjects">
        {subjectOptions.map((subject) => {
          const parts = chosen.filter((one) => one.startsWith(`${subject.value}:`));
          const on = chosen.includes(subject.value) || parts.length > 0;
          const others = chosen.filter((one) => one !== subject.value && !parts.includes(one));
          const narrow = (detail: string) => {
            const left = toggled(parts, detail);
            set([...others, ...(left.length > 0 ? left : [subject.value])]);
          };
          return (
            <div key={subject.value}>
              <Check option={subject} checked={on} onToggle={() => set(on ? others : [...others, subject.value])} />
              {on && subject.details.length > 0 && (
                <fieldset className="ot-checks ot-narrow">
                  <legend>Only, if chosen:</legend>
                  <div className="ot-choice-row">
                    {subject.details.map((detail) => (
                      <Check key={detail.value} option={detail} checked={parts.includes(detail.value)} onToggle={narrow} />
                    ))}
                  </div>
                </fieldset>
              )}
            </div>
          );
        })}
      </div>
      <input type="hidden" name={name} value={chosen.join(",")} />
    </fieldset>
  );
}

function Check({ option, checked, onToggle }: { option: Option; checked: boolean; onToggle: (value: string) => void }) {
  return (
    <label className="ot-check">
      <input type="checkbox" checked={checked} onChange={() => onToggle(option.value)} />
      {option.label}
    </label>
  );
}

const toggled = (list: string[], value: string) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);
