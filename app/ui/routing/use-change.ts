import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { showToast } from "#app/ui/app-bridge.ts";

export type RoutingAnswer =
  | { ok: true; said: string; result?: TryResult }
  | { ok: false; problem?: string; problems?: Partial<Record<string, string>> };
export type TryResult = { who: string; urgent: boolean; direct: boolean; why: string[] };

/** One change of the page: its form, whether it is under way, and what came of it. */
export function useChange(onDone?: () => void) {
  const fetcher = useFetcher<RoutingAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is told once, whichever function listens by then
  useEffect(() => {
    if (!answer?.ok) return;
    if (answer.said) showToast(answer.said);
    onDone?.();
  }, [answer]);
  return { Form: fetcher.Form, busy: fetcher.state !== "idle", answer };
}
