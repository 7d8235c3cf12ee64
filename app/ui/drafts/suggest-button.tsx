import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import type { ComposerAnswer } from "#app/ui/inbox/composer-answer.ts";

/** Has the assistant write what it would answer; it appears above the composer and is sent by nobody but staff. */
export function SuggestButton() {
  const fetcher = useFetcher<ComposerAnswer>();
  const asked = fetcher.state === "idle" && fetcher.data?.ok === true;
  return (
    <fetcher.Form method="post" className="ot-suggest">
      <input type="hidden" name="intent" value="suggest-reply" />
      <Button submit size="slim" loading={fetcher.state !== "idle"} disabled={asked}>
        {asked ? "The assistant is writing…" : "Draft a reply"}
      </Button>
      {fetcher.data?.ok === false && <span role="alert">{fetcher.data.problem}</span>}
    </fetcher.Form>
  );
}
