import { useFetcher } from "@remix-run/react";
import { Button, InlineStack, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useStaffName } from "#app/ui/use-staff-name.ts";

type Wrong = { by: string; right: string };

/** "The assistant was wrong here", and what would have been right: it goes to the Knowledge page, nothing to the shopper. */
export function MarkWrong({ messageId, wrong, defaultName }: { messageId: string; wrong?: Wrong; defaultName: string }) {
  const fetcher = useFetcher<{ ok: boolean; problem?: string }>();
  const [name] = useStaffName(defaultName);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  useEffect(() => {
    if (fetcher.data?.ok) setOpen(false);
  }, [fetcher.data]);
  if (!open)
    return (
      <p className="ot-wrong">
        {wrong && (
          <span>
            Wrong, says {wrong.by}. Right: {wrong.right}
          </span>
        )}
        <button
          type="button"
          onClick={() => {
            setText(wrong?.right ?? "");
            setOpen(true);
          }}
        >
          {wrong ? "Change" : "Was this wrong?"}
        </button>
      </p>
    );
  return (
    <fetcher.Form method="post" className="ot-wrong-form">
      <input type="hidden" name="intent" value="wrong" />
      <input type="hidden" name="messageId" value={messageId} />
      <input type="hidden" name="name" value={name} />
      <TextField
        label="What would have been right?"
        name="text"
        autoComplete="off"
        multiline={2}
        maxLength={4000}
        value={text}
        onChange={setText}
        autoFocus
        helpText="The shopper does not see it. It waits under Knowledge to become an answer."
        error={fetcher.data?.ok === false ? fetcher.data.problem : undefined}
      />
      <InlineStack gap="200">
        <Button submit variant="primary" size="slim" loading={fetcher.state !== "idle"} disabled={!text.trim()}>
          Save
        </Button>
        <Button size="slim" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </InlineStack>
    </fetcher.Form>
  );
}
