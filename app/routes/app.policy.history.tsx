import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useFetcher, useLoaderData } from "@remix-run/react";
import { Button, Text } from "@shopify/polaris";
import { policiesOfVersion, policyHistory, savePolicies } from "#app/domain/shops/policy-versions.server.ts";
import { now } from "#app/platform/clock.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { sayWhen, type When } from "#app/ui/when.ts";

/** `before`: only versions below this one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const { versions, more } = await policyHistory(shop.id, readVersion(new URL(request.url).searchParams.get("before")));
  const said = versions.map((one) => ({ ...one, at: sayWhen(one.at, now(), shop.timeZone) }));
  return { versions: said, more, present: shop.policyVersion, team: `${shop.name} team` };
}

/** Restores a version by saving it anew, so that nothing of the history is lost. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const [version, present] = [readVersion(form.restore), readVersion(form.present)];
  const policies = version === null ? null : await policiesOfVersion(shop.id, version);
  if (!policies || present === null) return refuse("This version is not there any more. Reload the page.");
  const by = staffName({ name: form.by ?? "" }, shop);
  const saved = await savePolicies(shop.id, present, policies.returnPolicy, policies.orderPolicy, by, `Back to version ${version}.`);
  if (saved.ok) return { ok: true as const, problem: null };
  return refuse("Somebody saved other rules in the meantime. They are on top now: look at them and restore again if you still want to.");
}

function refuse(problem: string) {
  return data({ ok: false as const, problem }, { status: 409 });
}

function readVersion(text: string | null | undefined): number | null {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

export default function PolicyHistory() {
  const { versions, more, present, team } = useLoaderData<typeof loader>();
  return (
    <AdminPage title="Earlier versions" back="/app/policy" subtitle="What the return rules were, who changed them and when.">
      <Section>
        {versions.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing has been saved yet. Each time somebody saves the return policy, the version before it is kept here.
          </Text>
        ) : (
          <ol className="ot-plain-list">
            {versions.map((one) => (
              <Version key={one.version} version={one} present={present} team={team} />
            ))}
          </ol>
        )}
        {more && <Link to={`/app/policy/history?before=${versions.at(-1)?.version}`}>Older ones</Link>}
      </Section>
    </AdminPage>
  );
}

type Shown = { version: number; by: string; at: When; changes: string[]; why: string | null };

function Version({ version: one, present, team }: { version: Shown; present: number; team: string }) {
  const fetcher = useFetcher<typeof action>();
  const [name] = useStaffName(team);
  return (
    <li className="ot-version">
      <div className="ot-version-head">
        <Text as="h2" variant="headingSm">
          {one.version === 0 ? "As it was in the beginning" : `Version ${one.version}${one.by ? `, ${one.by}` : ""}`}
        </Text>
        <time dateTime={one.at.iso} title={one.at.full}>
          {one.at.short}
        </time>
      </div>
      {one.why && <Text as="p">{`“${one.why}”`}</Text>}
      {one.changes.length > 0 ? (
        <ul>
          {one.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : (
        one.version > 0 && (
          <Text as="p" tone="subdued">
            Confirmed without a change.
          </Text>
        )
      )}
      {one.version === present ? (
        <Text as="p" tone="success">
          This is what holds now.
        </Text>
      ) : (
        <fetcher.Form method="post">
          <input type="hidden" name="restore" value={one.version} />
          <input type="hidden" name="present" value={present} />
          <input type="hidden" name="by" value={name} />
          <Button submit loading={fetcher.state !== "idle"} accessibilityLabel={`Restore version ${one.version}`}>
            Restore
          </Button>
        </fetcher.Form>
      )}
      {fetcher.data?.problem && (
        <Text as="p" tone="critical">
          <span role="alert">{fetcher.data.problem}</span>
        </Text>
      )}
    </li>
  );
}
