/** @jsxImportSource preact */
import type { MailItem } from "../../demo-api.ts";
import type { Demo } from "../model.ts";
import { CopyCode } from "./copy-code.tsx";
import { Mark } from "./marks.tsx";
import { RichText } from "./text.tsx";

type ReaderProps = { demo: Demo; mail: MailItem; unread: number; onBack: () => void; onAnswer: () => void };

export function MailReader({ demo, mail, unread, onBack, onAnswer }: ReaderProps) {
  return (
    <div class="reader">
      <div class="reader-bar">
        <button type="button" class="small quiet" onClick={onBack}>
          <Mark name="back" /> Inbox{unread > 0 ? ` (${unread} new)` : ""}
        </button>
        {!mail.mine && (
          <button type="button" class="small" onClick={onAnswer}>
            Answer
          </button>
        )}
      </div>
      <div class="reader-head">
        <h3>{mail.subject || "No subject"}</h3>
        <p>{mail.mine ? "You" : mail.from}</p>
        {mail.code && <CopyCode demo={demo} code={mail.code} />}
      </div>
      {mail.html ? (
        <iframe
          key={mail.id}
          class="letter"
          title={`Mail: ${mail.subject}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcdoc={forReading(mail.html)}
        />
      ) : (
        <div class="letter plain">
          <RichText text={mail.text} />
        </div>
      )}
    </div>
  );
}

/** The mail as it came, except that its links open beside this page. No script of it runs. */
function forReading(html: string): string {
  const extra = '<base target="_blank"><style>body{overflow-wrap:anywhere}img{max-width:100%}</style>';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + extra) : `<!doctype html>${extra}${html}`;
}
