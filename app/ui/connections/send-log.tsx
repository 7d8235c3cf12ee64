import { useFetcher } from "@remix-run/react";
import { Row, Table } from "#app/ui/table.tsx";
import type { SendLine } from "./connection-view.ts";

/** What went to one connection last, and how that ended. */
export function SendLog({ log }: { log: SendLine[] }) {
  if (log.length === 0) return <p>Nothing was sent yet. Send a test to see whether it arrives.</p>;
  return (
    <Table head={["What", "When", "How it went", ""]}>
      {log.map((one) => (
        <Row key={one.id}>
          <span>{one.what}</span>
          <time dateTime={one.when.iso} title={one.when.full}>
            {one.when.short}
          </time>
          <span data-state={one.state}>{one.how}</span>
          {one.state === "failed" ? <Retry sendId={one.id} what={one.what} /> : <span />}
        </Row>
      ))}
    </Table>
  );
}

function Retry({ sendId, what }: { sendId: string; what: string }) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="retry" />
      <input type="hidden" name="sendId" value={sendId} />
      <button type="submit" className="ot-button" disabled={fetcher.state !== "idle"} aria-label={`Try again: ${what}`}>
        Try again
      </button>
    </fetcher.Form>
  );
}
