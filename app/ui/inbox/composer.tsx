import { useFetcher } from "@remix-run/react";
import { Button, ButtonGroup, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { channelName } from "#app/ui/words.ts";

/** Where a reply would go, and why it cannot. */
export type ReplyWay = { channel: string; hint: string; blocked: boolean } | null;
export type ComposerAnswer = { ok: true; did: string } | { ok: false; problem: string };

/** Writes to the shopper or keeps a private note; the text stays in place until the server has it. */
export function Composer({ way, defaultName }: { way: ReplyWay; defaultName: string }) {
  const fetcher = useFetcher<ComposerAnswer>();
  const [mode, setMode] = useState<"reply" | "note">("reply");
  const [text, setText] = useState("");
  const [name, setName] = useStaffName(defaultName);
  const clientId = useRef<string>(undefined);
  const busy = fetcher.state !== "idle";
  const isNote = mode === "note";
  const cannotSend = !isNote && (way === null || way.blocked);

  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data?.ok) return;
    clientId.current = undefined;
    setText("");
  }, [fetcher.state, fetcher.data]);

  const send = () => {
    if (text.trim() === "" || busy || cannotSend) return;
    // The same id until it has arrived: pressing again after a lost connection does not write twice.
    clientId.current ??= crypto.randomUUID();
    fetcher.submit({ intent: mode, text, name, clientId: clientId.current }, { method: "post" });
  };

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
      {fetcher.data && !fetcher.data.ok && !busy && (
        <Notice tone="critical">
          <p>{fetcher.data.problem}</p>
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
          {isNote ? "Keep note" : "Send"}
        </Button>
      </div>
    </form>
  );
}
