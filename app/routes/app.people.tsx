import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigate, useNavigation } from "@remix-run/react";
import { Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { inboxPage } from "#app/domain/conversations/inbox.server.ts";
import { dismissPair, type MergeRefusal, mergeShoppers, reopenPair, splitShopper } from "#app/domain/identity/merge.server.ts";
import { mergeQueue, readSides } from "#app/domain/identity/merge-queue.server.ts";
import { now } from "#app/platform/clock.ts";
import { notFound, readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { Decide, type Decided, Pair, Preview, useDecisions } from "#app/ui/people/decision.tsx";
import { previewView, queueView, sideView } from "#app/ui/people/people-view.ts";
import { SideCard } from "#app/ui/people/side-card.tsx";

export const meta = () => [{ title: "People" }];

const mostFound = 10;

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const query = new URL(request.url).searchParams;
  const [one, other, search] = [query.get("one"), query.get("other"), query.get("search")?.trim().slice(0, 100) ?? ""];
  const at = now();
  const queue = await mergeQueue(shop.id);
  const found = one && search ? await inboxPage(shop.id, { view: "all", search, limit: mostFound }) : null;
  const foundIds = found?.entries.map((entry) => entry.conversationId).filter((id) => id !== one) ?? [];
  const sides = await readSides(
    shop.id,
    [one, other, ...foundIds].filter((id) => id !== null),
  );
  const [left, right] = [one ? sides.get(one) : undefined, other ? sides.get(other) : undefined];
  if ((one && !left) || (other && !right)) throw notFound();
  const inHand = left && left.identities.length > 0 ? left : undefined;
  return {
    ...queueView(queue, at, shop.timeZone),
    preview: inHand && right && right !== left && right.identities.length > 0 ? previewView(inHand, right, at, shop.timeZone) : null,
    byHand: inHand && !other ? sideView(inHand, at, shop.timeZone) : null,
    search,
    found: foundIds.flatMap((id) => {
      const side = sides.get(id);
      return side ? [sideView(side, at, shop.timeZone)] : [];
    }),
    defaultName: `${shop.name} team`,
  };
}

const refusals: Record<Exclude<MergeRefusal, "not-found">, string> = {
  same: "These two are one shopper already.",
  "already-one": "These two are one shopper already.",
};

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const [one, other, by] = [form.one ?? "", form.other ?? "", staffName(form, shop)];
  const answer = (refused: MergeRefusal | null, decided: Decided) => {
    if (refused === "not-found") throw notFound();
    return refused ? data({ problem: refusals[refused] }, { status: 422 }) : data(decided);
  };
  switch (form.intent) {
    case "merge": {
      const merged = await mergeShoppers(shop.id, one, other, by);
      const evidenceId = merged.ok ? merged.evidenceId : "";
      return answer(merged.ok ? null : merged.because, { did: "merged", evidenceId, words: "They are one shopper now." });
    }
    case "unmerge": {
      const split = await splitShopper(shop.id, form.evidenceId ?? "", by);
      return answer(split ? null : "not-found", { did: "undone", words: "They are apart again, exactly as before." });
    }
    case "dismiss":
      return answer(await dismissPair(shop.id, one, other, by), { did: "dismissed", words: "They are not suggested again." });
    case "reopen":
      return answer(await reopenPair(shop.id, one, other, by), { did: "reopened", words: "The pair is open again." });
    default:
      throw notFound();
  }
}

/** Who may be one person: staff decide, and can take it back. */
export default function People() {
  const view = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const loading = useNavigation().state === "loading";
  const pick = (one: string, other: string) =>
    navigate(`/app/people?${new URLSearchParams({ one, other })}`, { preventScrollReset: false });
  return (
    <AdminPage title="People" subtitle="Shoppers who may be one person. Nothing here is told to a shopper or to the assistant.">
      <div className="ot-people-page" aria-busy={loading}>
        <Answer defaultName={view.defaultName} />
        {view.preview && <Preview view={view.preview} back="/app/people" defaultName={view.defaultName} />}
        {view.byHand && <ByHand view={view} />}
        {view.pairs.length === 0 ? (
          <Section title="Nothing to decide">
            <Text as="p">
              When two shoppers share a name and an order, a contact, a browser or an address, they appear here side by side with the
              reasons. To merge two you know yourself, open one of them from the <Link to="/app/inbox?view=all">inbox</Link>.
            </Text>
          </Section>
        ) : (
          <>
            <p className="ot-muted">
              {view.more ? `The ${view.pairs.length} likeliest pairs; more follow as you decide.` : null} Drag one card onto another to
              merge them, or use the buttons.
            </p>
            {view.pairs.map((pair) => (
              <Pair key={pair.key} pair={pair} onPick={pick} defaultName={view.defaultName} />
            ))}
          </>
        )}
        {view.dismissed.length > 0 && (
          <Section title="Lately said to be two people">
            <ul className="ot-checklist">
              {view.dismissed.map(({ one, other, by, when }) => (
                <li key={`${one.conversationId}|${other.conversationId}`}>
                  <div>
                    {one.name} and {other.name}{" "}
                    <small className="ot-muted" title={when.full}>
                      {by}, {when.short}
                    </small>
                  </div>
                  <Decide
                    intent="reopen"
                    fields={{ one: one.conversationId, other: other.conversationId }}
                    label="Undo"
                    hint={`Suggest ${one.name} and ${other.name} again`}
                    defaultName={view.defaultName}
                  />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </AdminPage>
  );
}

/** What the last decision did, with its way back. */
function Answer({ defaultName }: { defaultName: string }) {
  const { data: answer } = useDecisions();
  if (!answer) return null;
  if ("problem" in answer) return <Notice tone="warning">{answer.problem}</Notice>;
  return (
    <Notice tone="success">
      <div className="ot-decide">
        <span>{answer.words}</span>
        {answer.did === "merged" && (
          <Decide intent="unmerge" fields={{ evidenceId: answer.evidenceId }} label="Undo the merge" defaultName={defaultName} />
        )}
      </div>
    </Notice>
  );
}

function ByHand({ view }: { view: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const [text, setText] = useState(view.search);
  if (!view.byHand) return null;
  const one = view.byHand.conversationId;
  return (
    <section className="ot-pair" aria-label="Merge by hand">
      <h2>Merge {view.byHand.name} with another shopper</h2>
      <Form action="/app/people" role="search" className="ot-decide">
        <input type="hidden" name="one" value={one} />
        <TextField
          label="Name, address, order or words of the other shopper"
          name="search"
          autoComplete="off"
          maxLength={100}
          value={text}
          onChange={setText}
        />
        <button type="submit" className="ot-button">
          Search
        </button>
      </Form>
      {view.search && view.found.length === 0 && <p className="ot-muted">Nobody found for “{view.search}”.</p>}
      <div className="ot-sides">
        {view.found.map((side) => (
          <div key={side.conversationId}>
            <SideCard side={side} />
            <Link to={`/app/people?${new URLSearchParams({ one, other: side.conversationId })}`}>Merge with {side.name}…</Link>
          </div>
        ))}
      </div>
    </section>
  );
}
