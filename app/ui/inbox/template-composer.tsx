import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useCallback, useEffect, useRef, useState } from "react";
import { slotProblem } from "#app/channels/whatsapp/message-template.ts";
import { Notice } from "#app/ui/notice.tsx";
import { AskAgain } from "./ask-again.tsx";
import type { ComposerAnswer, PickedTemplate } from "./composer-answer.ts";
import { TemplateFields, TemplatePreview } from "./template-fields.tsx";
import { TemplateList } from "./template-list.tsx";
import { type TemplatesAnswer, type TemplateView, templateLanguage, templateTitle } from "./template-words.ts";

/** What was picked and taken back; `key` tells one time from another. */
export type ReturnedTemplate = PickedTemplate & { key: number };

type Props = { conversationId: string; name: string; seenAt: string; returned: ReturnedTemplate | null };

const notReached: TemplatesAnswer = { state: "none", problem: "The templates could not be loaded." };
const same = (one: { name: string; language: string }, other: { name: string; language: string }) =>
  one.name === other.name && one.language === other.language;

/** In place of the text box while WhatsApp takes no free words: one of the shop's approved templates, filled in and sent. */
export function TemplateComposer({ conversationId, name, seenAt, returned }: Props) {
  const { answer, load } = useTemplates(conversationId, name);
  const [picked, setPicked] = useState<TemplateView | null>(null);
  const [values, setValues] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const sending = useSendTemplate({ name, seenAt }, () => setPicked(null));
  const { refusal, busy } = sending;

  const pick = (one: TemplateView | null, given = one?.suggested ?? {}) => {
    setPicked(one);
    setValues(given);
    setTried(false);
    sending.forget();
  };

  // A template that was taken back stands here again as it was filled in, once the list is there.
  const taken = useRef(0);
  useEffect(() => {
    if (!returned || returned.key === taken.current || answer?.state !== "ready") return;
    taken.current = returned.key;
    const found = answer.templates.find((one) => same(one, returned));
    if (found) pick(found, { ...found.suggested, ...returned.values });
  });

  // What was pressed is gone with the change of the two views.
  const root = useRef<HTMLElement>(null);
  const shown = useRef<TemplateView | null>(null);
  useEffect(() => {
    if (shown.current === picked) return;
    shown.current = picked;
    const target =
      root.current?.querySelector<HTMLElement>("input:placeholder-shown, input[value='']") ??
      root.current?.querySelector<HTMLElement>("input, button");
    target?.focus();
  }, [picked]);

  if (!answer) return <p className="ot-templates ot-muted">Looking for the templates on WhatsApp…</p>;
  if (answer.state === "none") return <NoTemplates problem={answer.problem} onTry={load} />;
  if (!picked) return <TemplateList root={root} answer={answer} onPick={(one) => pick(one)} onReload={load} />;

  const open = slotProblem(picked, values);
  const problem = tried && open ? open : refusal?.key ? { key: refusal.key, problem: refusal.problem } : null;
  const send = (knowing: Record<string, string> = {}) => {
    setTried(true);
    if (!busy && !open) sending.send({ name: picked.name, language: picked.language, values }, knowing);
  };
  return (
    <section
      ref={root}
      className="ot-templates"
      aria-label="WhatsApp template"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
        // Enter in a field of one line would send the form around it.
        else if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <div className="ot-templates-head">
        <Button variant="plain" onClick={() => pick(null)}>
          All templates
        </Button>
        <strong>{templateTitle(picked.name)}</strong>
        <span className="ot-muted">{templateLanguage(picked.language)}</span>
      </div>
      {refusal && !refusal.key && !refusal.ask && (
        <Notice tone="critical">
          <p>{refusal.problem}</p>
        </Notice>
      )}
      {refusal?.ask && <AskAgain ask={refusal.ask} onSend={() => send({ since: refusal.at ?? seenAt, despite: refusal.ask?.why ?? "" })} />}
      <div className="ot-templates-body" data-alone={picked.slots.length === 0}>
        <TemplateFields
          template={picked}
          values={values}
          problem={problem}
          onChange={(key, value) => {
            setValues((before) => ({ ...before, [key]: value }));
            sending.forget();
          }}
        />
        <TemplatePreview template={picked} values={values} />
      </div>
      <div className="ot-templates-foot">
        <span className="ot-muted">A template is paid for like any message that the shop begins.</span>
        <Button variant="primary" loading={busy} onClick={() => send()}>
          Send template
        </Button>
      </div>
    </section>
  );
}

function NoTemplates({ problem, onTry }: { problem: string; onTry(): void }) {
  return (
    <div className="ot-templates ot-templates-none">
      <p>{problem}</p>
      <Button onClick={onTry}>Try again</Button>
    </div>
  );
}

/** Asked for when it is needed, and anew on demand; what was there stays until the answer. */
function useTemplates(conversationId: string, name: string) {
  const [answer, setAnswer] = useState<TemplatesAnswer>();
  const by = useRef(name);
  by.current = name;
  const load = useCallback(async () => {
    setAnswer(undefined);
    try {
      const response = await fetch(`/app/inbox/${conversationId}/templates?${new URLSearchParams({ name: by.current })}`);
      setAnswer(response.ok ? ((await response.json()) as TemplatesAnswer) : notReached);
    } catch {
      setAnswer(notReached);
    }
  }, [conversationId]);
  useEffect(() => void load(), [load]);
  return { answer, load };
}

type Refusal = Extract<ComposerAnswer, { ok: false }>;

/** Sends what was picked. The same values have the same id until they have arrived: pressed again after a lost connection they go once. */
function useSendTemplate({ name, seenAt }: { name: string; seenAt: string }, onSent: () => void) {
  const fetcher = useFetcher<ComposerAnswer>();
  const submitted = useRef<{ of: string; clientId: string }>(undefined);
  const handled = useRef<ComposerAnswer>(undefined);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sent = useRef(onSent);
  sent.current = onSent;
  useEffect(() => {
    const { data } = fetcher;
    if (fetcher.state !== "idle" || !data || handled.current === data) return;
    handled.current = data;
    if (!data.ok) return setRefusal(data);
    submitted.current = undefined;
    sent.current();
  }, [fetcher]);
  const send = ({ name: template, language, values }: PickedTemplate, knowing: Record<string, string>) => {
    const of = JSON.stringify([template, language, values]);
    if (submitted.current?.of !== of) submitted.current = { of, clientId: crypto.randomUUID() };
    setRefusal(null);
    const { clientId } = submitted.current;
    const fields = { template, templateLanguage: language, values: JSON.stringify(values), clientId };
    fetcher.submit({ intent: "template", ...fields, name, since: seenAt, ...knowing }, { method: "post" });
  };
  return { send, refusal, busy: fetcher.state !== "idle", forget: () => setRefusal(null) };
}
