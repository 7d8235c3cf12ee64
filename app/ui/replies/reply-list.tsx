import { useFetcher } from "@remix-run/react";
import { Button, Select } from "@shopify/polaris";
import { useState } from "react";
import { FilledText } from "#app/ui/inbox/filled-text.tsx";

export type SavedReplyView = { id: string; title: string; language: string; text: string; by: string };

const names = new Intl.DisplayNames("en", { type: "language" });

/** What is kept, by language. */
export function ReplyList({ replies, onEdit }: { replies: SavedReplyView[]; onEdit(id: string): void }) {
  const [language, setLanguage] = useState("");
  if (replies.length === 0)
    return (
      <p className="ot-muted">
        Nothing is kept yet. What you write again and again, write once here, and put in names and orders as variables.
      </p>
    );
  const spoken = [...new Set(replies.map((one) => one.language))];
  const options = [{ value: "", label: "All languages" }, ...spoken.map((value) => ({ value, label: names.of(value) ?? value }))];
  return (
    <>
      {spoken.length > 1 && <Select label="Language" labelInline options={options} value={language} onChange={setLanguage} />}
      <ul className="ot-replies">
        {replies
          .filter((one) => language === "" || one.language === language)
          .map((one) => (
            <Row key={one.id} reply={one} onEdit={() => onEdit(one.id)} />
          ))}
      </ul>
    </>
  );
}

function Row({ reply, onEdit }: { reply: SavedReplyView; onEdit(): void }) {
  const fetcher = useFetcher();
  const [asked, setAsked] = useState(false);
  return (
    <li>
      <div>
        <h3>
          {reply.title} <small>{names.of(reply.language)}</small>
        </h3>
        <p>
          <FilledText text={reply.text} />
        </p>
        <small className="ot-muted">By {reply.by}</small>
      </div>
      {asked ? (
        <fetcher.Form method="post" className="ot-replies-acts">
          <input type="hidden" name="intent" value="delete" />
          <input type="hidden" name="id" value={reply.id} />
          <Button submit tone="critical" loading={fetcher.state !== "idle"} accessibilityLabel={`Delete ${reply.title} for good`}>
            Delete for good
          </Button>
          <Button onClick={() => setAsked(false)}>Keep</Button>
        </fetcher.Form>
      ) : (
        <div className="ot-replies-acts">
          <Button onClick={onEdit} accessibilityLabel={`Change ${reply.title}`}>
            Change
          </Button>
          <Button onClick={() => setAsked(true)} accessibilityLabel={`Delete ${reply.title}`}>
            Delete
          </Button>
        </div>
      )}
    </li>
  );
}
