import { useFetcher } from "@remix-run/react";
import { Button, Spinner } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import type { TranslationAnswer, TranslationView } from "./translation.ts";

/** Says in which language the shopper writes, and has what staff cannot read yet translated. */
export function TranslationBar({ conversationId, view }: { conversationId: string; view: TranslationView }) {
  const fetcher = useFetcher<TranslationAnswer>();
  const tried = useRef(0);
  if (view.missing === 0) tried.current = 0;
  const failed = fetcher.data?.ok === false ? fetcher.data.problem : null;
  const start = () => {
    tried.current = view.missing;
    fetcher.submit({ intent: "thread" }, { method: "post", action: `/app/inbox/${conversationId}/translate` });
  };
  // By itself when the page opens and when something new has come; again after a failure only by hand.
  const due = view.problem === null && view.missing > 0 && fetcher.state === "idle" && !failed && tried.current !== view.missing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `start` is new on every render; `due` says when.
  useEffect(() => {
    if (due) start();
  }, [due]);

  return (
    <div className="ot-translation-bar" role="status">
      <span>{view.from ? `They write ${view.from}.` : `Some of this is not in ${view.to}.`}</span>
      {view.problem && <span>{view.problem}</span>}
      {fetcher.state !== "idle" && (
        <span className="ot-translating">
          <Spinner size="small" accessibilityLabel="" /> Translating into {view.to}…
        </span>
      )}
      {failed && fetcher.state === "idle" && (
        <>
          <span>{failed}</span>
          <Button variant="plain" onClick={start}>
            Try again
          </Button>
        </>
      )}
    </div>
  );
}
