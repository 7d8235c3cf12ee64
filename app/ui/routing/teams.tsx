import { Button } from "@shopify/polaris";
import { useState } from "react";
import { TextInput, useFormState } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";
import { Act } from "./act.tsx";
import { useChange } from "./use-change.ts";

type TeamView = { id: string; name: string; members: string[]; waiting: number };

/** Teams that rules send cases to, and what waits for each. */
export function Teams({ teams }: { teams: TeamView[] }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section title="Teams" hint="A rule sends cases to a team; who is in it is set with each person.">
      {teams.length === 0 && <p className="ot-muted">No teams yet. A small shop needs none.</p>}
      <ul className="ot-plain-list" aria-label="Teams">
        {teams.map((team) => (
          <li key={team.id} className="ot-rule">
            <div className="ot-rule-head">
              <div className="ot-rule-title">
                <strong>{team.name}</strong>
                <p>
                  {team.members.length > 0 ? team.members.join(", ") : "Nobody is in it: its cases wait."}
                  {team.waiting > 0 && ` · ${team.waiting} waiting`}
                </p>
              </div>
              <div className="ot-order-buttons">
                <button
                  type="button"
                  className="ot-button"
                  aria-expanded={open === team.id}
                  aria-label={`Rename: ${team.name}`}
                  onClick={() => setOpen(open === team.id ? null : team.id)}
                >
                  Rename
                </button>
                <Act label="Remove" about={team.name} fields={{ intent: "remove-team", teamId: team.id }} />
              </div>
            </div>
            {open === team.id && <TeamForm teamId={team.id} name={team.name} onDone={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
      <TeamForm key={teams.length} />
    </Section>
  );
}

function TeamForm({ teamId, name = "", onDone }: { teamId?: string; name?: string; onDone?: () => void }) {
  const { Form, busy, answer } = useChange(onDone);
  const form = useFormState({ teamName: name }, () => ({}), answer?.ok === false ? answer.problems : undefined);
  return (
    <Form method="post" noValidate className="ot-line-form">
      <input type="hidden" name="intent" value="save-team" />
      {teamId && <input type="hidden" name="teamId" value={teamId} />}
      <TextInput form={form} name="teamName" label={teamId ? "New name" : "Add a team"} maxLength={40} />
      <Button submit loading={busy}>
        {teamId ? "Rename" : "Add"}
      </Button>
    </Form>
  );
}
