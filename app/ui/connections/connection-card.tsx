import { Link, useFetcher } from "@remix-run/react";
import { Badge, InlineStack } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { ConnectionKind } from "#app/domain/connections/connection-form.ts";
import { showToast } from "#app/ui/app-bridge.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { type ConnectionAnswer, ConnectionForm } from "./connection-form.tsx";
import type { ConnectionView, SendLine } from "./connection-view.ts";
import { kindWords } from "./connection-words.ts";
import { NewSecret } from "./new-secret.tsx";
import { SendLog } from "./send-log.tsx";

type Props = { view: ConnectionView & { kind: ConnectionKind }; log: SendLine[] | null };

/** One connection: how it is, its log, a test, and what can be changed about it. */
export function ConnectionCard({ view, log }: Props) {
  const fetcher = useFetcher<ConnectionAnswer>();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const open = log !== null;
  useEffect(() => {
    if (answer?.ok && answer.said) showToast(answer.said);
  }, [answer]);

  return (
    <section aria-label={`${kindWords[view.kind].name} ${view.label}`} id={view.id}>
      <Section>
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <h2 className="ot-channel-title">
            {kindWords[view.kind].name} · <span className="ot-breakable">{view.label}</span>
          </h2>
          <State view={view} />
        </InlineStack>
        {view.issue && <Notice tone="critical">{<p>{view.issue}</p>}</Notice>}
        {!view.issue && view.failingSince && (
          <Notice tone="warning">
            <p>
              Nothing was taken since <time dateTime={view.failingSince.iso}>{view.failingSince.full}</time>. It is tried again by itself,
              and switched off after five days.
            </p>
          </Notice>
        )}
        {view.webhookUrl && (
          <p>
            For answers to come back, make a webhook in Zendesk to <code className="ot-copy">{view.webhookUrl}</code> and a trigger on each
            update of a ticket that sends it <code className="ot-copy">{'{"ticket_id": "{{ticket.id}}"}'}</code>.
          </p>
        )}
        {answer?.secret && <NewSecret secret={answer.secret} renewed />}
        <fetcher.Form method="post">
          <input type="hidden" name="id" value={view.id} />
          <InlineStack gap="200">
            {view.active && <Act intent="test" label="Send a test" />}
            <button type="button" className="ot-button" aria-expanded={editing} onClick={() => setEditing(!editing)}>
              Change
            </button>
            {view.kind === "webhook" && <Act intent="renew" label="Renew the secret" />}
            <Act intent={view.active ? "off" : "on"} label={view.active ? "Switch off" : "Switch on"} />
            {removing ? (
              <>
                <Act intent="remove" label="Yes, remove it and its log" />
                <button type="button" className="ot-button" onClick={() => setRemoving(false)}>
                  Keep it
                </button>
              </>
            ) : (
              <button type="button" className="ot-button" onClick={() => setRemoving(true)}>
                Remove
              </button>
            )}
          </InlineStack>
        </fetcher.Form>
        {editing && <ConnectionForm kind={view.kind} id={view.id} stored={view.config} onSaved={() => setEditing(false)} />}
        <p>
          <Link to={open ? "?log=none" : `?log=${view.id}`} preventScrollReset aria-expanded={open}>
            {open ? "Hide the last deliveries" : "Show the last deliveries"}
          </Link>
        </p>
        {log && <SendLog log={log} />}
      </Section>
    </section>
  );
}

function State({ view }: { view: ConnectionView }) {
  if (!view.active) return <Badge tone={view.issue ? "critical" : undefined}>Switched off</Badge>;
  return view.failingSince ? <Badge tone="warning">Failing</Badge> : <Badge tone="success">On</Badge>;
}

/** Native: several of them in one form say by their value which was pressed. */
function Act({ intent, label }: { intent: string; label: string }) {
  return (
    <button type="submit" name="intent" value={intent} className="ot-button">
      {label}
    </button>
  );
}
