import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { connectionKinds } from "#app/domain/connections/connection-form.ts";
import {
  listConnections,
  removeConnection,
  renewSecret,
  saveConnection,
  setConnectionActive,
} from "#app/domain/connections/connections.server.ts";
import { connectionLog, retrySend, sendTest } from "#app/domain/connections/sends.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { now } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.ts";
import { notFound, readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { AddConnection } from "#app/ui/connections/add-connection.tsx";
import { BrowserAlerts } from "#app/ui/connections/browser-alerts.tsx";
import { ConnectionCard } from "#app/ui/connections/connection-card.tsx";
import type { ConnectionAnswer } from "#app/ui/connections/connection-form.tsx";
import { eventName, howItWent, type SendLine } from "#app/ui/connections/connection-view.ts";
import { AdminPage } from "#app/ui/page.tsx";
import { useLive } from "#app/ui/use-live.ts";
import { sayWhen } from "#app/ui/when.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const connections = await listConnections(shop.id);
  const wanted = new URL(request.url).searchParams.get("log") ?? connections[0]?.id;
  const shown = connections.find((one) => one.id === wanted)?.id ?? null;
  const at = now();
  const log = shown ? await connectionLog(shop.id, shown) : [];
  return {
    shown,
    connections: connections.map(({ id, kind, label, config, active, issue, failingSince }) => ({
      id,
      kind,
      label,
      config,
      active,
      issue,
      webhookUrl: kind === "zendesk" ? `${env.appUrl}/webhooks/zendesk/${id}` : null,
      failingSince: failingSince && sayWhen(failingSince, at, shop.timeZone),
    })),
    log: log.map(
      ({ id, type, createdAt, ...send }): SendLine => ({
        id,
        what: eventName(type),
        state: send.state as SendLine["state"],
        how: howItWent(send),
        when: sayWhen(createdAt, at, shop.timeZone),
      }),
    ),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const answer = await act(shop, form);
  if (!answer) throw notFound();
  return answer.ok ? answer : data(answer, { status: 422 });
}

/** Null for what is another shop's, or nobody's. */
async function act(shop: Shop, form: Record<string, string>): Promise<ConnectionAnswer | null> {
  const [by, id] = [staffName({}, shop), form.id ?? ""];
  const done = (found: boolean, said: string): ConnectionAnswer | null => (found ? { ok: true, said } : null);
  switch (form.intent) {
    case "save": {
      const kind = connectionKinds.find((one) => one === form.kind);
      if (!kind) return null;
      const saved = await saveConnection(shop.id, kind, form, by, form.id || undefined);
      if ("missing" in saved) return null;
      return saved.ok ? { ok: true, said: "Saved", secret: saved.secret } : saved;
    }
    case "renew": {
      const secret = await renewSecret(shop.id, id, by);
      return secret === null ? null : { ok: true, secret };
    }
    case "on":
    case "off":
      return done(await setConnectionActive(shop.id, id, form.intent === "on", by), `Switched ${form.intent}`);
    case "remove":
      return done(await removeConnection(shop.id, id, by), "Removed");
    case "test":
      return done(await sendTest(shop.id, id), "The test is on its way");
    case "retry":
      return done(await retrySend(shop.id, form.sendId ?? ""), "It is tried again");
    default:
      return null;
  }
}

/** The shop's own tools that are told of cases. */
export default function Connections() {
  const { connections, log, shown } = useLoaderData<typeof loader>();
  useLive();
  return (
    <AdminPage title="Connections" subtitle="Your own tools hear of what happens here.">
      {connections.map((one) => (
        <ConnectionCard key={one.id} view={one} log={one.id === shown ? log : null} />
      ))}
      <BrowserAlerts />
      <AddConnection />
    </AdminPage>
  );
}
