import { useEffect, useRef, useState } from "react";
import { channelName } from "#app/ui/words.ts";
import type { FileView } from "./attach-words.ts";
import { Files } from "./files.tsx";
import { WhatsAppText } from "./whatsapp-text.tsx";

export type PreviewAnswer = {
  channel: string;
  parts: { text: string; files: FileView[]; html?: string }[];
  isCut: boolean;
  mail?: { from: string; subject: string };
};

/** After the last key, milliseconds. */
const askAfter = 300;

/** What stands in the composer, with what is attached (`files`: ids with commas between them), as the server would send it, asked for again when it changes. */
export function ReplyPreview({ conversationId, text, files }: { conversationId: string; text: string; files: string }) {
  const [preview, setPreview] = useState<PreviewAnswer | null>(null);
  const asked = useRef(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const body = new URLSearchParams({ text, files });
      const response = await fetch(`/app/inbox/${conversationId}/preview`, { method: "POST", body, signal: stop.signal });
      if (response.ok) setPreview((await response.json()) as PreviewAnswer);
      setFailed(!response.ok);
    };
    // The first answer is asked for at once.
    const wait = asked.current ? askAfter : 0;
    asked.current = true;
    const timer = setTimeout(() => void ask().catch(() => !stop.signal.aborted && setFailed(true)), wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, files, conversationId]);
  if (failed) return <p className="ot-preview ot-muted">The preview could not be made. What you have written is kept.</p>;
  if (!preview) return <p className="ot-preview ot-muted">Looking how it will arrive…</p>;
  return (
    <section className="ot-preview" data-channel={preview.channel} aria-label={`How it arrives on ${channelName(preview.channel)}`}>
      {preview.mail && (
        <dl>
          <div>
            <dt>From</dt>
            <dd>{preview.mail.from}</dd>
          </div>
          <div>
            <dt>Subject</dt>
            <dd>{preview.mail.subject}</dd>
          </div>
        </dl>
      )}
      {preview.parts.map((part, place) =>
        part.html ? (
          <div key="mail" className="ot-preview-mail">
            {/* No scripts, no forms, no origin: it only has to be looked at. */}
            <iframe title="The mail" sandbox="" srcDoc={part.html} />
            <Files files={part.files} />
          </div>
        ) : (
          <div key={`${String(place)}-${part.text.length}`} className="ot-preview-part">
            <Files files={part.files} />
            {part.text && <p>{preview.channel === "whatsapp" ? <WhatsAppText text={part.text} /> : part.text}</p>}
          </div>
        ),
      )}
      <small>
        {preview.isCut
          ? `${channelName(preview.channel)} takes no more than this: the end would be missing.`
          : preview.parts.length > 1
            ? `Arrives as ${preview.parts.length} messages`
            : ""}
      </small>
    </section>
  );
}
