import { useFetcher } from "@remix-run/react";
import { Button, FormLayout } from "@shopify/polaris";
import { useEffect } from "react";
import {
  type ConnectionKind,
  type ConnectionProblems,
  connectionFields,
  readConnectionForm,
} from "#app/domain/connections/connection-form.ts";
import { TextInput, useFormState, type Values } from "#app/ui/form.tsx";
import { kindWords } from "./connection-words.ts";

export type ConnectionAnswer = { ok: boolean; problems?: ConnectionProblems; secret?: string; said?: string };

/** As the server will see it, apart from secrets that are kept where they are left empty. */
function problemsOf(kind: ConnectionKind, typed: Values, keepsSecrets: boolean): ConnectionProblems {
  const read = readConnectionForm(kind, typed);
  if (read.ok) return {};
  const kept = connectionFields[kind].filter(({ name, secret }) => keepsSecrets && secret && typed[name] === "").map(({ name }) => name);
  return Object.fromEntries(Object.entries(read.problems).filter(([name]) => !kept.includes(name)));
}

/** Adds a connection of a kind, or changes the one of this id. Secrets go in and are not shown again. */
export function ConnectionForm(props: {
  kind: ConnectionKind;
  id?: string;
  stored?: Record<string, string>;
  onSaved: (answer: ConnectionAnswer) => void;
}) {
  const { kind, id, stored = {}, onSaved } = props;
  const fetcher = useFetcher<ConnectionAnswer>();
  const fields = connectionFields[kind];
  const values: Values = Object.fromEntries(fields.map(({ name, secret }) => [name, secret ? "" : (stored[name] ?? "")]));
  const refused = fetcher.data?.ok === false ? fetcher.data.problems : undefined;
  const form = useFormState(values, (typed) => problemsOf(kind, typed, id !== undefined), refused);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is told once, whichever function listens by then
  useEffect(() => {
    if (answer?.ok) onSaved(answer);
  }, [answer]);

  return (
    <fetcher.Form method="post" noValidate>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="kind" value={kind} />
      {id && <input type="hidden" name="id" value={id} />}
      {refused && (
        <p role="alert" className="ot-problem">
          {refused.form ?? "Nothing was saved yet. Please correct what is marked below."}
        </p>
      )}
      <FormLayout>
        {fields.map(({ name, label, help, secret }) => (
          <TextInput
            key={name}
            form={form}
            name={name}
            label={label}
            help={id && secret ? "Stored encrypted and not shown. Leave it empty to keep it." : help}
            type={secret && name !== "url" ? "password" : "text"}
          />
        ))}
        <Button submit variant="primary" loading={fetcher.state !== "idle"}>
          {id ? "Save" : kindWords[kind].add}
        </Button>
      </FormLayout>
    </fetcher.Form>
  );
}
