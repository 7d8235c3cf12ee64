import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Button, ButtonGroup } from "@shopify/polaris";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { draftQueue } from "#app/domain/reply-drafts/queue.server.ts";
import { now } from "#app/platform/clock.ts";
import { refusals, runDraftAction } from "#app/routes/draft-actions.server.ts";
import { readForm, requireShop, requireStaff, staffName } from "#app/routes/require-shop.server.ts";
import { DraftCard } from "#app/ui/drafts/draft-card.tsx";
import { draftView } from "#app/ui/drafts/draft-view.ts";
import { useDraftKeys } from "#app/ui/drafts/use-draft-keys.ts";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { useLive } from "#app/ui/use-live.ts";
import { shopperName } from "#app/ui/words.ts";

export const meta = () => [{ title: "Drafts" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const queue = await draftQueue(shop.id);
  recordAccess(
    reader,
    "conversation",
    queue.map((one) => one.identity.conversationId),
  );
  const at = now();
  return {
    defaultName: `${shop.name} team`,
    drafts: queue.map(({ draft, identity, messages }) => ({
      ...draftView(draft, messages, at, shop.timeZone),
      name: shopperName([identity]),
      conversationId: identity.conversationId,
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const answer = await runDraftAction(shop, form, staffName(form, shop));
  const known = answer ?? { ok: false as const, problem: "This button is not known here. Load the page again." };
  return data(known, { status: known.ok ? 200 : known.problem === refusals.gone ? 404 : 422 });
}

/** Every draft that waits for a person, one after the other. */
export default function Drafts() {
  const { drafts, defaultName } = useLoaderData<typeof loader>();
  useLive();
  const { place, go, wanted } = useDraftKeys(drafts.map((one) => one.id));
  const draft = drafts[place];
  return (
    <AdminPage title="Drafts" subtitle="What the assistant has written and a person sends">
      {draft ? (
        <Section>
          <div className="ot-draft-bar">
            <strong aria-live="polite">
              {place + 1} of {drafts.length}
            </strong>
            <ButtonGroup>
              <Button disabled={place === 0} onClick={() => go(place - 1)}>
                Previous
              </Button>
              <Button disabled={place === drafts.length - 1} onClick={() => go(place + 1)}>
                Next
              </Button>
            </ButtonGroup>
          </div>
          <div className="ot-draft-asked">
            <p>
              <strong>{draft.name}</strong> wrote · <Link to={`/app/inbox/${draft.conversationId}?view=drafts`}>Open the conversation</Link>
            </p>
            {draft.asked.map((text, line) => (
              // What was written never changes places.
              <blockquote key={`${draft.id}-${String(line)}`}>{text}</blockquote>
            ))}
          </div>
          <DraftCard key={draft.id} draft={draft} defaultName={defaultName} wanted={wanted} />
          <p className="ot-draft-keys">
            <kbd>a</kbd> accept <kbd>e</kbd> edit <kbd>r</kbd> reject <kbd>j</kbd> next <kbd>k</kbd> previous
          </p>
          <Link to="/app/drafts/settings">Choose what waits for a person…</Link>
        </Section>
      ) : (
        <Section>
          <div className="ot-empty">
            <h2>No draft waits</h2>
            <p>
              What the assistant does not send by itself stands here, the oldest first.{" "}
              <Link to="/app/drafts/settings">Choose what that is</Link>
            </p>
          </div>
        </Section>
      )}
    </AdminPage>
  );
}
