import { useChange } from "./use-change.ts";

/** A button that does one thing at once, with the fields that say about what; what stands against it is said beside it. */
export function Act({
  label,
  about,
  fields,
  disabled = false,
  onDone,
}: {
  label: string;
  /** What a screen reader hears besides. */
  about: string;
  fields: Record<string, string>;
  disabled?: boolean;
  onDone?: () => void;
}) {
  const { Form, busy, answer } = useChange(onDone);
  return (
    <Form method="post" className="ot-act">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="ot-button" disabled={disabled} aria-busy={busy} aria-label={`${label}: ${about}`}>
        {label}
      </button>
      {answer?.ok === false && answer.problem && (
        <p role="alert" className="ot-problem">
          {answer.problem}
        </p>
      )}
    </Form>
  );
}
