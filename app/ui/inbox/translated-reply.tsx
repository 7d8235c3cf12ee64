import { useFetcher } from "@remix-run/react";
import { Checkbox, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { TranslationAnswer } from "./translation.ts";

export type ReplyTranslation = {
  wanted: boolean;
  want(wanted: boolean): void;
  /** The translation shown is of what stands in the composer. */
  ready: boolean;
  words: string;
  change(words: string): void;
  doubtful: boolean;
  busy: boolean;
  problem: string | null;
  ask(): void;
};

/** A reply in the shopper's language: asked for, looked at, changed where need be, and only then sent. `into`: null where there is none. */
export function useReplyTranslation(conversationId: string, into: string | null, text: string): ReplyTranslation {
  const fetcher = useFetcher<TranslationAnswer>();
  const [wanted, setWanted] = useState(true);
  const [edited, setEdited] = useState<{ of: string; words: string } | null>(null);
  const answer = fetcher.data?.ok ? fetcher.data : null;
  const of = text.trim();
  const fits = answer?.of === of && answer.text !== undefined;
  return {
    wanted: wanted && into !== null,
    want: setWanted,
    ready: fits,
    words: edited?.of === of ? edited.words : fits ? (answer.text ?? "") : "",
    change: (words) => setEdited({ of, words }),
    doubtful: fits && answer.doubtful === true,
    busy: fetcher.state !== "idle",
    problem: fetcher.data?.ok === false ? fetcher.data.problem : null,
    ask: () => fetcher.submit({ intent: "reply", text: of }, { method: "post", action: `/app/inbox/${conversationId}/translate` }),
  };
}

/** The switch and, once there is one, the translation. */
export function TranslatedReply({ translated, into }: { translated: ReplyTranslation; into: string }) {
  return (
    <div className="ot-translated-reply">
      <Checkbox label={`Translate into ${into}`} checked={translated.wanted} onChange={translated.want} />
      {translated.wanted && translated.ready && (
        <TextField
          label={`What they get, in ${into}`}
          autoComplete="off"
          multiline={2}
          maxHeight={160}
          maxLength={4000}
          value={translated.words}
          onChange={translated.change}
          error={translated.doubtful ? "The figures differ from yours. Read it before you send it." : undefined}
        />
      )}
    </div>
  );
}
