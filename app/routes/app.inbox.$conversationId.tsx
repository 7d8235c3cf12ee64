import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useFetcher, useLoaderData, useOutletContext, useSearchParams } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { markRead } from "#app/domain/conversations/inbox.server.ts";
import { loadThread, movedTo } from "#app/domain/conversations/thread.server.ts";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { now } from "#app/platform/clock.ts";
import { composerIntents, runComposerAction } from "#app/routes/composer-actions.server.ts";
import { composerView } from "#app/routes/composer-view.server.ts";
import { conversationView } from "#app/routes/conversation-view.server.ts";
import { notFound, readForm, requireStaff, staffName } from "#app/routes/require-shop.server.ts";
import { runStaffAction } from "#app/routes/staff-actions.server.ts";
import { DraftCard } from "#app/ui/drafts/draft-card.tsx";
import { SuggestButton } from "#app/ui/drafts/suggest-button.tsx";
import { Aside, type InboxDesk } from "#app/ui/inbox/aside.tsx";
import { Claimed } from "#app/ui/inbox/claimed.tsx";
import { Composer, type Returned } from "#app/ui/inbox/composer.tsx";
import { ContextPanel } from "#app/ui/inbox/context-panel.tsx";
import { HeldReplies } from "#app/ui/inbox/held-replies.tsx";
import { ThreadView } from "#app/ui/inbox/thread.tsx";
import { TranslationBar } from "#app/ui/inbox/translation-bar.tsx";
import { useMentionsRead } from "#app/ui/inbox/use-mentions-read.ts";
import { useStaffName } from "#app/ui/use-staff-name.ts";

const pageOfMessages = 100;
const mostMessages = 2000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const wanted = Number(new URL(request.url).searchParams.get("messages")) || pageOfMessages;
  const limit = Math.min(Math.max(wanted, pageOfMessages), mostMessages);
  const thread = await loadThread(shop.id, params.conversationId ?? "", limit);
  if (!thread) throw notFound();
  const moved = thread.identities.length > 0 ? null : await movedTo(shop.id, thread.conversationId);
  if (moved) throw redirect(`/app/inbox/${moved}`);
  if (thread.unread) await markRead(shop.id, thread.conversationId);
  const earlier = thread.more && limit < mostMessages ? limit + pageOfMessages : null;
  const at = now();
  const [view, composer] = await Promise.all([conversationView(shop, thread, at), composerView(shop.id, reader.staffId, thread, at)]);
  recordAccess(reader, "conversation", [thread.conversationId, ...view.claimed.map((one) => one.conversationId)]);
  return { ...view, composer, earlier };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const form = await readForm(request);
  const [id, name] = [params.conversationId ?? "", staffName(form, shop)];
  const isComposers = composerIntents.includes(form.intent ?? "");
  const answer = isComposers ? await runComposerAction(shop, reader, id, form, name) : await runStaffAction(shop, id, form, name);
  if (answer === null) throw notFound();
  return data(answer, { status: answer.ok ? 200 : 422 });
}

export default function Conversation() {
  const view = useLoaderData<typeof loader>();
  const { mentionable } = useOutletContext<InboxDesk>();
  const [params] = useSearchParams();
  // On wide screens the column is always there; below 1200 px it opens on demand.
  const [drawer, setDrawer] = useState(false);
  const scroll = useRef<HTMLDivElement>(null);
  const newest = [view.items.at(-1)?.key, ...view.composer.held.map((one) => one.id)].join();
  // Beside an answer that is on its way none is drafted.
  const sending = view.composer.held.some((one) => one.reason === null);
  const [returned, setReturned] = useState<Returned>(null);
  const [name] = useStaffName(view.defaultName);
  useMentionsRead(view.conversationId, name, view.composer.unreadFor);
  // A new message is shown; reading older ones does not move.
  useEffect(() => {
    if (newest) scroll.current?.scrollTo({ top: scroll.current.scrollHeight });
  }, [newest]);
  const earlier = new URLSearchParams(params);
  if (view.earlier) earlier.set("messages", String(view.earlier));
  return (
    <div className="ot-conversation" key={view.conversationId}>
      <header className="ot-head">
        <Link className="ot-back" to={`/app/inbox?${params}`}>
          Inbox
        </Link>
        <h1>{view.name}</h1>
        <Aside snoozed={view.snoozed} open={view.context.cases.length > 0} />
        {view.withStaff ? <Act intent="hand-back" label="Hand back to the assistant" defaultName={view.defaultName} /> : null}
        {view.withStaff ? null : <Act intent="take-over" label="Take over" defaultName={view.defaultName} />}
      </header>
      <aside className="ot-side" aria-label="About this shopper">
        <button type="button" className="ot-drawer-button" aria-expanded={drawer} onClick={() => setDrawer(!drawer)}>
          {view.headline}
        </button>
        <div className="ot-drawer" data-open={drawer}>
          <ContextPanel view={view.context} />
        </div>
      </aside>
      <section className="ot-body" aria-label="Conversation">
        <div className="ot-scroll" ref={scroll}>
          {view.earlier && (
            <Link className="ot-more" to={`?${earlier}`} preventScrollReset>
              Show earlier messages
            </Link>
          )}
          {view.claimed.map((one) => (
            <Claimed key={one.conversationId} view={one} />
          ))}
          {view.translation && <TranslationBar conversationId={view.conversationId} view={view.translation} />}
          <ThreadView items={view.items} defaultName={view.defaultName} />
          <HeldReplies
            held={view.composer.held}
            name={name}
            onBack={(back) => setReturned({ key: Date.now(), conversationId: view.conversationId, ...back })}
          />
        </div>
        {view.drafts.map((draft) => (
          <DraftCard key={draft.id} draft={draft} defaultName={view.defaultName} />
        ))}
        {view.maySuggest && view.drafts.length === 0 && !sending && <SuggestButton writing={view.drafting} />}
        <Composer
          way={view.way}
          defaultName={view.defaultName}
          conversationId={view.conversationId}
          translation={view.translation}
          drafts={view.composer.drafts}
          attached={view.composer.attached}
          seenAt={view.composer.at}
          returned={returned}
          mentionable={mentionable}
          move={view.move}
        />
      </section>
    </div>
  );
}

function Act({ intent, label, defaultName }: { intent: string; label: string; defaultName: string }) {
  const fetcher = useFetcher();
  const [name] = useStaffName(defaultName);
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="name" value={name} />
      <Button submit loading={fetcher.state !== "idle"}>
        {label}
      </Button>
    </fetcher.Form>
  );
}
