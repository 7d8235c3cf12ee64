import { Link } from "@remix-run/react";
import { ThreadView } from "./thread.tsx";
import type { ThreadItem } from "./thread-view.ts";

export type ClaimedView = { conversationId: string; title: string; why: string; items: ThreadItem[] };

/** A conversation that may be the same person's. Marked as such; neither the assistant nor the shopper sees it here. */
export function Claimed({ view }: { view: ClaimedView }) {
  return (
    <details className="ot-claimed" open>
      <summary>Perhaps the same person, not proven: {view.title}</summary>
      <p className="ot-muted">
        {view.why} Do not tell the shopper what stands here. <Link to={`/app/inbox/${view.conversationId}`}>Open it</Link>
      </p>
      <ThreadView items={view.items} />
    </details>
  );
}
