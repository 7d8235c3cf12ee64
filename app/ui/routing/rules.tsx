import { useState } from "react";
import { Section } from "#app/ui/page.tsx";
import { Act } from "./act.tsx";
import { RuleForm } from "./rule-form.tsx";

type RuleView = { id: string; name: string; when: string; does: string; gone: boolean; form: Record<string, string> };
export type Choice = { value: string; label: string };

/** The rules in their order: the first that holds decides. */
export function Rules({ rules, whom }: { rules: RuleView[]; whom: Choice[] }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section
      title="Rules"
      hint="From the top; the first that holds decides who is asked. With none, everybody with the right skills takes turns."
    >
      {rules.length === 0 && (
        <p className="ot-muted">No rules yet. A rule sends some cases to a team or a person, or straight to people.</p>
      )}
      <ol className="ot-plain-list" aria-label="Rules in their order">
        {rules.map((rule, place) => (
          <li key={rule.id} className="ot-rule">
            <div className="ot-rule-head">
              <span className="ot-rule-place">{place + 1}</span>
              <div className="ot-rule-title">
                <strong>{rule.name}</strong>
                <p>{rule.when}.</p>
                <p>{rule.gone ? "To a team or person that is gone: everybody is asked. Change it." : `${rule.does}.`}</p>
              </div>
              <div className="ot-order-buttons">
                <Act label="Up" about={rule.name} fields={{ intent: "move-rule", ruleId: rule.id, way: "up" }} disabled={place === 0} />
                <Act
                  label="Down"
                  about={rule.name}
                  fields={{ intent: "move-rule", ruleId: rule.id, way: "down" }}
                  disabled={place === rules.length - 1}
                />
                <button
                  type="button"
                  className="ot-button"
                  aria-expanded={open === rule.id}
                  aria-label={`Change: ${rule.name}`}
                  onClick={() => setOpen(open === rule.id ? null : rule.id)}
                >
                  Change
                </button>
                <Act label="Remove" about={rule.name} fields={{ intent: "remove-rule", ruleId: rule.id }} />
              </div>
            </div>
            {open === rule.id && <RuleForm ruleId={rule.id} stored={rule.form} whom={whom} onDone={() => setOpen(null)} />}
          </li>
        ))}
      </ol>
      {open === "new" ? (
        <RuleForm whom={whom} onDone={() => setOpen(null)} />
      ) : (
        <p>
          <button type="button" className="ot-button" onClick={() => setOpen("new")}>
            Add a rule
          </button>
        </p>
      )}
    </Section>
  );
}
