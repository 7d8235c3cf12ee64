import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { channelName } from "#app/ui/words.ts";
import type { ComposerAnswer } from "./composer-answer.ts";
import { byChannel, type MoveAnswer, type MoveOptionView } from "./move-words.ts";

type Props = { conversationId: string; name: string; onDone(): void };

/** Asks the shopper whether to go on on another of their channels. Nothing moves without their yes. */
export function MoveOn({ conversationId, name, onDone }: Props) {
  const [answer, setAnswer] = useState<MoveAnswer | "failed">();
  useEffect(() => {
    const stop = new AbortController();
    fetch(`/app/inbox/${conversationId}/move`, { signal: stop.signal })
      .then(async (response) => setAnswer(response.ok ? ((await response.json()) as MoveAnswer) : "failed"))
      .catch(() => !stop.signal.aborted && setAnswer("failed"));
    return () => stop.abort();
  }, [conversationId]);

  const fetcher = useFetcher<ComposerAnswer>();
  const clientIds = useRef(new Map<string, string>());
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data?.ok) done.current();
  }, [fetcher.state, fetcher.data]);
  const ask = ({ toId }: MoveOptionView) => {
    // Pressed again after a lost connection it is the same question.
    const clientId = clientIds.current.get(toId) ?? crypto.randomUUID();
    clientIds.current.set(toId, clientId);
    fetcher.submit({ intent: "ask-to-move", toId, clientId, name }, { method: "post" });
  };

  return (
    <section className="ot-move-on" aria-label="Go on on another channel">
      {answer === undefined && <p>Looking where else they can be reached…</p>}
      {answer === "failed" && <p role="alert">Where else they can be reached could not be looked up. Close this and try again.</p>}
      {typeof answer === "object" && answer.options.length === 0 && <p>No other channel is proven to be theirs.</p>}
      {typeof answer === "object" && answer.options.length > 0 && (
        <>
          <p>They are asked here first. Replies move only with their yes, and stay where they are without one.</p>
          <ul>
            {answer.options.map((one) => (
              <li key={one.toId}>
                <ChannelMark channel={one.channel} />
                <div>
                  <strong>{[channelName(one.channel), one.address].filter(Boolean).join(" · ")}</strong>
                  <small>{one.problem ?? `“${one.text}”`}</small>
                </div>
                {!one.problem && (
                  <Button
                    size="slim"
                    disabled={fetcher.state !== "idle"}
                    onClick={() => ask(one)}
                    accessibilityLabel={`Ask to go on ${byChannel(one.channel)}`}
                  >
                    Ask
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {fetcher.data?.ok === false && fetcher.state === "idle" && (
        <p className="ot-problem" role="alert">
          {fetcher.data.problem}
        </p>
      )}
    </section>
  );
}
