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

const readingStyle = "body{overflow-wrap:break-word}img{max-width:100%}a.found{word-break:break-all}";
const address = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/;

/** The mail as it came, except that bare addresses can be clicked and links open beside this page. No script of it runs. */
function forReading(html: string): string {
  const letter = new DOMParser().parseFromString(html, "text/html");
  const base = letter.createElement("base");
  base.target = "_blank";
  const style = letter.createElement("style");
  style.textContent = readingStyle;
  letter.head.prepend(base, style);
  linkAddresses(letter);
  return `<!doctype html>${letter.documentElement.outerHTML}`;
}

/** As mail programs do with an address that is no link. */
function linkAddresses(letter: Document): void {
  const walker = letter.createTreeWalker(letter.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts.filter((one) => !one.parentElement?.closest("a"))) {
    for (let rest = text, found = address.exec(rest.data); found; found = address.exec(rest.data)) {
      const start = rest.splitText(found.index);
      rest = start.splitText(found[0].length);
      const link = letter.createElement("a");
      link.href = found[0];
      link.className = "found";
      link.rel = "noopener";
      start.replaceWith(link);
      link.append(start);
    }
  }
}
