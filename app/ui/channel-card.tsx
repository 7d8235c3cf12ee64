import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, FormLayout, InlineStack } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { type ChannelField, type ChannelProblems, type ConnectableChannel, channelFields } from "#app/domain/shops/channel-form.ts";
import { showToast } from "#app/ui/app-bridge.ts";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { type FormState, SelectInput, TextInput, useFormState, type Values } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { channelName } from "#app/ui/words.ts";

export type ChannelView = {
  channel: ConnectableChannel;
  connected: boolean;
  paused: boolean;
  issue: string | null;
  stored: Record<string, string>;
  webhookUrl: string | null;
};

const beginnings: Record<string, string> = { imapPort: "993", imapSecure: "true", smtpPort: "465", smtpSecure: "true" };

/** One channel: connect, change, pause, disconnect. Secrets go in and are never shown again. */
export function ChannelCard({ view }: { view: ChannelView }) {
  const fetcher = useFetcher<{ ok: boolean; problems: ChannelProblems }>();
  const [editing, setEditing] = useState(false);
  const fields = channelFields[view.channel];
  const stored: Values = Object.fromEntries(
    fields.map(({ name, kind }) => [name, kind === "secret" ? "" : (view.stored[name] ?? beginnings[name] ?? "")]),
  );
  const refused = fetcher.data?.ok === false ? fetcher.data.problems : undefined;
  const form = useFormState(stored, () => ({}), refused);
  const busy = fetcher.state !== "idle";
  const name = channelName(view.channel);
  const codesOnly = view.channel === "sms";
  const open = editing || !view.connected;

  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data?.ok) return;
    setEditing(false);
    showToast("Saved");
  }, [fetcher.state, fetcher.data]);

  return (
    <div id={view.channel}>
      <Section>
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <h2 className="ot-channel-title">
            <ChannelMark channel={view.channel} named />
          </h2>
          <State view={view} />
        </InlineStack>
        {codesOnly && <p>Only for one-time codes, when a shopper cannot read the mailbox of the order. Shoppers cannot write here.</p>}
        {view.issue && (
          <Notice tone="critical">
            <p>{view.issue}</p>
          </Notice>
        )}
        {view.connected && (
          <InlineStack gap="200" blockAlign="center">
            <span>{view.stored.externalId}</span>
            <fetcher.Form method="post">
              <input type="hidden" name="channel" value={view.channel} />
              <InlineStack gap="200">
                <Button onClick={() => setEditing(!editing)} ariaExpanded={editing}>
                  Change
                </Button>
                {!codesOnly && <IntentButton intent={view.paused ? "resume" : "pause"} label={view.paused ? "Resume" : "Pause"} />}
                <IntentButton intent="disconnect" label="Disconnect" />
              </InlineStack>
            </fetcher.Form>
          </InlineStack>
        )}
        {view.webhookUrl && open && (
          <BlockStack gap="100">
            <p>Webhook address to enter in the Meta app dashboard, with the verify token of this installation:</p>
            <InlineStack gap="200" blockAlign="center">
              <code className="ot-copy">{view.webhookUrl}</code>
              <CopyButton text={view.webhookUrl} />
            </InlineStack>
          </BlockStack>
        )}
        {open && (
          <fetcher.Form method="post" noValidate>
            <input type="hidden" name="channel" value={view.channel} />
            <input type="hidden" name="intent" value="connect" />
            {refused && (
              <p role="alert" className="ot-problem">
                Nothing was saved yet. Please correct what is marked below.
              </p>
            )}
            <FormLayout>
              {fields.map((field) => (
                <FieldInput key={field.name} field={field} form={form} connected={view.connected} />
              ))}
              <Button submit variant="primary" loading={busy}>
                {view.connected ? "Save" : `Connect ${name === "Email" ? "email" : name}`}
              </Button>
            </FormLayout>
          </fetcher.Form>
        )}
      </Section>
    </div>
  );
}

function State({ view }: { view: ChannelView }) {
  if (!view.connected) return <Badge>Not connected</Badge>;
  if (view.issue) return <Badge tone="critical">Needs attention</Badge>;
  return view.paused ? <Badge tone="attention">Assistant paused</Badge> : <Badge tone="success">Connected</Badge>;
}

/** A native button: several of them in one form say by their value which was pressed. */
function IntentButton({ intent, label }: { intent: string; label: string }) {
  return (
    <button type="submit" name="intent" value={intent} className="ot-button">
      {label}
    </button>
  );
}

function FieldInput({ field, form, connected }: { field: ChannelField; form: FormState; connected: boolean }) {
  const { name, label, help } = field;
  if (field.kind === "security") {
    const options = [
      { value: "true", label: "Encrypted from the start (TLS)" },
      { value: "false", label: "Upgraded after connecting (STARTTLS)" },
    ];
    return <SelectInput form={form} name={name} label={label} help={help} options={options} />;
  }
  if (field.kind === "secret") {
    const kept = connected ? "Stored encrypted and not shown. Leave it empty to keep it." : help;
    return <TextInput form={form} name={name} label={label} help={kept} type="password" />;
  }
  return <TextInput form={form} name={name} label={label} help={help} inputMode={field.kind === "port" ? "numeric" : undefined} />;
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Inside some frames the clipboard is forbidden: the address can still be selected.
      showToast("Copying is not allowed here. Select the address instead.", true);
    }
  };
  return (
    <Button variant="plain" onClick={copy}>
      {copied ? "Copied" : "Copy"}
    </Button>
  );
}
