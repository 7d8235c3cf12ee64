import { useFetcher } from "@remix-run/react";
import { Button, ButtonGroup, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { channelName } from "#app/ui/words.ts";
import { AskAgain } from "./ask-again.tsx";
import type { ComposerAnswer } from "./composer-answer.ts";
import { OthersHere } from "./others-here.tsx";
import { TranslatedReply, useReplyTranslation } from "./translated-reply.tsx";
import type { TranslationView } from "./translation.ts";
import { type Drafts, type Mode, useDrafts } from "./use-drafts.ts";
import { usePresence } from "./use-presence.ts";

/** Where a reply would go, and why it cannot. */
export type ReplyWay = { channel: string; hint: string; blocked: boolean } | null;

/** Words that were taken back before they went out; `key` tells one time from another. */
export type Returned = { key: number; conversationId: string; text: string } | null;

type Props = {
  way: ReplyWay;
  defaultName: string;
  conversationId: string;
  translation: TranslationView | null;
  drafts: Drafts;
  /** The server's time of what the page shows. */
  seenAt: string;
  returned: Returned;
};

/** Writes to the shopper or keeps a private note; the text stays in place until the server has it. */
export function Composer({ way, defaultName, conversationId, translation, drafts, seenAt, returned }: Props) {
  const fetcher = useFetcher<ComposerAnswer>();
  const [mode, setMode] = useState<Mode>(drafts.note && !drafts.reply ? "note" : "reply");
  const draft = useDrafts(conversationId, mode, drafts, seenAt);
  const { text } = draft;
  const [name, setName] = useStaffName(defaultName);
  const { others, typed } = usePresence(conversationId, name);
  const clientId = useRef<string>(undefined);
  const [sending, setSending] = useState(false);
  const isNote = mode === "note";
  const cannotSend = !isNote && (way === null || way.blocked);
  const into = !isNote && translation?.problem === null ? translation.from : null;
  const translated = useReplyTranslation(conversationId, into, text);
  const busy = sending || fetcher.state !== "idle" || translated.busy;
  const answer = busy || fetcher.data === undefined ? null : fetcher.data;

  const handled = useRef<ComposerAnswer>(undefined);
  useEffect(() => {
    const { data } = fetcher;
    if (fetcher.state !== "idle" || !data || handled.current === data) return;
    handled.current = data;
    if (!data.ok) return draft.change(text);
    clientId.current = undefined;
    draft.done();
  }, [fetcher, draft, text]);

  const taken = useRef(0);
  useEffect(() => {
    if (returned?.conversationId !== conversationId || returned.key === taken.current) return;
    taken.current = returned.key;
    setMode("reply");
    draft.putBack(returned.text);
    document.getElementById("reply-text")?.focus();
  }, [returned, conversationId, draft]);

  const send = async (knowing: Record<string, string> = {}) => {
    if (text.trim() === "" || busy || cannotSend) return;
    if (translated.wanted && !translated.ready) return translated.ask();
    // The same id until it has arrived: pressing again after a lost connection does not write twice.
    clientId.current ??= crypto.randomUUID();
    const words = { text: translated.wanted ? translated.words : text, original: translated.wanted ? text : "" };
    const since = draft.startedAt ?? seenAt;
    setSending(true);
    await draft.settled();
    setSending(false);
    fetcher.submit({ intent: mode, ...words, name, since, clientId: clientId.current, ...knowing }, { method: "post" });
  };

  const ask = answer?.ok === false ? answer.ask : undefined;
  const problem = (answer?.ok === false && !ask && answer.problem) || (busy ? null : translated.problem);
  return (
    <form
      className="ot-composer"
      data-mode={mode}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void send();
      }}
    >
      <OthersHere others={others} />
      <div className="ot-composer-top">
        <ButtonGroup variant="segmented">
          <Button pressed={!isNote} onClick={() => setMode("reply")}>
            Reply
          </Button>
          <Button pressed={isNote} onClick={() => setMode("note")}>
            Private note
          </Button>
        </ButtonGroup>
        <span className="ot-way">
          {isNote ? <ChannelMark channel="note" /> : way && <ChannelMark channel={way.channel} />}
          {isNote ? "Only staff will see this" : way ? way.hint : "There is no channel to write to this shopper"}
        </span>
      </div>
      {problem && (
        <Notice tone="critical">
          <p>{problem}</p>
        </Notice>
      )}
      {ask && answer?.ok === false && <AskAgain ask={ask} onSend={() => void send({ since: answer.at ?? seenAt, despite: ask.why })} />}
      <TextField
        id="reply-text"
        label={isNote ? "Private note" : "Reply"}
        labelHidden
        autoComplete="off"
        multiline={3}
        maxHeight={160}
        maxLength={4000}
        value={text}
        disabled={cannotSend}
        placeholder={isNote ? "What colleagues should know" : way ? `Write on ${channelName(way.channel)}` : ""}
        onChange={(words) => {
          draft.change(words);
          typed();
        }}
      />
      {into && <TranslatedReply translated={translated} into={into} />}
      <div className="ot-composer-bottom">
        <div className="ot-signature">
          <TextField
            label="Your name, as the shopper sees it"
            labelHidden
            prefix="As"
            autoComplete="name"
            maxLength={60}
            value={name}
            onChange={setName}
          />
        </div>
        <Button variant="primary" loading={busy} disabled={text.trim() === "" || cannotSend} submit>
          {isNote ? "Keep note" : translated.wanted && !translated.ready ? "Translate" : "Send"}
        </Button>
      </div>
    </form>
  );
}
