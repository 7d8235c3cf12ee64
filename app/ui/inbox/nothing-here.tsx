import { Link } from "@remix-run/react";
import type { InboxView } from "#app/domain/conversations/inbox-views.ts";
import { type InboxAddress, inboxSearch, narrowings } from "./inbox-query.ts";

const nothing: Record<Exclude<InboxView, "all">, [title: string, text: string]> = {
  waiting: ["Nobody is waiting", "The assistant hands over what needs a person. It appears here at once."],
  mine: ["Nothing is yours at the moment", "Take over a conversation, or answer in one, and it stands here."],
  mentions: ["Nobody has named you", "Where a colleague writes @ and your name in a private note, the conversation stands here."],
  unassigned: ["Everything has somebody", "What the assistant hands over stands here until a person takes it."],
  late: ["Nobody waits too long", "The times are set under Team."],
  shopper: ["No shopper owes you an answer", "What you have answered stands here until they write again or you close it."],
  drafts: ["No draft waits", "Replies that a person approves before they go out stand here."],
  closed: ["Nothing is closed yet", "Conversations in which nothing is open any more stand here, the last closed first."],
  snoozed: ["Nothing is snoozed", "What you put aside stands here until its time, or until the shopper writes."],
};

/** What stands in place of the queue where it is empty, and where to go on. */
export function NothingHere({ query }: { query: InboxAddress }) {
  const { view, search } = query;
  if (search || narrowings.some((one) => query[one])) {
    return (
      <div className="ot-empty">
        <h2>{search ? `Nothing found for “${search}”` : "Nothing here with these filters"}</h2>
        <p>
          <Link to={`/app/inbox${inboxSearch({ view: "all", search: "" })}`}>Show all conversations</Link>
        </p>
      </div>
    );
  }
  return view !== "all" ? (
    <div className="ot-empty">
      <h2>{nothing[view][0]}</h2>
      <p>{nothing[view][1]}</p>
    </div>
  ) : (
    <div className="ot-empty">
      <h2>No conversations yet</h2>
      <p>
        <Link to="/app/channels">Connect a channel</Link> or open the chat on your storefront to write the first message.
      </p>
    </div>
  );
}
