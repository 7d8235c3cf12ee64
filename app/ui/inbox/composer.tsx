import { useFetcher } from "@remix-run/react";
import { Button, ButtonGroup, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { channelName } from "#app/ui/words.ts";
import { TranslatedReply, useReplyTranslation } from "./translated-reply.tsx";
import type { TranslationView } from "./translation.ts";

/** Where a reply would go, and why it cannot. */
export type ReplyWay = { channel: string; hint: string; blocked: boolean } | null;
export type ComposerAnswer = { ok: true; did: string } | { ok: false; problem: string };

type Props = { way: ReplyWay; defaultName: string; conversationId: string; translation: TranslationView | null };

/** Writes to the shopper or keeps a private note; the text stays in place until the server has it. */
export function Composer({ way, defaultName, conversationId, translation }: Props) {
  const fetcher = useFetcher<ComposerAnswer>();
  const [mode, setMode] = useState<"reply" | "note">("reply");
  const [text, setText] = useState("");
  const [name, setName] = useStaffName(defaultName);
  const clientId = useRef<string>(undefined);
  const isNote = mode === "note";
  const cannotSend = !isNote && (way === null || way.blocked);
  const into = !isNote && translation?.problem === null ? translation.from : null;
  const translated = useReplyTranslation(conversationId, into, text);
  const busy = fetcher.state !== "idle" || translated.busy;

  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data?.ok) return;
    clientId.current = undefined;
    setText("");
  }, [fetcher.state, fetcher.data]);

  const send = () => {
    if (text.trim() === "" || busy || cannotSend) return;
    if (translated.wanted && !translated.ready) return translated.ask();
    // The same id until it has arrived: pressing again after a lost connection does not write twice.
    clientId.current ??= crypto.randomUUID();
    const words = { text: translated.wanted ? translated.words : text, original: translated.wanted ? text : "" };
    fetcher.submit({ intent: mode, ...words, name, clientId: clientId.current }, { method: "post" });
  };

  const problem = busy ? null : (fetcher.data?.ok === false && fetcher.data.problem) || translated.problem;
  return (
    <form
      className="ot-composer"
      data-mode={mode}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
      }}
    >
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
      <TextField
        label={isNote ? "Private note" : "Reply"}
        labelHidden
        autoComplete="off"
        multiline={3}
        maxHeight={160}
        maxLength={4000}
        value={text}
        disabled={cannotSend}
        placeholder={isNote ? "What colleagues should know" : way ? `Write on ${channelName(way.channel)}` : ""}
        onChange={setText}
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
