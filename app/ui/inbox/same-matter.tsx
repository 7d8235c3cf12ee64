import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useStaffName } from "#app/ui/use-staff-name.ts";

type Props = { caseId: string; others: { id: string; topic: string }[]; defaultName: string };

/** Says that a case is about the same as another open one of this shopper: it ends, and the other has what was said in it. */
export function SameMatter({ caseId, others, defaultName }: Props) {
  const fetcher = useFetcher<{ ok: true } | { ok: false; problem: string }>();
  const [name] = useStaffName(defaultName);
  if (others.length === 0) return null;
  return (
    <div className="ot-same-matter">
      {others.map((other) => (
        <fetcher.Form method="post" key={other.id}>
          <input type="hidden" name="intent" value="same-matter" />
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="caseId" value={caseId} />
          <input type="hidden" name="intoId" value={other.id} />
          <Button submit variant="plain" loading={fetcher.state !== "idle"}>
            {`Same matter as: ${other.topic}`}
          </Button>
        </fetcher.Form>
      ))}
      {fetcher.data?.ok === false && (
        <p className="ot-problem" role="alert">
          {fetcher.data.problem}
        </p>
      )}
    </div>
  );
}
