import { Notice } from "#app/ui/notice.tsx";

export type Meanwhile = { version: number; by: string; when: string; changes: string[] };

/** Somebody else has saved since the form was opened: what they changed, and that nothing of this one is lost. */
export function MeanwhileNotice({ saved, both }: { saved: Meanwhile[]; both: string[] }) {
  return (
    <Notice tone="warning" title="Somebody saved other rules while you were here">
      {saved.map((one) => (
        <div key={one.version}>
          <p>
            {one.by || "Somebody"}, {one.when}:
          </p>
          <ul>
            {one.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        Nothing of yours is lost: your changes now stand in this form on top of theirs.
        {both.length > 0 && ` You both changed: ${both.join(", ")}. There yours stands.`} Look it over and save again.
      </p>
    </Notice>
  );
}
