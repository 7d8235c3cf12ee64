import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Button, Text } from "@shopify/polaris";
import { useState } from "react";
import { approveProposal, readProposal } from "#app/pipeline/policy/proposal.server.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { AlreadySaid, NoText, ProposedRow } from "#app/ui/policy/proposed.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { sayDate } from "#app/ui/when.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const read = await readProposal(shop);
  const place = read && { title: read.title, url: read.url, changed: sayDate(read.updatedAt, shop.timeZone), byModel: read.byModel };
  return { place, proposal: read?.proposal ?? null, version: shop.policyVersion, team: `${shop.name} team` };
}

/** Saves the approved points: fields named after each, with the value that was chosen. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const approved = Object.entries(form).flatMap(([name, value]) => (name.startsWith("point:") ? [`${name.slice(6)}=${value}`] : []));
  if (approved.length === 0) return refuse("Choose at least one point.", 422);
  const opened = /^\d{1,9}$/.test(form.version ?? "") ? Number(form.version) : -1;
  const saved = await approveProposal(shop, opened, approved, staffName({ name: form.by ?? "" }, shop));
  if (saved === "gone") return refuse("Your refund policy has changed since this page was opened. Look at it as it is now.");
  if (!saved.ok) return refuse("Somebody saved other rules in the meantime. Below is what differs from them now.");
  return { ok: true as const, problem: null, count: approved.length };
}

function refuse(problem: string, status = 409) {
  return data({ ok: false as const, problem, count: 0 }, { status });
}

export default function PolicyProposal() {
  const { place, proposal, version, team } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AdminPage
      title="From your refund policy"
      back="/app/policy"
      subtitle="What the refund policy of your shop says, beside the rules that the assistant keeps to. Nothing changes before you approve it."
    >
      {answer?.ok && (
        <Section>
          <Text as="p" tone="success">
            <span role="status">{`Saved: ${answer.count === 1 ? "1 point" : `${answer.count} points`} taken over. These rules hold now.`}</span>
          </Text>
          <Link to="/app/policy">Look at the whole policy</Link>
        </Section>
      )}
      {answer?.problem && (
        <Section>
          <Text as="p" tone="critical">
            <span role="alert">{answer.problem}</span>
          </Text>
        </Section>
      )}
      {place && proposal ? (
        <>
          <Section
            title={headline(proposal.points.length)}
            hint={`Read in “${place.title}”, last changed on ${place.changed}${place.byModel ? ", with Gemini’s help" : ""}. Each point stands beside the sentence it was read in.`}
          >
            {place.url && (
              <a href={place.url} target="_blank" rel="noreferrer">
                See it in your shop
              </a>
            )}
            {proposal.points.length > 0 ? (
              <Points key={version} points={proposal.points} version={version} team={team} />
            ) : (
              <Text as="p" tone="subdued">
                {proposal.same.length > 0
                  ? "Your rules already say what could be read there."
                  : "No rule could be read in it with certainty. Write your rules in the return policy."}
              </Text>
            )}
          </Section>
          <AlreadySaid proposal={proposal} />
        </>
      ) : (
        <NoText />
      )}
    </AdminPage>
  );
}

type Loaded = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["proposal"]>;

/** A point with one value is chosen from the beginning; where the text contradicts itself nothing is. */
function Points({ points, version, team }: { points: Loaded["points"]; version: number; team: string }) {
  const [name] = useStaffName(team);
  const busy = useNavigation().state === "submitting";
  const [chosen, setChosen] = useState(() =>
    Object.fromEntries(points.flatMap(({ key, values }) => (values.length === 1 ? [[key, values[0]?.value ?? ""]] : []))),
  );
  const count = Object.values(chosen).filter((value) => value !== undefined).length;
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="by" value={name} />
      <ol className="ot-plain-list">
        {points.map((point) => (
          <ProposedRow
            key={point.key}
            point={point}
            chosen={chosen[point.key]}
            choose={(value) => setChosen(({ [point.key]: _, ...rest }) => (value === undefined ? rest : { ...rest, [point.key]: value }))}
          />
        ))}
      </ol>
      <Button submit variant="primary" loading={busy} disabled={count === 0}>
        {count === 1 ? "Take over 1 point" : `Take over ${count} points`}
      </Button>
    </Form>
  );
}

function headline(count: number): string {
  if (count === 0) return "Nothing to take over";
  return count === 1 ? "1 point differs from your rules" : `${count} points differ from your rules`;
}
