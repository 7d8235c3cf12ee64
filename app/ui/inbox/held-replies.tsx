import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { toWhatsApp } from "#app/channels/markdown.ts";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import type { FileView } from "./attach-words.ts";
import type { ComposerAnswer, PickedTemplate } from "./composer-answer.ts";
import { Files } from "./files.tsx";
import { heldTemplateProblems } from "./template-words.ts";
import { WhatsAppText } from "./whatsapp-text.tsx";

/** A reply that has not gone out: for some seconds it can be taken back. */
export type HeldView = {
  id: string;
  author: string;
  channel: string;
  text: string;
  /** In the language of staff, where `text` is a translation. */
  original: string | null;
  /** It goes out as a WhatsApp template. */
  template: boolean;
  files: FileView[];
  secondsLeft: number;
  /** Why it could not go out; null while it waits. */
  reason: string | null;
  /** What the shopper has written since. */
  wroteSince: string | null;
};

type Props = { held: HeldView[]; name: string; onBack(back: { text: string; template?: PickedTemplate; files?: FileView[] }): void };

const reasons: Record<string, string> = {
  "window-closed": "Not sent: the channel's window has closed.",
  "not-connected": "Not sent: the channel is no longer connected.",
  "move-gone": "Not sent: that channel is no longer proven to be theirs.",
  ...heldTemplateProblems,
};

/** At the end of the thread: what is about to go out. */
export function HeldReplies({ held, name, onBack }: Props) {
  const fetcher = useFetcher<ComposerAnswer>();
  const back = useRef(onBack);
  back.current = onBack;
  const answer = fetcher.data;
  useEffect(() => {
    if (!answer?.ok || !(answer.text || answer.template || answer.files)) return;
    const { text = "", template, files } = answer;
    back.current({ text, ...(template && { template }), ...(files && { files }) });
  }, [answer]);
  if (held.length === 0) return null;
  const press = (intent: string, heldId: string) => fetcher.submit({ intent, heldId, name }, { method: "post" });
  const busy = fetcher.state !== "idle";
  return (
    <>
      <ol className="ot-thread ot-leaving-list" aria-label="Replies about to go out" aria-live="polite">
        {held.map((one) => (
          <Held key={one.id} held={one} busy={busy} press={(intent) => press(intent, one.id)} />
        ))}
      </ol>
      {answer?.ok === false && (
        <p className="ot-problem" role="alert">
          {answer.problem}
        </p>
      )}
    </>
  );
}

function Held({ held, busy, press }: { held: HeldView; busy: boolean; press(intent: string): void }) {
  const left = useSecondsLeft(held.secondsLeft);
  const failed = held.reason !== null;
  return (
    <li className="ot-message ot-leaving" data-author="staff" data-held={held.id} data-failed={failed}>
      <div className="ot-bubble">
        {held.text && (
          <p>{held.channel === "whatsapp" ? <WhatsAppText text={held.template ? held.text : toWhatsApp(held.text)} /> : held.text}</p>
        )}
        {held.original && (
          <p className="ot-translation">
            <span>Written as</span>
            {held.original}
          </p>
        )}
        <Files files={held.files} />
      </div>
      {held.wroteSince !== null && !failed && (
        <p className="ot-leaving-since" role="status">
          They have just written: “{held.wroteSince}”
        </p>
      )}
      <div className="ot-leaving-line">
        <span className="ot-meta">
          <ChannelMark channel={held.channel} />
          <span>{held.template ? `${held.author}, as a template` : held.author}</span>
          <span aria-hidden={!failed}>
            {failed ? (reasons[held.reason ?? ""] ?? "Not sent.") : left > 0 ? `Sending in ${left} s` : "Sending…"}
          </span>
        </span>
        <Button size="slim" disabled={busy} onClick={() => press("undo-reply")}>
          {failed ? "Back to the composer" : "Undo"}
        </Button>
        {!failed && (
          <Button size="slim" variant="plain" disabled={busy || left === 0} onClick={() => press("send-now")}>
            Send now
          </Button>
        )}
      </div>
    </li>
  );
}

/** Counted here, so that nobody's clock has to agree with the server's. */
function useSecondsLeft(from: number): number {
  const [until] = useState(() => performance.now() + from * 1_000);
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1_000))), 250);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}
