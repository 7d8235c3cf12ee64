import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Select, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { languages } from "#app/channels/message.ts";
import { replyVariables } from "#app/domain/staff/reply-variables.ts";
import type { SavedReplyView } from "./reply-list.tsx";

export type ReplyFormAnswer = { ok: true; id?: string } | { ok: false; problems: Partial<Record<"title" | "language" | "text", string>> };

/** Makes or changes a saved reply; a variable is put in where the cursor stands. */
export function ReplyForm({ reply, language, onDone }: { reply: SavedReplyView | null; language: string; onDone(): void }) {
  const fetcher = useFetcher<ReplyFormAnswer>();
  const [title, setTitle] = useState(reply?.title ?? "");
  const [text, setText] = useState(reply?.text ?? "");
  const [spoken, setSpoken] = useState(reply?.language ?? languages.find((one) => one === language) ?? "en");
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    document.getElementById("saved-title")?.focus();
  }, []);
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data?.ok) done.current();
  }, [fetcher.state, fetcher.data]);
  const problems = fetcher.data?.ok === false ? fetcher.data.problems : {};
  const put = (name: string) => {
    const box = document.getElementById("saved-text") as HTMLTextAreaElement | null;
    const at = box?.selectionStart ?? text.length;
    setText(`${text.slice(0, at)}{{${name}}}${text.slice(box?.selectionEnd ?? at)}`);
    box?.focus();
  };
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="save" />
      {reply && <input type="hidden" name="id" value={reply.id} />}
      <BlockStack gap="300">
        <TextField
          id="saved-title"
          name="title"
          label="Name"
          autoComplete="off"
          maxLength={80}
          value={title}
          onChange={setTitle}
          error={problems.title}
        />
        <Select label="Language" name="language" options={languageOptions} value={spoken} onChange={setSpoken} error={problems.language} />
        <TextField
          id="saved-text"
          name="text"
          label="What it says"
          autoComplete="off"
          multiline={5}
          maxHeight={320}
          maxLength={4000}
          value={text}
          onChange={setText}
          error={problems.text}
        />
        <fieldset className="ot-variables">
          <legend className="ot-hidden">Put in</legend>
          {Object.entries(replyVariables).map(([name, words]) => (
            <Button key={name} size="slim" onClick={() => put(name)}>
              {words}
            </Button>
          ))}
        </fieldset>
        <InlineStack gap="200">
          <Button submit variant="primary" loading={fetcher.state !== "idle"} disabled={!title.trim() || !text.trim()}>
            Save
          </Button>
          <Button onClick={onDone}>Cancel</Button>
        </InlineStack>
      </BlockStack>
    </fetcher.Form>
  );
}

const names = new Intl.DisplayNames("en", { type: "language" });
const languageOptions = languages.map((value) => ({ value, label: names.of(value) ?? value }));
