import { weekDays } from "#app/domain/staff/reply-times-form.ts";
import { type FormState, TextInput } from "#app/ui/form.tsx";

/** From when until when, one line for each day of the week. */
export function WeekInput({ form }: { form: FormState }) {
  return (
    <div className="ot-week">
      {weekDays.map((name, day) => (
        <fieldset key={name}>
          <legend>{name}</legend>
          <TextInput form={form} name={`from${day}`} label={`${name}, from`} hideLabel placeholder="closed" maxLength={5} />
          <TextInput form={form} name={`until${day}`} label={`${name}, until`} hideLabel placeholder="closed" maxLength={5} />
        </fieldset>
      ))}
    </div>
  );
}
