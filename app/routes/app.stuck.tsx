import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useFetcher, useLoaderData } from "@remix-run/react";
import { Button, InlineStack, Text } from "@shopify/polaris";
import { dismissStuckWork, readStuckWork, retryStuckWork } from "#app/domain/shops/stuck-work.server.ts";
import { now } from "#app/platform/clock.ts";
import { notFound, readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { useLive } from "#app/ui/use-live.ts";
import { sayWhen } from "#app/ui/when.ts";
import { stuckWorkName } from "#app/ui/words.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const work = await readStuckWork(shop.id);
  return work.map(({ lastTriedAt, task, ...one }) => ({
    ...one,
    what: stuckWorkName(task),
    lastTried: sayWhen(lastTriedAt, now(), shop.timeZone),
  }));
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const by = staffName(form, shop);
  if (form.intent === "retry-all") return { count: await retryStuckWork(shop.id, by) };
  const id = Number(form.id);
  if (!Number.isInteger(id) || (form.intent !== "retry" && form.intent !== "dismiss")) throw notFound();
  const count = form.intent === "retry" ? await retryStuckWork(shop.id, by, id) : await dismissStuckWork(shop.id, by, id);
  if (count === 0) throw notFound();
  return { count };
}

/** What was given up after its last attempt: nothing is lost silently, and a person decides. */
export default function StuckWork() {
  const work = useLoaderData<typeof loader>();
  useLive();
  return (
    <AdminPage title="Stuck work" subtitle="What could not be finished after many attempts" back="/app">
      <Section>
        {work.length === 0 ? (
          <Text as="p">Nothing is stuck. Whatever fails is tried again by itself for hours before it appears here.</Text>
        ) : (
          <>
            <InlineStack align="space-between" blockAlign="center" gap="300">
              <Text as="p" tone="subdued">
                Once the cause is mended, try again. Nothing is sent or registered twice.
              </Text>
              <Act intent="retry-all" label="Try all again" />
            </InlineStack>
            <ul className="ot-checklist">
              {work.map((one) => (
                <li key={one.id}>
                  <div>
                    <Text as="p" fontWeight="medium">
                      {one.what}
                    </Text>
                    <Text as="p" tone="subdued">
                      {`Tried ${one.attempts} times, last `}
                      <time dateTime={one.lastTried.iso} title={one.lastTried.full}>
                        {one.lastTried.short}
                      </time>
                      {one.error ? ` · ${one.error}` : ""}
                    </Text>
                    {one.conversationId && <Link to={`/app/inbox/${one.conversationId}`}>Open the conversation</Link>}
                  </div>
                  <Act intent="retry" label="Try again" id={one.id} />
                  <Act intent="dismiss" label="Dismiss" id={one.id} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
    </AdminPage>
  );
}

function Act({ intent, label, id }: { intent: string; label: string; id?: number }) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value={intent} />
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <Button submit loading={fetcher.state !== "idle"}>
        {label}
      </Button>
    </fetcher.Form>
  );
}
