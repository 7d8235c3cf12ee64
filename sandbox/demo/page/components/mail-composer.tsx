/** @jsxImportSource preact */
import { useEffect, useRef } from "preact/hooks";
import type { Demo, MailDraft } from "../model.ts";

/** Writes one mail to the shop, new or as an answer. */
export function MailComposer({ demo, draft, onSent }: { demo: Demo; draft: MailDraft; onSent: () => void }) {
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus({ preventScroll: true }), []);
  const change = (part: Partial<MailDraft>) => {
    demo.mailDraft.value = { ...draft, ...part };
  };
  const send = async () => {
    if (await demo.sendMail()) onSent();
  };
  const sending = demo.busy.value === "mail-send";
  return (
    <form
      class="letter-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
      }}
    >
      <p class="to">
        <span class="name">To</span> {demo.state.value?.shopName}
      </p>
      <label>
        <span class="name">Subject</span>
        <input
          value={draft.subject}
          readOnly={draft.answers !== undefined}
          placeholder="What it is about"
          onInput={(event) => change({ subject: event.currentTarget.value })}
        />
      </label>
      <textarea
        ref={text}
        id="compose-mail"
        aria-label="Your mail"
        placeholder="Write as you would to a shop"
        value={draft.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <div class="form-foot">
        <button type="button" class="quiet" onClick={() => (demo.mailDraft.value = null)}>
          Discard
        </button>
        <button type="submit" class="primary" disabled={!draft.text.trim() || sending}>
          {sending ? "Sending…" : "Send"}
        </button>
      </div>
    </form>
  );
}
