import { useActionData, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { SaveBar, useFormState } from "./form.tsx";
import { SavedMark } from "./saved-mark.tsx";

type Values = Record<string, string>;
type Problems = Partial<Record<string, string>>;
type Answer = { ok: boolean; problems: Problems };

/**
 * A page that is one form with a Save button. `id`: of its save bar; `read`: the server's own check of what is typed. Gives the form's
 * state and element, the page's Save button, and what stands above the form: the save bar and the word on what came of saving.
 */
export function useSettingsForm(id: string, stored: Values, read: (values: Values) => { ok: true } | { ok: false; problems: Problems }) {
  const answer = useActionData<Answer>();
  const busy = useNavigation().state === "submitting";
  const element = useRef<HTMLFormElement>(null);
  const problemsOf = (values: Values) => {
    const found = read(values);
    return found.ok ? {} : found.problems;
  };
  const form = useFormState(stored, problemsOf, answer?.ok === false ? answer.problems : undefined);
  const save = () => element.current?.requestSubmit();
  const saving = { content: "Save", onAction: save, loading: busy, disabled: !form.dirty };
  const marks = (
    <>
      <SaveBar id={id} form={form} onSave={save} />
      <SavedMark answer={answer} busy={busy} />
    </>
  );
  return { form, element, saving, marks };
}
