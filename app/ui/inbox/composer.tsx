import { useFetcher } from "@remix-run/react";
import { Button, ButtonGroup, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { Mentionable } from "#app/domain/staff/mentions.ts";
import { variablesIn } from "#app/domain/staff/reply-variables.ts";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { channelName } from "#app/ui/words.ts";
import { AskAgain } from "./ask-again.tsx";
import { AttachButton, Attached } from "./attach.tsx";
import type { FileView } from "./attach-words.ts";
import type { ComposerAnswer, PickedTemplate } from "./composer-answer.ts";
import { Fits, type ReplyLimits } from "./fits.tsx";
import { MentionPicker } from "./mention-picker.tsx";
import { MoveOn } from "./move-on.tsx";
import { type MoveState, moveLine } from "./move-words.ts";
import { OthersHere } from "./others-here.tsx";
import { ReplyPreview } from "./reply-preview.tsx";
import { SavedPicker } from "./saved-picker.tsx";
import { StillOpen } from "./still-open.tsx";
import { TemplateComposer } from "./template-composer.tsx";
import { TranslatedReply, useReplyTranslation } from "./translated-reply.tsx";
import type { TranslationView } from "./translation.ts";
import { useAttach } from "./use-attach.ts";
import { type Drafts, type Mode, type Submitted, useDrafts } from "./use-drafts.ts";
import { useMention } from "./use-mention.ts";
import { usePresence } from "./use-presence.ts";
import { textBox, textId, useSlash } from "./use-slash.ts";

/** Where a reply would go, and why it cannot; `templates`: one of WhatsApp's may go there all the same. */
export type ReplyWay = { channel: string; hint: string; blocked: boolean; templates?: boolean; limits: ReplyLimits } | null;

/** What was taken back before it went out: words, or a template as it was filled in. `key` tells one time from another. */
export type Returned = { key: number; conversationId: string; text: string; template?: PickedTemplate; files?: FileView[] } | null;

type Props = {
  way: ReplyWay;
  defaultName: string;
  conversationId: string;
  translation: TranslationView | null;
  drafts: Drafts;
  attached: FileView[];
  /** The server's time of what the page shows. */
  seenAt: string;
  returned: Returned;
  /** Whom a note can name. */
  mentionable: Mentionable[];
  move: MoveState | null;
};

/** Writes to the shopper or keeps a private note; the text stays in place until the server has it. */
export function Composer({ way, defaultName, conversationId, translation, drafts, attached, seenAt, returned, mentionable, move }: Props) {
  const fetcher = useFetcher<ComposerAnswer>();
  const [mode, setMode] = useState<Mode>(drafts.note && !drafts.reply ? "note" : "reply");
  const draft = useDrafts(conversationId, mode, drafts, seenAt);
  const { text } = draft;
  const [name, setName] = useStaffName(defaultName);
  const { others, typed } = usePresence(conversationId, name);
  const attach = useAttach(conversationId, { stored: attached, channel: way?.channel ?? null, onChange: draft.attached });
  const submitted = useRef<Submitted & { clientId: string; files: string }>(undefined);
  const [sending, setSending] = useState(false);
  // What the server has said stands until the text is another one.
  const [refused, setRefused] = useState("");
  const isNote = mode === "note";
  const files = isNote ? "" : attach.files.map((one) => one.id).join();
  const nothing = (text.trim() === "" && files === "") || (!isNote && (attach.coming > 0 || (files !== "" && attach.problem !== null)));
  const cannotSend = !isNote && (way === null || way.blocked);
  const picks = !isNote && way?.blocked === true && way.templates === true;
  const back = returned?.template && returned.conversationId === conversationId ? { ...returned.template, key: returned.key } : null;
  const into = !isNote && translation?.problem === null ? translation.from : null;
  const translated = useReplyTranslation(conversationId, into, text);
  const [preview, setPreview] = useState(false);
  const [moving, setMoving] = useState(false);
  const saved = useSlash(conversationId, name, text, draft.change);
  const names = useMention(mentionable, name, text, draft.change);
  const list = isNote ? names : saved;
  const stillOpen = isNote ? [] : variablesIn(text);
  const busy = sending || fetcher.state !== "idle" || translated.busy;
  const answer = busy || fetcher.data === undefined || refused !== text + files ? null : fetcher.data;

  const handled = useRef<ComposerAnswer>(undefined);
  useEffect(() => {
    const { data } = fetcher;
    const sent = submitted.current;
    if (fetcher.state !== "idle" || !data || !sent || handled.current === data) return;
    handled.current = data;
    if (!data.ok) {
      setRefused(sent.text + sent.files);
      if (sent.mode === "reply") draft.attached(attach.files.map((one) => one.id).join());
      return draft.refused(sent.mode);
    }
    submitted.current = undefined;
    draft.done(sent);
    attach.sent(sent.files.split(","));
  }, [fetcher, draft, attach]);

  const taken = useRef(0);
  useEffect(() => {
    if (returned?.conversationId !== conversationId || returned.key === taken.current) return;
    taken.current = returned.key;
    setMode("reply");
    if (returned.template) return;
    draft.putBack(returned.text);
    attach.putBack(returned.files ?? []);
    textBox()?.focus();
  }, [returned, conversationId, draft, attach]);

  const send = async (knowing: Record<string, string> = {}) => {
    if (nothing || busy || cannotSend) return;
    if (text.trim() !== "" && translated.wanted && !translated.ready) return translated.ask();
    // The same words have the same id until they have arrived: pressing again after a lost connection does not write twice.
    const before = submitted.current;
    const clientId = before?.mode === mode && before.text === text && before.files === files ? before.clientId : crypto.randomUUID();
    submitted.current = { mode, text, clientId, files };
    const words = { files, text: translated.wanted ? translated.words : text, original: translated.wanted ? text : "" };
    const since = draft.startedAt ?? seenAt;
    setSending(true);
    await draft.settled(mode);
    setSending(false);
    fetcher.submit({ intent: mode, ...words, name, since, clientId, ...knowing }, { method: "post" });
  };

  const ask = answer?.ok === false ? answer.ask : undefined;
  const problem = (answer?.ok === false && !ask && answer.problem) || (busy ? null : translated.problem);
  const box = (
    <TextField
      id={textId}
      label={isNote ? "Private note" : "Reply"}
      labelHidden
      autoComplete="off"
      multiline={3}
      maxHeight={160}
      maxLength={4000}
      value={text}
      disabled={cannotSend}
      placeholder={isNote ? "What colleagues should know. @ names one of them" : way ? `Write on ${channelName(way.channel)}` : ""}
      onChange={(words) => {
        draft.change(words);
        typed();
        list.look(words);
      }}
      onBlur={list.close}
      {...(list.shown && {
        role: "combobox",
        ariaExpanded: true,
        ariaControls: list.listId,
        ariaAutocomplete: "list",
        ariaActiveDescendant: list.activeId,
      })}
    />
  );
  const words = () => (
    <>
      {problem && (
        <Notice tone="critical">
          <p>{problem}</p>
        </Notice>
      )}
      {ask && answer?.ok === false && <AskAgain ask={ask} onSend={() => void send({ since: answer.at ?? seenAt, despite: ask.why })} />}
      {!isNote && saved.shown && <SavedPicker picker={saved.picker} onPick={saved.pick} />}
      {isNote && names.shown && <MentionPicker names={names} />}
      {box}
      {!isNote && <Attached attach={attach} />}
      <StillOpen names={stillOpen} />
      {preview && !nothing && !isNote && (
        <ReplyPreview
          conversationId={conversationId}
          text={translated.wanted && translated.ready ? translated.words : text}
          files={files}
        />
      )}
      {moving && !isNote && <MoveOn conversationId={conversationId} name={name} onDone={() => setMoving(false)} />}
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
        {!isNote && !cannotSend && (
          <div className="ot-tools">
            <Button variant="tertiary" onClick={saved.begin} accessibilityLabel="Saved replies (type /)">
              Saved replies
            </Button>
            <AttachButton attach={attach} />
            <Button variant="tertiary" pressed={preview} onClick={() => setPreview(!preview)}>
              Preview
            </Button>
            <Button variant="tertiary" pressed={moving} onClick={() => setMoving(!moving)}>
              Other channel
            </Button>
            <Fits way={way} text={translated.wanted && translated.ready ? translated.words : text} />
          </div>
        )}
        <Button variant="primary" loading={busy} disabled={nothing || cannotSend} submit>
          {isNote ? "Keep note" : translated.wanted && !translated.ready ? "Translate" : "Send"}
        </Button>
      </div>
    </>
  );
  return (
    <form
      className="ot-composer"
      data-mode={mode}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        const isText = event.target === textBox() && !event.metaKey && !event.ctrlKey && !event.nativeEvent.isComposing;
        if (isText && list.key(event.key)) {
          event.preventDefault();
          event.stopPropagation();
        }
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
      {!isNote && move && <p className="ot-moved">{moveLine(move)}</p>}
      {picks ? (
        <>
          {text.trim() !== "" && box}
          <TemplateComposer conversationId={conversationId} name={name} seenAt={seenAt} returned={back} />
        </>
      ) : (
        words()
      )}
    </form>
  );
}
