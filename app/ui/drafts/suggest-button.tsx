import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import type { ComposerAnswer } from "#app/ui/inbox/composer-answer.ts";

/**
 * Has the assistant write what it would answer; it appears above the composer and is sent by nobody but staff. `writing`: by what
 * the server says, so that it ends with the writing, whatever came of it.
 */
export function SuggestButton({ writing }: { writing: boolean }) {
  const fetcher = useFetcher<ComposerAnswer>();
  const busy = fetcher.state !== "idle";
  const cameToNothing = !busy && !writing && fetcher.data?.ok === true;
  return (
    <fetcher.Form method="post" className="ot-suggest">
      <input type="hidden" name="intent" value="suggest-reply" />
      <Button submit size="slim" loading={busy} disabled={writing}>
        {writing ? "The assistant is writing…" : "Draft a reply"}
      </Button>
      {cameToNothing && <span role="status">No draft came of it. Try again, or write yourself.</span>}
      {!writing && fetcher.data?.ok === false && <span role="alert">{fetcher.data.problem}</span>}
    </fetcher.Form>
  );
}
