import { Form, useNavigation, useSubmit } from "@remix-run/react";
import { TextField } from "@shopify/polaris";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { languages } from "#app/channels/message.ts";
import { isOwn } from "#app/domain/conversations/inbox-views.ts";
import { channelName, escalationReasons } from "#app/ui/words.ts";
import { type InboxAddress, type Narrowing, narrowings } from "./inbox-query.ts";
import { arrived, isTyping, sent, settled, startSearch, typed } from "./search-text.ts";

const languageNames = new Intl.DisplayNames("en", { type: "language" });
const choices: Record<Narrowing, { any: string; label: string; options: [value: string, words: string][] }> = {
  channel: {
    any: "Any channel",
    label: "Channel",
    options: ["widget", "instagram", "whatsapp", "email"].map((one) => [one, channelName(one)]),
  },
  language: { any: "Any language", label: "Language", options: languages.map((one) => [one, languageNames.of(one) ?? one]) },
  reason: { any: "Any reason", label: "Reason of the hand-over", options: escalationReasons },
};

type Props = { query: InboxAddress; name: string; onLeave: () => void };

/** Milliseconds without a key, after which it is searched. */
const pause = 300;

/** Searches while typing, a moment after the last key, and narrows at once. The newest words win. Escape leaves the field for the list. */
export function QueueSearch({ query, name, onLeave }: Props) {
  const { view, search } = query;
  const [words, setWords] = useState(() => startSearch(search));
  const submit = useSubmit();
  const { state, formAction } = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => setWords((before) => (before.search === search ? before : arrived(before, search))), [search]);
  useEffect(() => {
    if (state === "idle") setWords(settled);
  }, [state]);
  const wanted = isTyping(words) ? words.text : null;
  const send = useCallback(() => {
    setWords(sent);
    submit(form.current, { replace: true });
  }, [submit]);
  useEffect(() => {
    if (wanted === null) return;
    const timer = setTimeout(send, pause);
    return () => clearTimeout(timer);
  }, [wanted, send]);
  const narrowed = narrowings.filter((one) => query[one]).length;
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    onLeave();
  };
  return (
    <Form ref={form} action="/app/inbox" role="search" className="ot-search" onKeyDown={leave}>
      <input type="hidden" name="view" value={view} />
      {isOwn(view) && <input type="hidden" name="name" value={name} />}
      <TextField
        label="Search names and messages"
        labelHidden
        placeholder="Search names and messages"
        name="search"
        autoComplete="off"
        maxLength={100}
        clearButton
        loading={formAction === "/app/inbox"}
        onClearButtonClick={() => setWords((before) => typed(before, ""))}
        value={words.text}
        onChange={(text) => setWords((before) => typed(before, text))}
      />
      <details className="ot-narrow" open={narrowed > 0 || undefined}>
        <summary>{narrowed > 0 ? `Filters (${narrowed})` : "Filters"}</summary>
        <div>
          {narrowings.map((one) => (
            <label key={one}>
              <span className="ot-hidden">{choices[one].label}</span>
              <select key={query[one]} name={one} defaultValue={query[one] ?? ""} onChange={send}>
                <option value="">{choices[one].any}</option>
                {choices[one].options.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </details>
    </Form>
  );
}
