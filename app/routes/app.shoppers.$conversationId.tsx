import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useFetcher, useLoaderData } from "@remix-run/react";
import { Badge, Button, Text } from "@shopify/polaris";
import { loadThread, movedTo } from "#app/domain/conversations/thread.server.ts";
import { withdrawEvidence } from "#app/domain/identity/join.server.ts";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { now } from "#app/platform/clock.ts";
import { notFound, readForm, requireShop, requireStaff, staffName } from "#app/routes/require-shop.server.ts";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { shopperView } from "#app/ui/inbox/shopper-view.ts";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { channelName } from "#app/ui/words.ts";

const mostMessages = 2000;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const thread = await loadThread(shop.id, params.conversationId ?? "", mostMessages);
  if (!thread) throw notFound();
  const moved = await movedTo(shop.id, thread.conversationId);
  if (moved) throw redirect(`/app/shoppers/${moved}`);
  recordAccess(reader, "shopper", [thread.conversationId]);
  return { ...shopperView(thread, now(), shop.timeZone), defaultName: `${shop.name} team` };
}

/** Takes one proof back: what only it held together comes apart again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const thread = await loadThread(shop.id, params.conversationId ?? "", 1);
  if (!thread?.evidence.some((edge) => edge.id === form.evidenceId)) throw notFound();
  await withdrawEvidence(shop.id, form.evidenceId ?? "", staffName(form, shop));
  return { ok: true };
}

export default function Shopper() {
  const view = useLoaderData<typeof loader>();
  return (
    <AdminPage title={view.name} back={`/app/inbox/${view.conversationId}`}>
      <Section title="Where they write" hint="Everything listed here is proven to be one person.">
        <Table head={["Contact", "Channel", "First seen", "Last wrote"]}>
          {view.people.map((one) => (
            <tr key={one.id}>
              <td>{one.label}</td>
              <td>{one.channel ? <ChannelMark channel={one.channel} named /> : one.kind}</td>
              <td title={one.since.full}>{one.since.short}</td>
              <td title={one.lastWrote?.full}>{one.lastWrote?.short ?? "Not yet"}</td>
            </tr>
          ))}
        </Table>
      </Section>
      <Section
        title="How we know"
        hint="Withdrawing a proof separates what only it held together. Messages go back to where they came from."
      >
        {view.evidence.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing has been proven or claimed yet.
          </Text>
        ) : (
          <Table head={["What happened", "Between", "Counts as", "When", "Until", ""]}>
            {view.evidence.map((edge) => (
              <tr key={edge.id}>
                <td>{edge.what}</td>
                <td>{edge.between}</td>
                <td>
                  <Badge tone={edge.state === "Proven" ? "success" : undefined}>{edge.state}</Badge>
                </td>
                <td title={edge.when.full}>{edge.when.short}</td>
                <td>{edge.until}</td>
                <td>{edge.canWithdraw && <Withdraw id={edge.id} what={edge.what} defaultName={view.defaultName} />}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      <Section title="Cases">
        {view.cases.length === 0 ? (
          <Text as="p" tone="subdued">
            No cases so far.
          </Text>
        ) : (
          <Table head={["About", "Began on", "State", "Opened", "Last change"]}>
            {view.cases.map((one) => (
              <tr key={one.id}>
                <td>{one.topic}</td>
                <td>{one.channel ? <ChannelMark channel={one.channel} named /> : "Unknown"}</td>
                <td>{one.status}</td>
                <td title={one.opened.full}>{one.opened.short}</td>
                <td title={one.changed.full}>{one.changed.short}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      <Section title="All contacts">
        <Table head={["Day", "Channel", "Messages", "Last words"]}>
          {view.contacts.map((one) => (
            <tr key={one.key}>
              <td>{one.day}</td>
              <td>
                <ChannelMark channel={one.channel} /> {channelName(one.channel)}
              </td>
              <td>{one.messages}</td>
              <td>{one.last}</td>
            </tr>
          ))}
        </Table>
        <Link to={`/app/inbox/${view.conversationId}`}>Read the whole conversation</Link>
      </Section>
    </AdminPage>
  );
}

function Withdraw({ id, what, defaultName }: { id: string; what: string; defaultName: string }) {
  const fetcher = useFetcher();
  const [name] = useStaffName(defaultName);
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="evidenceId" value={id} />
      <input type="hidden" name="name" value={name} />
      <Button submit variant="plain" tone="critical" loading={fetcher.state !== "idle"} accessibilityLabel={`Withdraw: ${what}`}>
        Withdraw
      </Button>
    </fetcher.Form>
  );
}

function Table({ head, children }: { head: string[]; children: React.ReactNode }) {
  return (
    <div className="ot-table-scroll">
      <table className="ot-table">
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title || <span className="ot-hidden">Action</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
