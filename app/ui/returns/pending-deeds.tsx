import { useFetcher } from "@remix-run/react";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { Deeds, type DeedView } from "./deeds.tsx";

/** What the assistant is about to do in the store, with a way to stop it while there is one. */
export function PendingDeeds({ deeds, defaultName }: { deeds: DeedView[]; defaultName: string }) {
  const fetcher = useFetcher<{ ok: true } | { ok: false; problem: string }>();
  const [name] = useStaffName(defaultName);
  const open = deeds.filter((one) => one.isOpen);
  if (open.length === 0) return null;
  const problem = fetcher.data && !fetcher.data.ok ? fetcher.data.problem : null;
  return (
    <>
      <Deeds deeds={open} onStop={(effectId) => fetcher.submit({ intent: "stop-effect", effectId, name }, { method: "post" })} />
      {problem && (
        <p className="ot-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
