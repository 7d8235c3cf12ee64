import { Link } from "@remix-run/react";
import { inboxViews } from "#app/domain/conversations/inbox-views.ts";
import { type InboxAddress, inboxSearch, viewLabels } from "./inbox-query.ts";

/** The parts of the queue; `mentions`: how many notes name this person that they have not read. */
export function Views({ query, name, mentions }: { query: InboxAddress; name: string; mentions: number }) {
  return (
    <div className="ot-views">
      {inboxViews.map((one) => (
        <Link
          key={one}
          to={`/app/inbox${inboxSearch({ ...query, view: one, name, after: undefined })}`}
          aria-current={query.view === one ? "true" : undefined}
        >
          {viewLabels[one]}{" "}
          {one === "mentions" && mentions > 0 && (
            <span className="ot-unread-count">
              {mentions > 99 ? "99+" : mentions}
              <span className="ot-hidden"> unread</span>
            </span>
          )}
        </Link>
      ))}
    </div>
  );
}
