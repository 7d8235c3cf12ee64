import { useFetcher } from "@remix-run/react";
import { Button, Select } from "@shopify/polaris";
import { useId, useState } from "react";
import { type CaseOutcome, caseOutcomes } from "#app/domain/cases/outcome.ts";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { caseOutcome } from "#app/ui/words.ts";

const options = caseOutcomes.map((value) => ({ value, label: caseOutcome(value) ?? value }));

/** Ends a case with how it went, in one line. */
export function CloseCase({ caseId, version, defaultName }: { caseId: string; version: number; defaultName: string }) {
  const fetcher = useFetcher<{ ok: boolean; problem?: string }>();
  const [name] = useStaffName(defaultName);
  const [outcome, setOutcome] = useState<CaseOutcome>("solved");
  const id = useId();
  return (
    <fetcher.Form method="post" className="ot-close-case">
      <input type="hidden" name="intent" value="close" />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="name" value={name} />
      <Select
        id={id}
        label="How it ended"
        name="outcome"
        options={options}
        value={outcome}
        onChange={(value) => setOutcome(value as CaseOutcome)}
      />
      <Button submit loading={fetcher.state !== "idle"}>
        Close case
      </Button>
      {fetcher.state === "idle" && fetcher.data?.ok === false && (
        <p className="ot-problem" role="alert">
          {fetcher.data.problem}
        </p>
      )}
    </fetcher.Form>
  );
}
