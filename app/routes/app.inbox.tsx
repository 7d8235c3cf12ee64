import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useNavigate, useParams, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { countWaiting, inboxPage, staffWithCases, unreadMentions } from "#app/domain/conversations/inbox.server.ts";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { peopleToGive } from "#app/domain/routing/members.server.ts";
import { readRouting } from "#app/domain/routing/settings.ts";
import { mentionableOf } from "#app/domain/staff/mentions.ts";
import { readReplyTimes } from "#app/domain/staff/reply-times.ts";
import { snoozeChoices, snoozeUntil } from "#app/domain/staff/snooze.ts";
import { now } from "#app/platform/clock.ts";
import { runQueueAct } from "#app/routes/queue-actions.server.ts";
import { readForm, requireShop, requireStaff, staffName } from "#app/routes/require-shop.server.ts";
import type { InboxDesk } from "#app/ui/inbox/aside.tsx";
import { inboxSearch, readInboxQuery } from "#app/ui/inbox/inbox-query.ts";
import { KeysSheet } from "#app/ui/inbox/keys-sheet.tsx";
import { NothingHere } from "#app/ui/inbox/nothing-here.tsx";
import { Queue } from "#app/ui/inbox/queue.tsx";
import { QueueBar, QueueResult } from "#app/ui/inbox/queue-bar.tsx";
import { AssignDialog, CloseDialog, SnoozeDialog } from "#app/ui/inbox/queue-dialogs.tsx";
import { focusedRow, focusHeading, focusReply, focusSearch, moveFocus, neighbourOf, useArrival } from "#app/ui/inbox/queue-focus.ts";
import { queueRow } from "#app/ui/inbox/queue-row.ts";
import { QueueSearch } from "#app/ui/inbox/queue-search.tsx";
import { useChosen, useOpenConversation } from "#app/ui/inbox/use-chosen.ts";
import { useKeys, useKeysOn } from "#app/ui/inbox/use-keys.ts";
import { type ActTarget, type QueueDeed, useQueueActs } from "#app/ui/inbox/use-queue-acts.ts";
import { Views } from "#app/ui/inbox/views.tsx";
import { useLive } from "#app/ui/use-live.ts";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { sayBack } from "#app/ui/when.ts";

/** "(3) Inbox": how many wait, also where the tab is in the background. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.waiting ? `(${data.waiting}) Inbox` : "Inbox" }];

const snoozeLabels = { hour: "In 1 hour", tomorrow: "Tomorrow morning", week: "Next week" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const query = readInboxQuery(new URL(request.url).searchParams);
  const [page, waiting] = await Promise.all([inboxPage(shop.id, query), countWaiting(shop.id)]);
  const [members, unread] = await Promise.all([peopleToGive(shop.id), unreadMentions(shop.id)]);
  const people = members.length > 0 ? members : (await staffWithCases(shop.id)).map((name) => ({ name, away: false }));
  recordAccess(
    reader,
    "inbox",
    page.entries.map((entry) => entry.conversationId),
  );
  const at = now();
  const { timeZone } = shop;
  return {
    query,
    waiting,
    shopName: shop.name,
    timeZone,
    people: people.map(({ name, away }) => ({ name, away })),
    named: members.length > 0,
    mentionable: mentionableOf(members, readRouting(shop.routing).teams),
    // Who looks is known in their browser only.
    mentions: Object.fromEntries(members.flatMap(({ id, name }) => (unread.has(id) ? [[name, unread.get(id) ?? 0]] : []))),
    snooze: snoozeChoices.map((choice) => ({
      choice,
      label: snoozeLabels[choice],
      when: sayBack(snoozeUntil(choice, at, timeZone), at, timeZone),
    })),
    rows: page.entries.map((entry) => queueRow(entry, at, timeZone, readReplyTimes(shop.replyTimes).warn)),
    next: page.next && inboxSearch({ ...query, after: page.next }),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const answer = await runQueueAct(shop, form, staffName(form, shop));
  return data(answer, { status: answer.ok ? 200 : 422 });
}

export default function Inbox() {
  const { query, shopName, timeZone, people, named, mentions, mentionable, snooze, rows, next } = useLoaderData<typeof loader>();
  const { view } = query;
  const [name] = useStaffName(`${shopName} team`);
  const { conversationId } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<"keys" | { ask: "snooze" | "assign" | "close"; targets: ActTarget[] } | null>(null);
  const [keysOn, setKeysOn] = useKeysOn();
  const acts = useQueueActs(name);
  const [chosen, choose, clear] = useChosen(rows, acts.answer);
  const open = useOpenConversation();
  const { wantReply } = useArrival(
    conversationId,
    rows.map((row) => row.conversationId),
  );
  useLive();
  // Only what is ours: the first address in the frame also carries Shopify's session token.
  const kept = params.size > 0 ? inboxSearch(readInboxQuery(params)) : "";

  const targets = (): ActTarget[] => {
    if (chosen.size > 0) return rows.filter((row) => chosen.has(row.conversationId));
    const focused = focusedRow();
    const row = rows.find((one) => one.conversationId === focused);
    return row ? [row] : open ? [open] : [];
  };
  const run = (deed: QueueDeed, on = targets()) => {
    setAsking(null);
    acts.run(on, deed);
  };
  const ask = (what: "snooze" | "assign" | "close") => {
    const on = targets();
    if (on.length > 0) setAsking({ ask: what, targets: on });
  };
  const move = (step: 1 | -1) => {
    if (conversationId === undefined || focusedRow()) return void moveFocus(step, conversationId);
    const to = neighbourOf(conversationId, step);
    if (to) navigate(to);
  };
  const back = () => {
    if (conversationId !== undefined) navigate(`/app/inbox${kept}`);
    else clear();
  };
  const reply = () => {
    const row = focusedRow();
    if (conversationId !== undefined && (!row || row === conversationId)) return focusReply();
    if (!row) return;
    wantReply();
    navigate(`/app/inbox/${row}${kept}`);
  };
  const onRow = () => {
    const row = focusedRow();
    if (row) choose(row);
  };
  const openSearch = () => {
    // Beside a conversation the list may not be in sight.
    if (conversationId !== undefined && !document.querySelector<HTMLElement>(".ot-list")?.offsetParent) navigate(`/app/inbox${kept}`);
    setTimeout(focusSearch);
  };
  const keys = {
    ...(keysOn && {
      j: () => move(1),
      k: () => move(-1),
      u: back,
      r: reply,
      x: onRow,
      a: () => run({ act: "take" }),
      e: () => run({ act: "close" }),
      o: view === "closed" && conversationId === undefined ? () => run({ act: "reopen" }) : undefined,
      s: () => ask("assign"),
      z: () => ask("snooze"),
      "/": openSearch,
      "?": () => setAsking("keys"),
    }),
    Escape: back,
  };
  useKeys(keys, focusHeading);

  const whom = (on: ActTarget[]) => (on.length === 1 ? (on[0]?.name ?? "") : `${on.length} conversations`);
  const dialog = asking !== null && asking !== "keys" ? asking : null;
  return (
    <div className="ot-inbox" data-open={conversationId !== undefined}>
      <nav className="ot-column ot-list" aria-label="Conversations">
        <div className="ot-list-top">
          <div className="ot-list-head">
            <h1>Inbox</h1>
            <button type="button" className="ot-plain" onClick={() => setAsking("keys")} aria-haspopup="dialog">
              Keys
            </button>
          </div>
          <QueueSearch query={query} name={name} onLeave={() => moveFocus(1)} />
          <Views query={query} name={name} mentions={mentions[name] ?? 0} />
        </div>
        {chosen.size > 0 && (
          <QueueBar
            count={chosen.size}
            snoozed={view === "snoozed"}
            closed={view === "closed"}
            busy={acts.busy}
            onAct={(act) => run({ act })}
            onClose={() => ask("close")}
            onAssign={() => ask("assign")}
            onSnooze={() => ask("snooze")}
            onClear={clear}
          />
        )}
        <div className="ot-scroll">
          {query.after && (
            <Link className="ot-more" to={`/app/inbox${inboxSearch({ ...query, after: undefined })}`}>
              Back to the newest
            </Link>
          )}
          {rows.length === 0 ? (
            <NothingHere query={query} />
          ) : (
            <Queue rows={rows} selected={conversationId} search={kept} chosen={chosen} onChoose={choose} />
          )}
          {next && (
            <Link className="ot-more ot-older" to={`/app/inbox${next}`}>
              Older conversations
            </Link>
          )}
        </div>
      </nav>
      <div className="ot-main">
        <Outlet context={{ snooze: () => ask("snooze"), wake: () => run({ act: "wake" }), mentionable } satisfies InboxDesk} />
        {conversationId === undefined && (
          <div className="ot-empty">
            <h2>Choose a conversation</h2>
            <p>You see the whole thread over all channels, and what the assistant has done so far.</p>
          </div>
        )}
      </div>
      <QueueResult said={acts.said} onDismiss={acts.dismiss} />
      {asking === "keys" && <KeysSheet on={keysOn} onSwitch={setKeysOn} onClose={() => setAsking(null)} />}
      {dialog?.ask === "snooze" && (
        <SnoozeDialog
          whom={whom(dialog.targets)}
          options={snooze}
          timeZone={timeZone}
          onChoose={(until) => run({ act: "snooze", until }, dialog.targets)}
          onClose={() => setAsking(null)}
        />
      )}
      {dialog?.ask === "close" && (
        <CloseDialog
          whom={whom(dialog.targets)}
          onChoose={(outcome) => run({ act: "close", outcome }, dialog.targets)}
          onClose={() => setAsking(null)}
        />
      )}
      {dialog?.ask === "assign" && (
        <AssignDialog
          whom={whom(dialog.targets)}
          people={people.filter((one) => one.name !== name)}
          named={named}
          onChoose={(to) => run({ act: "assign", to }, dialog.targets)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
