/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import type { DemoState, MailItem } from "../../demo-api.ts";
import type { Demo } from "../model.ts";
import { newestFirst } from "../news.ts";
import { CopyCode } from "./copy-code.tsx";
import { Device } from "./device.tsx";
import { MailComposer } from "./mail-composer.tsx";
import { MailReader } from "./mail-reader.tsx";
import { Mark } from "./marks.tsx";
import { Ago } from "./time.tsx";

/** The shopper's mailbox: the list, one mail, or one being written. */
export function Mail({ demo, state, now }: { demo: Demo; state: DemoState; now: number }) {
  const { mails, shopper } = state;
  const [openId, setOpenId] = useState<string | null>(null);
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const open = mails.find((mail) => mail.id === openId);
  const unread = mails.filter((mail) => !mail.mine && !read.has(mail.id)).length;
  const draft = demo.mailDraft.value;
  const show = (mail: MailItem) => {
    setOpenId(mail.id);
    setRead(new Set(read).add(mail.id));
  };
  const answer = (mail: MailItem) => {
    const subject = /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
    demo.mailDraft.value = { subject, text: "", answers: mail.id };
  };
  return (
    <Device demo={demo} place="mail" class="mailbox">
      <header class="device-bar">
        <Mark name="mail" />
        <h2>
          Mail <small>{shopper.email}</small>
        </h2>
        {!draft && (
          <button type="button" class="small" onClick={() => (demo.mailDraft.value = { subject: "", text: "" })}>
            Write
          </button>
        )}
      </header>
      {draft ? (
        <MailComposer demo={demo} draft={draft} onSent={() => setOpenId(null)} />
      ) : open ? (
        <MailReader demo={demo} mail={open} unread={unread} onBack={() => setOpenId(null)} onAnswer={() => answer(open)} />
      ) : (
        <MailList demo={demo} mails={mails} read={read} now={now} onOpen={show} />
      )}
    </Device>
  );
}

type ListProps = { demo: Demo; mails: MailItem[]; read: ReadonlySet<string>; now: number; onOpen: (mail: MailItem) => void };

function MailList({ demo, mails, read, now, onOpen }: ListProps) {
  if (mails.length === 0) {
    return (
      <p class="empty">
        <strong>No mail yet</strong>
        Codes and confirmations arrive here. Or write to the shop yourself.
      </p>
    );
  }
  return (
    <ul class="mails">
      {newestFirst(mails).map((mail) => (
        <li key={mail.id} class={mail.mine || read.has(mail.id) ? undefined : "unread"}>
          <button type="button" class="mail-row" onClick={() => onOpen(mail)}>
            <span class="mail-top">
              <span class="mail-from">{mail.mine ? "You" : sender(mail.from)}</span>
              <Ago at={mail.at} now={now} />
            </span>
            <span class="mail-subject">{mail.subject || "No subject"}</span>
            <span class="mail-start">{mail.text.slice(0, 160)}</span>
          </button>
          {mail.code && <CopyCode demo={demo} code={mail.code} />}
        </li>
      ))}
    </ul>
  );
}

/** "Linden & Loom <hello@…>": the name is enough in a list. */
const sender = (from: string): string => from.replace(/\s*<[^>]*>$/, "") || from;
