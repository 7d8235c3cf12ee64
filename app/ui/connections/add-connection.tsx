import { useState } from "react";
import type { ConnectionKind } from "#app/domain/connections/connection-form.ts";
import { connectionKinds } from "#app/domain/connections/connection-form.ts";
import { Section } from "#app/ui/page.tsx";
import { ConnectionForm } from "./connection-form.tsx";
import { kindWords } from "./connection-words.ts";
import { NewSecret } from "./new-secret.tsx";

/** Chooses what to connect, and connects it. */
export function AddConnection() {
  const [kind, setKind] = useState<ConnectionKind | null>(null);
  const [secret, setSecret] = useState<string>();
  return (
    <Section title="Connect a tool" hint="Nothing that a shopper wrote, and no name or address, goes to a webhook.">
      {secret && <NewSecret secret={secret} />}
      <ul className="ot-checklist">
        {connectionKinds.map((one) => (
          <li key={one}>
            <div>
              <strong>{kindWords[one].name}</strong>
              <p>{kindWords[one].hint}</p>
            </div>
            <button
              type="button"
              className="ot-button"
              aria-expanded={kind === one}
              onClick={() => {
                setKind(kind === one ? null : one);
                setSecret(undefined);
              }}
            >
              {kindWords[one].add}
            </button>
          </li>
        ))}
      </ul>
      {kind && (
        <ConnectionForm
          key={kind}
          kind={kind}
          onSaved={(answer) => {
            setKind(null);
            setSecret(answer.secret);
          }}
        />
      )}
    </Section>
  );
}
