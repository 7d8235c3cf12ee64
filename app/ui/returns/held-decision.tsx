import { useFetcher } from "@remix-run/react";
import { useStaffName } from "#app/ui/use-staff-name.ts";

/** `what`: "Exchange for Linen dress, Sage / L"; `money`: who pays what. */
export type HeldView = { caseId: string; what: string; money: string; longestReason: number; defaultName: string };

/** What a shopper has said yes to and a person is to allow: one button makes it, the other says no and why. */
export function HeldDecision({ view }: { view: HeldView }) {
  const fetcher = useFetcher<{ ok: boolean; problem?: string }>();
  const [name] = useStaffName(view.defaultName);
  const busy = fetcher.state !== "idle";
  return (
    <fetcher.Form method="post" className="ot-held" aria-label="Decide on this change">
      <p>
        <strong>{view.what}.</strong> {view.money}
      </p>
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="caseId" value={view.caseId} />
      <label>
        If you decline: why, in words the shopper reads
        <textarea name="note" rows={2} maxLength={view.longestReason} />
      </label>
      <div className="ot-decide">
        <button type="submit" name="intent" value="allow-held" disabled={busy} className="ot-button">
          Allow
        </button>
        <button type="submit" name="intent" value="decline-held" disabled={busy} className="ot-button">
          Decline
        </button>
      </div>
      {fetcher.data?.ok === false && <p role="alert">{fetcher.data.problem}</p>}
    </fetcher.Form>
  );
}
