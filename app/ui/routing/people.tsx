import { Badge, type BadgeProps } from "@shopify/polaris";
import { useState } from "react";
import type { Presence } from "#app/domain/routing/members.ts";
import { Section } from "#app/ui/page.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { Act } from "./act.tsx";
import { PersonForm } from "./person-form.tsx";
import { presenceWords } from "./routing-words.ts";

type PersonView = {
  id: string;
  name: string;
  presence: Presence;
  away: boolean;
  /** "3 open", "3 of 5 open". */
  load: string;
  /** What they take, a line for each kind. */
  takes: string[];
  form: Record<string, string>;
};
type Props = { people: PersonView[]; teams: { id: string; name: string }[]; defaultName: string };

const tones: Record<Presence, BadgeProps["tone"]> = { here: "success", away: undefined, "off-hours": undefined, full: "attention" };

/** Who answers: what each takes, whether they are here, how much they have. */
export function People({ people, teams, defaultName }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const [name, setName] = useStaffName(defaultName);
  return (
    <Section
      title="People"
      hint="Whoever is here is given cases in turn. A person’s name is what they sign with, so that the case stands under Mine in their inbox."
    >
      {people.length === 0 && (
        <p className="ot-muted">
          Nobody yet: what is handed over waits under Unassigned until somebody takes it. Add a person, and cases are given out from then
          on, those that wait already too.
        </p>
      )}
      <ul className="ot-plain-list" aria-label="People">
        {people.map((person) => (
          <li key={person.id} className="ot-rule" data-member={person.id}>
            <div className="ot-rule-head">
              <div className="ot-rule-title">
                <strong>{person.name}</strong>
                {person.name === name && " (you) "} <Badge tone={tones[person.presence]}>{presenceWords[person.presence]}</Badge>
                <p>{[person.load, ...person.takes].join(" · ")}</p>
              </div>
              <div className="ot-order-buttons">
                <Availability person={person} />
                {person.name !== name && (
                  <button
                    type="button"
                    className="ot-button"
                    aria-label={`This is me: ${person.name}`}
                    onClick={() => setName(person.name)}
                  >
                    This is me
                  </button>
                )}
                <button
                  type="button"
                  className="ot-button"
                  aria-expanded={open === person.id}
                  aria-label={`Change: ${person.name}`}
                  onClick={() => setOpen(open === person.id ? null : person.id)}
                >
                  Change
                </button>
                <Removal person={person} />
              </div>
            </div>
            {open === person.id && <PersonForm memberId={person.id} stored={person.form} teams={teams} onDone={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
      {open === "new" ? (
        <PersonForm teams={teams} onDone={() => setOpen(null)} />
      ) : (
        <p>
          <button type="button" className="ot-button" onClick={() => setOpen("new")}>
            Add a person
          </button>
        </p>
      )}
    </Section>
  );
}

/** Going away asks what becomes of what waits for them. */
function Availability({ person }: { person: PersonView }) {
  const [asking, setAsking] = useState(false);
  if (person.away) return <Act label="Back" about={person.name} fields={{ intent: "back", memberId: person.id }} />;
  if (!asking)
    return (
      <button type="button" className="ot-button" aria-label={`Away: ${person.name}`} onClick={() => setAsking(true)}>
        Away
      </button>
    );
  const done = () => setAsking(false);
  return (
    <>
      <Act
        label="Away, others take what is unanswered"
        about={person.name}
        fields={{ intent: "away", memberId: person.id, putBack: "yes" }}
        onDone={done}
      />
      <Act label="Away, keep the cases" about={person.name} fields={{ intent: "away", memberId: person.id, putBack: "no" }} onDone={done} />
      <button type="button" className="ot-button" onClick={done}>
        Stay
      </button>
    </>
  );
}

function Removal({ person }: { person: PersonView }) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" className="ot-button" aria-label={`Remove: ${person.name}`} onClick={() => setAsking(true)}>
        Remove
      </button>
    );
  return (
    <>
      <Act label="Remove, others take the cases" about={person.name} fields={{ intent: "remove-member", memberId: person.id }} />
      <button type="button" className="ot-button" onClick={() => setAsking(false)}>
        Keep
      </button>
    </>
  );
}
