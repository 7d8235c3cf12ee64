import { useFetcher } from "@remix-run/react";
import { Button, ButtonGroup, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { Blocks } from "#app/ui/inbox/blocks.tsx";
import type { ComposerAnswer } from "#app/ui/inbox/composer-answer.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { channelName } from "#app/ui/words.ts";
import type { DraftView } from "./draft-view.ts";

type Props = {
  draft: DraftView & { suggested?: boolean };
  defaultName: string;
  /** Where the buttons are sent; the page itself where it is absent. */
  action?: string;
  /** What a page with keys of its own wants done; counts up with each press. */
  wanted?: { mode: Mode; times: number };
};
export type Mode = "read" | "edit" | "reject" | "accept";

/** A reply that waits for a person: as it would be sent, what it stands on, and what can be done with it. */
export function DraftCard({ draft, defaultName, action, wanted }: Props) {
  const fetcher = useFetcher<ComposerAnswer>();
  const [name] = useStaffName(defaultName);
  const [mode, setMode] = useState<Mode>("read");
  const [text, setText] = useState(draft.text);
  const [reason, setReason] = useState("");
  const busy = fetcher.state !== "idle";
  const decide = (intent: string, more: Record<string, string> = {}) => {
    if (!busy) fetcher.submit({ intent, draftId: draft.id, name, ...more }, { method: "post", ...(action && { action }) });
  };
  const times = wanted?.times ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press counts once, whatever else changes.
  useEffect(() => {
    if (times === 0 || !wanted || draft.outdated) return;
    if (wanted.mode === "accept") decide("accept-draft");
    else setMode(wanted.mode);
  }, [times]);
  const title = draft.suggested ? "Suggested reply" : "Draft waiting";
  const isEmpty = draft.blocks.length === 0;
  const problem = !busy && fetcher.data?.ok === false ? fetcher.data.problem : null;
  return (
    <section className="ot-draft" aria-label={title} data-draft={draft.id}>
      <header className="ot-draft-top">
        <strong>{title}</strong>
        <ChannelMark channel={draft.channel} />
        <span className="ot-muted">
          {channelName(draft.channel)}, written <time dateTime={draft.when.iso}>{draft.when.short}</time>
        </span>
      </header>
      {draft.outdated && (
        <Notice tone="warning">
          <p>The shopper has written since. This is not sent as it stands.</p>
        </Notice>
      )}
      {problem && (
        <Notice tone="critical">
          <p>{problem}</p>
        </Notice>
      )}
      {mode === "edit" ? (
        <form
          className="ot-draft-edit"
          onSubmit={(event) => {
            event.preventDefault();
            decide("edit-draft", { text });
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) decide("edit-draft", { text });
            if (event.key === "Escape") setMode("read");
          }}
        >
          <TextField
            label="Your words, sent in its place"
            autoComplete="off"
            autoFocus
            multiline={5}
            maxHeight={320}
            maxLength={4000}
            value={text}
            onChange={setText}
          />
          <ButtonGroup>
            <Button submit variant="primary" loading={busy} disabled={text.trim() === ""}>
              Send edited
            </Button>
            <Button onClick={() => setMode("read")}>Cancel</Button>
          </ButtonGroup>
        </form>
      ) : (
        <div className="ot-draft-words">
          {isEmpty ? (
            <p className="ot-muted">The assistant found nothing in your texts or their orders to answer from.</p>
          ) : (
            <Blocks blocks={draft.blocks} />
          )}
        </div>
      )}
      <StandsOnList draft={draft} />
      {mode === "reject" && (
        <form
          className="ot-draft-edit"
          onSubmit={(event) => {
            event.preventDefault();
            decide("reject-draft", { reason });
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") setMode("read");
          }}
        >
          <TextField
            label="Why, for your colleagues (optional)"
            autoComplete="off"
            autoFocus
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          <ButtonGroup>
            <Button submit tone="critical" loading={busy}>
              Reject and answer myself
            </Button>
            <Button onClick={() => setMode("read")}>Cancel</Button>
          </ButtonGroup>
        </form>
      )}
      {(mode === "read" || mode === "accept") && (
        <ButtonGroup>
          <Button variant="primary" loading={busy} disabled={draft.outdated || isEmpty} onClick={() => decide("accept-draft")}>
            {draft.suggested ? "Send" : "Accept and send"}
          </Button>
          <Button disabled={busy || draft.outdated} onClick={() => setMode("edit")}>
            Edit
          </Button>
          <Button disabled={busy} onClick={() => (draft.suggested ? decide("reject-draft") : setMode("reject"))}>
            {draft.suggested ? "Discard" : "Reject"}
          </Button>
        </ButtonGroup>
      )}
    </section>
  );
}

function StandsOnList({ draft }: { draft: DraftView }) {
  if (draft.standsOn.length === 0) return null;
  return (
    <details className="ot-draft-sources">
      <summary>
        Stands on{" "}
        {draft.standsOn.length === 1
          ? `“${draft.standsOn[0]?.title}”`
          : `${draft.standsOn.length} places, first “${draft.standsOn[0]?.title}”`}
      </summary>
      <ul>
        {draft.standsOn.map((one) => (
          <li key={`${one.title} ${one.text}`}>
            {one.url ? (
              <a href={one.url} target="_blank" rel="noreferrer noopener">
                {one.title}
              </a>
            ) : (
              <strong>{one.title}</strong>
            )}
            <p>{one.text}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
