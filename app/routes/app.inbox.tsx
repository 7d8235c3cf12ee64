import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, Outlet, useLoaderData, useNavigation, useParams, useSearchParams, useSubmit } from "@remix-run/react";
import { TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { inboxPage } from "#app/domain/conversations/inbox.server.ts";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { now } from "#app/platform/clock.ts";
import { requireStaff } from "#app/routes/require-shop.server.ts";
import { type InboxView, inboxSearch, inboxViews, readInboxQuery, viewLabels } from "#app/ui/inbox/inbox-query.ts";
import { Queue } from "#app/ui/inbox/queue.tsx";
import { queueRow } from "#app/ui/inbox/queue-row.ts";
import { useLive } from "#app/ui/use-live.ts";
import { useStaffName } from "#app/ui/use-staff-name.ts";

export const meta = () => [{ title: "Inbox" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const query = readInboxQuery(new URL(request.url).searchParams);
  const page = await inboxPage(shop.id, query);
  recordAccess(
    reader,
    "inbox",
    page.entries.map((entry) => entry.conversationId),
  );
  const at = now();
  return {
    view: query.view,
    search: query.search,
    shopName: shop.name,
    rows: page.entries.map((entry) => queueRow(entry, at, shop.timeZone)),
    next: page.next && inboxSearch({ ...query, after: page.next }),
    first: query.after === undefined,
  };
}

export default function Inbox() {
  const { view, search, shopName, rows, next, first } = useLoaderData<typeof loader>();
  const [name] = useStaffName(`${shopName} team`);
  const { conversationId } = useParams();
  const [params] = useSearchParams();
  useLive();
  // Only what is ours: the first address in the frame also carries Shopify's session token.
  const kept = params.size > 0 ? inboxSearch(readInboxQuery(params)) : "";
  return (
    <div className="ot-inbox" data-open={conversationId !== undefined}>
      <nav className="ot-column ot-list" aria-label="Conversations">
        <div className="ot-list-top">
          <h1>Inbox</h1>
          <SearchField view={view} name={name} search={search} />
          <div className="ot-views">
            {inboxViews.map((one) => (
              <Link key={one} to={`/app/inbox${inboxSearch({ view: one, name, search })}`} aria-current={view === one ? "true" : undefined}>
                {viewLabels[one]}
              </Link>
            ))}
          </div>
        </div>
        <div className="ot-scroll">
          {!first && (
            <Link className="ot-more" to={`/app/inbox${inboxSearch({ view, name, search })}`}>
              Back to the newest
            </Link>
          )}
          {rows.length === 0 ? <NothingHere view={view} search={search} /> : <Queue rows={rows} selected={conversationId} search={kept} />}
          {next && (
            <Link className="ot-more" to={`/app/inbox${next}`}>
              Older conversations
            </Link>
          )}
        </div>
      </nav>
      <main className="ot-main">
        <Outlet />
        {conversationId === undefined && (
          <div className="ot-empty">
            <h2>Choose a conversation</h2>
            <p>You see the whole thread over all channels, and what the assistant has done so far.</p>
          </div>
        )}
      </main>
    </div>
  );
}

const nothing: Record<Exclude<InboxView, "all">, [title: string, text: string]> = {
  waiting: ["Nobody is waiting", "The assistant hands over what needs a person. It appears here at once."],
  mine: ["Nothing is yours at the moment", "Take over a conversation, or answer in one, and it stands here."],
  unassigned: ["Everything has somebody", "What the assistant hands over stands here until a person takes it."],
  drafts: ["No draft waits", "Replies that a person approves before they go out stand here."],
  late: ["Nobody waits too long", "The times are set under Team."],
};

function NothingHere({ view, search }: { view: InboxView; search: string }) {
  if (search) {
    return (
      <div className="ot-empty">
        <h2>Nothing found for “{search}”</h2>
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

/** Searches while typing, a moment after the last key. */
function SearchField({ view, name, search }: { view: InboxView; name: string; search: string }) {
  const [text, setText] = useState(search);
  const submit = useSubmit();
  const searching = useNavigation().formAction === "/app/inbox";
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => submit(form.current, { replace: true }), 300);
    return () => clearTimeout(timer);
  }, [text, search, submit]);
  return (
    <Form ref={form} action="/app/inbox" role="search">
      <input type="hidden" name="view" value={view} />
      {view === "mine" && <input type="hidden" name="name" value={name} />}
      <TextField
        label="Search names and messages"
        labelHidden
        placeholder="Search names and messages"
        name="search"
        autoComplete="off"
        maxLength={100}
        clearButton
        loading={searching}
        onClearButtonClick={() => setText("")}
        value={text}
        onChange={setText}
      />
    </Form>
  );
}
