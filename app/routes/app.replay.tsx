import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { Button, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { type ReplayRun, replayRuns, saveReplayGate } from "#app/domain/analytics/replays.server.ts";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { runningReplay, startReplay } from "#app/pipeline/replay/start.server.ts";
import { ReplayFileError, readTickets } from "#app/pipeline/replay/tickets.ts";
import { now } from "#app/platform/clock.ts";
import { requireShop, requireStaff } from "#app/routes/require-shop.server.ts";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { PercentForm } from "#app/ui/percent-form.tsx";
import { Report } from "#app/ui/understanding/report.tsx";
import { sayWhen } from "#app/ui/when.ts";

const mostBytes = 20_000_000;
const lookEvery = 2_000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const runs = await replayRuns(shop.id, runningReplay());
  if (runs.some((run) => run.report !== null)) recordAccess(reader, "replay", ["replay"]);
  return { gate: shop.replayGate, runs: runs.map((run) => ({ ...run, started: sayWhen(run.startedAt, now(), shop.timeZone) })) };
}

/** A file to play, or (`intent` "gate") what share must be right. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await request.formData();
  if (form.get("intent") === "gate") {
    const percent = Number(form.get("percent"));
    if (!Number.isInteger(percent) || percent < 1 || percent > 100) return refuse("Enter a whole percentage from 1 to 100.");
    await saveReplayGate(shop.id, percent);
    return { ok: true as const, problem: null };
  }
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refuse("Choose a file with past conversations.");
  if (file.size > mostBytes) return refuse("The file is larger than 20 MB. Take a shorter period.");
  try {
    const past = readTickets(await file.text());
    if (past.length === 0) return refuse("The file has no message of a shopper.");
    const started = await startReplay(shop, file.name.slice(0, 120), past);
    return started ? { ok: true as const, problem: null } : refuse("Another replay is running. Try again when it is done.", 409);
  } catch (error) {
    if (error instanceof ReplayFileError) return refuse(error.message);
    throw error;
  }
}

function refuse(problem: string, status = 422) {
  return data({ ok: false as const, problem }, { status });
}

/** Past conversations played through the assistant as it is set now: nothing is sent, nobody is written to. */
export default function Replay() {
  const { gate, runs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const { revalidate } = useRevalidator();
  const isRunning = runs.some((run) => run.state === "running");
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(revalidate, lookEvery);
    return () => clearInterval(timer);
  }, [isRunning, revalidate]);
  return (
    <AdminPage title="Replay" back="/app/understanding" subtitle="Past conversations, answered by the assistant as it is set now">
      <Section
        title="Play a file"
        hint="A CSV from your help desk with columns such as id, channel, text and intent, or JSON lines. Nothing is sent and nobody is written to."
      >
        <Form method="post" encType="multipart/form-data">
          <InlineStack gap="300" blockAlign="center">
            <label className="ot-file">
              <span>File</span>
              <input type="file" name="file" accept=".csv,.jsonl,.json,.txt,text/csv" required />
            </label>
            <Button submit variant="primary" loading={busy} disabled={isRunning}>
              Play it
            </Button>
          </InlineStack>
        </Form>
        {answer?.problem && (
          <Text as="p" tone="critical">
            <span role="alert">{answer.problem}</span>
          </Text>
        )}
        <PercentForm intent="gate" label="Ready to go live from" suffix="% right" percent={gate} />
      </Section>
      {runs.length === 0 ? (
        <Section title="Results">
          <Text as="p" tone="subdued">
            Nothing has been played yet.
          </Text>
        </Section>
      ) : (
        runs.map((run) => <Run key={run.id} run={run} gate={gate} started={run.started.short} />)
      )}
    </AdminPage>
  );
}

function Run({
  run,
  gate,
  started,
}: {
  run: Pick<ReplayRun, "fileName" | "state" | "done" | "total" | "problem" | "report">;
  gate: number;
  started: string;
}) {
  return (
    <Section title={run.fileName} hint={`Started ${started}`}>
      {run.state === "running" && (
        <>
          <Text as="p">
            <span role="status">
              {run.done} of {run.total} conversations played
            </span>
          </Text>
          <ProgressBar progress={Math.round((run.done / Math.max(1, run.total)) * 100)} size="small" />
        </>
      )}
      {run.state === "failed" && (
        <Text as="p" tone="critical">
          {run.problem ?? "It failed. Start it again."}
        </Text>
      )}
      {run.report && <Report report={run.report} gate={gate} />}
    </Section>
  );
}
