import { useFetcher } from "@remix-run/react";
import { Button, Select } from "@shopify/polaris";
import { useState } from "react";
import { useStaffName } from "#app/ui/use-staff-name.ts";

export type AssignmentView = {
  assignee: string | null;
  team: string | null;
  urgent: boolean;
  /** Why it is with whom it is, in sentences; none where somebody has just taken it. */
  why: string[];
  /** To whom it can be given by hand. */
  people: { id: string; name: string; away: boolean }[];
};

/** Who has a case and why, and how to give it to somebody else. */
export function Assignment({ view, defaultName }: { view: AssignmentView; defaultName: string }) {
  const { assignee, team, urgent, why, people } = view;
  const others = people.filter((one) => one.name !== assignee);
  const marks = [urgent && "Urgent.", team && `Team ${team}.`].filter(Boolean).join(" ");
  return (
    <div className="ot-assignment">
      {marks && (
        <p>
          <strong>{marks}</strong>
        </p>
      )}
      {why.length > 0 && (
        <p>
          <strong>{assignee ? `Why ${assignee}:` : "Why nobody has it:"}</strong> {why.join(" ")}
        </p>
      )}
      {others.length > 0 && <GiveTo people={others} defaultName={defaultName} />}
    </div>
  );
}

function GiveTo({ people, defaultName }: { people: AssignmentView["people"]; defaultName: string }) {
  const fetcher = useFetcher<{ ok: boolean; problem?: string }>();
  const [name] = useStaffName(defaultName);
  const [chosen, setChosen] = useState("");
  // Whom it was given to is no longer among the others.
  const value = people.some((one) => one.id === chosen) ? chosen : "";
  const options = people.map(({ id, name: label, away }) => ({ value: id, label: away ? `${label} (away)` : label }));
  return (
    <fetcher.Form method="post" className="ot-line-form">
      <input type="hidden" name="intent" value="assign" />
      <input type="hidden" name="name" value={name} />
      <Select
        label="Give it to"
        labelHidden
        name="memberId"
        options={[{ value: "", label: "Give it to…", disabled: true }, ...options]}
        value={value}
        onChange={setChosen}
        error={fetcher.state === "idle" && fetcher.data?.ok === false ? fetcher.data.problem : undefined}
      />
      <Button submit disabled={value === ""} loading={fetcher.state !== "idle"}>
        Give
      </Button>
    </fetcher.Form>
  );
}
