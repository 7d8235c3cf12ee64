import { useEffect } from "react";
import { showToast } from "#app/ui/app-bridge.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Says that a form was saved, or that it was not and why nothing is lost. */
export function SavedMark({ answer, busy }: { answer: { ok: boolean } | undefined; busy: boolean }) {
  useEffect(() => {
    if (answer?.ok && !busy) showToast("Saved");
  }, [answer, busy]);
  if (busy || !answer) return null;
  if (answer.ok) {
    return (
      <p role="status" className="ot-hidden">
        Saved
      </p>
    );
  }
  return (
    <Notice tone="critical">
      <p>Nothing was saved yet. Please correct what is marked below.</p>
    </Notice>
  );
}
