import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Box } from "@shopify/polaris";
import { notFound, readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { routingAction } from "#app/routes/routing-actions.server.ts";
import { routingView } from "#app/routes/routing-view.server.ts";
import { AdminPage } from "#app/ui/page.tsx";
import { People } from "#app/ui/routing/people.tsx";
import { Rules } from "#app/ui/routing/rules.tsx";
import { Teams } from "#app/ui/routing/teams.tsx";
import { TryCase } from "#app/ui/routing/try-case.tsx";
import { VipTags } from "#app/ui/routing/vip-tags.tsx";
import { useLive } from "#app/ui/use-live.ts";

export const meta = () => [{ title: "Routing" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return routingView(await requireShop(request));
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const answer = await routingAction(shop, form, staffName({}, shop));
  if (!answer) throw notFound();
  return answer.ok ? answer : data(answer, { status: 422 });
}

/** Who gets what is handed over: rules, teams, people, and a case to try them on. */
export default function Routing() {
  const { rules, teams, people, whom, vipTags, defaultName } = useLoaderData<typeof loader>();
  useLive();
  return (
    <AdminPage title="Routing" subtitle="Who gets what the assistant hands over" back="/app/team">
      <People people={people} teams={teams} defaultName={defaultName} />
      <Rules rules={rules} whom={whom} />
      <VipTags stored={vipTags} />
      <Teams teams={teams} />
      <TryCase names={people.map((one) => one.name)} />
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        Working hours and how soon people answer are set under <Link to="/app/team">Team</Link>.
      </Box>
    </AdminPage>
  );
}
