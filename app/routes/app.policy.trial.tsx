import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { Button, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { sayChanges } from "#app/domain/returns/say-policy.ts";
import { type TrialKind, trialDays, trialKinds } from "#app/domain/returns/trial.ts";
import { kindWords, sayDecision } from "#app/domain/returns/trial-words.ts";
import { findTrial, trialLines } from "#app/domain/returns/trials.server.ts";
import { savePolicies } from "#app/domain/shops/policy-versions.server.ts";
import { now } from "#app/platform/clock.ts";
import { notFound, readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { sayDate, sayWhen } from "#app/ui/when.ts";

const lookEvery = 2_000;

/** `id`: which trial, else the newest; `kind` and `page`: which of its differences. */
export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const asked = new URL(request.url).searchParams;
  const trial = await findTrial(shop.id, asked.get("id") ?? undefined);
  if (!trial) return { trial: null, team: `${shop.name} team` };
  const kind = trialKinds.find((one) => one === asked.get("kind")) ?? null;
  const page = Math.max(0, Math.min(1_000, Number(asked.get("page")) || 0));
  const { lines, more } = await trialLines(shop.id, trial.id, kind, page);
  const { id, state, orders, items, counts, problem, version, reached, oldest } = trial;
  const whole = trial.startedAt.getTime() - trial.since.getTime();
  const share = state === "done" ? 1 : reached ? (reached.getTime() - trial.since.getTime()) / whole : 0;
  return {
    team: `${shop.name} team`,
    trial: { id, state, orders, items, counts, problem, percent: Math.round(100 * Math.min(1, Math.max(0, share))) },
    isPresent: version === shop.policyVersion,
    changes: sayChanges(trial.present, trial.draft, shop.currencyCode),
    oldest: oldest && sayDate(oldest, shop.timeZone),
    started: sayWhen(trial.startedAt, now(), shop.timeZone).short,
    kind,
    page,
    more,
    lines: lines.map((line) => ({
      id: line.id,
      kind: line.kind,
      order: line.orderName,
      item: line.item,
      asked: line.hasReturn ? `Came back on ${sayDate(line.askedAt, shop.timeZone)}` : "If somebody asked on the day of the trial",
      before: sayDecision(line.before, line.kind, shop.currencyCode),
      after: sayDecision(line.after, line.kind, shop.currencyCode),
    })),
  };
}

/** Saves the rules of a trial, if what they were compared with still holds. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const trial = form.trialId ? await findTrial(shop.id, form.trialId) : null;
  if (!trial) throw notFound();
  const by = staffName({ name: form.by ?? "" }, shop);
  const saved = await savePolicies(shop.id, trial.version, trial.draft, shop.orderPolicy, by, "Tried on past orders.");
  if (saved.ok) return { ok: true as const, problem: null };
  return data(
    { ok: false as const, problem: "Somebody saved other rules since this trial. Go on editing to see both together." },
    { status: 409 },
  );
}

export default function PolicyTrial() {
  const loaded = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const isRunning = loaded.trial?.state === "running";
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(revalidate, lookEvery);
    return () => clearInterval(timer);
  }, [isRunning, revalidate]);
  return (
    <AdminPage
      title="Trial on past orders"
      back="/app/policy"
      subtitle="What other rules would have decided. Nothing is changed and nobody is written to."
    >
      {loaded.trial ? (
        <Shown {...loaded} />
      ) : (
        <Section>
          <Text as="p" tone="subdued">
            No rules have been tried yet. Change something in your return policy and choose “Try these rules on the last 90 days”.
          </Text>
        </Section>
      )}
    </AdminPage>
  );
}

type Loaded = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { trial: object }>;

function Shown({ trial, changes, isPresent, oldest, started, kind, page, more, lines, team }: Loaded) {
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const [name] = useStaffName(team);
  const different = Object.values(trial.counts).reduce((sum, count) => sum + (count ?? 0), 0);
  const address = (more: { kind?: string | null; page?: number }) => {
    const query = new URLSearchParams({
      id: trial.id,
      ...(more.kind && { kind: more.kind }),
      ...(more.page && { page: String(more.page) }),
    });
    return `/app/policy/trial?${query}`;
  };
  return (
    <>
      <Section title={trial.state === "running" ? "Reading your orders" : summary(different, trial.items)} hint={`Started ${started}`}>
        {trial.state === "running" && <ProgressBar progress={trial.percent} size="small" />}
        <Text as="p">
          <span role="status">
            {`${trial.orders} orders and ${trial.items} items looked at${oldest ? `, from ${oldest} on` : ""}.`}
            {trial.state === "done" && trial.orders === 0 && ` There are no orders of the last ${trialDays} days.`}
          </span>
        </Text>
        {trial.state === "failed" && (
          <Text as="p" tone="critical">
            {trial.problem ?? "It failed. Start it again."}
          </Text>
        )}
        <ul className="ot-words">
          {changes.length === 0 && <li>These rules are the same as the present ones.</li>}
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        <InlineStack gap="300" blockAlign="center">
          {answer?.ok ? (
            <Text as="p" tone="success">
              <span role="status">Saved. These rules hold now.</span>
            </Text>
          ) : (
            isPresent &&
            changes.length > 0 && (
              <Form method="post">
                <input type="hidden" name="trialId" value={trial.id} />
                <input type="hidden" name="by" value={name} />
                <Button submit variant="primary" loading={busy}>
                  Save these rules
                </Button>
              </Form>
            )
          )}
          <Link to={`/app/policy?draft=${trial.id}`}>Go on editing</Link>
        </InlineStack>
        {answer?.problem && (
          <Text as="p" tone="critical">
            <span role="alert">{answer.problem}</span>
          </Text>
        )}
      </Section>
      {different > 0 && (
        <Section title="What would be different">
          <nav aria-label="Kinds" className="ot-choice-row">
            <Link to={address({})} aria-current={kind === null ? "page" : undefined}>{`All ${different}`}</Link>
            {trialKinds
              .filter((one) => trial.counts[one])
              .map((one) => (
                <Link key={one} to={address({ kind: one })} aria-current={kind === one ? "page" : undefined}>
                  {`${kindWords[one]} ${trial.counts[one]}`}
                </Link>
              ))}
          </nav>
          {lines.length === 0 && (
            <Text as="p" tone="subdued">
              This list is not kept any more. Start the trial again to see it.
            </Text>
          )}
          <ol className="ot-plain-list">
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ol>
          <InlineStack gap="400">
            {page > 0 && <Link to={address({ kind, page: page - 1 })}>Back</Link>}
            {more && <Link to={address({ kind, page: page + 1 })}>More</Link>}
          </InlineStack>
        </Section>
      )}
    </>
  );
}

type LineShown = { order: string; item: string; kind: TrialKind; asked: string; before: string; after: string };

function Line({ line }: { line: LineShown }) {
  return (
    <li className="ot-trial-line">
      <Text as="h3" variant="headingSm">
        {`${line.order} · ${line.item}`}
      </Text>
      <Text as="p">{`Now: ${line.before}`}</Text>
      <Text as="p" fontWeight="semibold">
        {`With these rules: ${line.after}`}
      </Text>
      <Text as="p" tone="subdued">
        {`${kindWords[line.kind]}. ${line.asked}.`}
      </Text>
    </li>
  );
}

function summary(different: number, items: number): string {
  if (different === 0) return "Nothing would be decided differently";
  return `${different} of ${items} items would be decided differently`;
}
