import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useFetcher, useLoaderData } from "@remix-run/react";
import { Badge, Button, Text } from "@shopify/polaris";
import { loadThread, movedTo } from "#app/domain/conversations/thread.server.ts";
import { previewSplit, splitShopper } from "#app/domain/identity/merge.server.ts";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { now } from "#app/platform/clock.ts";
import { notFound, readForm, requireShop, requireStaff, staffName } from "#app/routes/require-shop.server.ts";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { shopperView } from "#app/ui/inbox/shopper-view.ts";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { Row, Table } from "#app/ui/table.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";

const mostMessages = 2000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const thread = await loadThread(shop.id, params.conversationId ?? "", mostMessages);
  if (!thread) throw notFound();
  const moved = await movedTo(shop.id, thread.conversationId);
  if (moved) throw redirect(`/app/shoppers/${moved}`);
  const undo = new URL(request.url).searchParams.get("undo");
  const live = thread.evidence.some((edge) => edge.id === undo && edge.withdrawnAt === null);
  if (undo && !thread.evidence.some((edge) => edge.id === undo)) throw notFound();
  const split = undo && live ? await previewSplit(shop.id, undo) : null;
  recordAccess(reader, "shopper", [thread.conversationId]);
  return { ...shopperView(thread, now(), shop.timeZone, split), defaultName: `${shop.name} team` };
}

/** Takes one proof or merge back: what only it held together comes apart again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const thread = await loadThread(shop.id, params.conversationId ?? "", 1);
  if (!thread?.evidence.some((edge) => edge.id === form.evidenceId)) throw notFound();
  await splitShopper(shop.id, form.evidenceId ?? "", staffName(form, shop));
  return { ok: true };
}

export default function Shopper() {
  const view = useLoaderData<typeof loader>();
  return (
    <AdminPage title={view.name} back={`/app/inbox/${view.conversationId}`}>
      {view.split && <Split split={view.split} defaultName={view.defaultName} back={`/app/shoppers/${view.conversationId}`} />}
      <Section title="Where they write" hint="What holds these contacts together, and for how long.">
        <Table head={["Contact", "Channel", "Why it belongs here", "First seen", "Last wrote"]}>
          {view.people.map((one) => (
            <Row key={one.id}>
              {one.label}
              {one.channel ? <ChannelMark channel={one.channel} named /> : one.kind}
              <div>
                {one.why?.words} {one.why?.byStaff && <Badge tone="attention">By staff</Badge>}
                {one.why && one.why.path.length > 0 && <small className="ot-muted ot-path">Over {one.why.path.join(" → ")}</small>}
              </div>
              <span title={one.since.full}>{one.since.short}</span>
              <span title={one.lastWrote?.full}>{one.lastWrote?.short ?? "Not yet"}</span>
            </Row>
          ))}
        </Table>
        <Link to={`/app/people?one=${view.conversationId}`}>Merge with another shopper…</Link>
      </Section>
      <Section
        title="How we know"
        hint="Only what is proven counts for the assistant. Withdrawing a proof separates what only it held together. Messages go back to where they came from."
      >
        {view.evidence.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing has been proven or claimed yet.
          </Text>
        ) : (
          <Table head={["What happened", "Between", "Counts as", "When", "Until", ""]}>
            {view.evidence.map((edge) => (
              <Row key={edge.id}>
                {edge.what}
                {edge.between}
                <Badge tone={edge.state === "Proven" ? "success" : undefined}>{edge.state}</Badge>
                <span title={edge.when.full}>{edge.when.short}</span>
                {edge.until}
                {edge.canWithdraw && (
                  <Link to={`?undo=${edge.id}`} aria-label={`${edge.byStaff ? "Undo the merge" : "Withdraw"}: ${edge.between}`}>
                    {edge.byStaff ? "Undo…" : "Withdraw…"}
                  </Link>
                )}
              </Row>
            ))}
          </Table>
        )}
      </Section>
      <Section title="Cases" hint={view.rating ? `Last rated our help: ${view.rating.words} (${view.rating.when})` : undefined}>
        {view.cases.length === 0 ? (
          <Text as="p" tone="subdued">
            No cases so far.
          </Text>
        ) : (
          <Table head={["About", "Began on", "State", "Rated", "Opened", "Last change"]}>
            {view.cases.map((one) => (
              <Row key={one.id}>
                {one.topic}
                {one.channel ? <ChannelMark channel={one.channel} named /> : "Unknown"}
                {one.status}
                {one.rating}
                <span title={one.opened.full}>{one.opened.short}</span>
                <span title={one.changed.full}>{one.changed.short}</span>
              </Row>
            ))}
          </Table>
        )}
      </Section>
      <Section title="All contacts">
        <Table head={["Day", "Channel", "Messages", "Outcome", "Last words"]}>
          {view.contacts.map((one) => (
            <Row key={one.key}>
              {one.day}
              <ChannelMark channel={one.channel} named />
              {one.messages}
              {one.outcome}
              {one.last}
            </Row>
          ))}
        </Table>
        <Link to={`/app/inbox/${view.conversationId}`}>Read the whole conversation</Link>
      </Section>
      {view.history.length > 0 && (
        <Section title="Merged and taken apart">
          <ul className="ot-lines">
            {view.history.map((one) => (
              <li key={one.key}>
                {one.what} <small title={one.when.full}>{[one.by, one.when.short].join(", ")}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </AdminPage>
  );
}

type SplitView = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["split"]>;

/** What goes where when a proof or a merge is taken back, before the click that does it. */
function Split({ split, defaultName, back }: { split: SplitView; defaultName: string; back: string }) {
  const fetcher = useFetcher();
  const [name] = useStaffName(defaultName);
  const apart = split.groups.length > 1;
  return (
    <Section
      title={apart ? "What goes where" : "They stay together"}
      hint={apart ? "Every message and case goes back to the contact it came through." : "Other proof holds the same contacts together."}
    >
      <ul className="ot-lines">
        {split.groups.map((group) => (
          <li key={group.key}>
            {group.who.join(", ")}: {group.messages} {group.messages === 1 ? "message" : "messages"}, {group.cases}{" "}
            {group.cases === 1 ? "case" : "cases"}
          </li>
        ))}
      </ul>
      <fetcher.Form method="post" className="ot-decide">
        <input type="hidden" name="evidenceId" value={split.evidenceId} />
        <input type="hidden" name="name" value={name} />
        <Button submit variant="primary" tone="critical" loading={fetcher.state !== "idle"}>
          {apart ? "Take them apart" : "Withdraw it"}
        </Button>
        <Link to={back}>Leave it as it is</Link>
      </fetcher.Form>
    </Section>
  );
}
