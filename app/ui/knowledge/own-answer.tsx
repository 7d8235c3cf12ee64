import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";

type Answer = { ok: boolean; problem: string | null; done: string | null };

/** A question chosen in the list above comes as `#answer=…` in the address. */
export function OwnAnswer() {
  const fetcher = useFetcher<Answer>();
  const [question, setQuestion] = useState("");
  const [answer, setAnswer] = useState("");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const take = () => {
      const [, chosen] = /^#answer=(.+)/.exec(window.location.hash) ?? [];
      if (!chosen) return;
      setQuestion(decodeURIComponent(chosen));
      place.current?.querySelector("textarea")?.focus();
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  useEffect(() => {
    if (!fetcher.data?.ok) return;
    setQuestion("");
    setAnswer("");
  }, [fetcher.data]);
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="answer" />
      <div ref={place}>
        <BlockStack gap="300">
          <TextField name="question" label="Question" autoComplete="off" maxLength={300} value={question} onChange={setQuestion} />
          <TextField name="answer" label="Answer" autoComplete="off" multiline={3} maxLength={4000} value={answer} onChange={setAnswer} />
          <InlineStack gap="300" blockAlign="center">
            <Button submit loading={fetcher.state !== "idle"} disabled={!question.trim() || !answer.trim()}>
              Save the answer
            </Button>
            <Outcome answer={fetcher.data} />
          </InlineStack>
        </BlockStack>
      </div>
    </fetcher.Form>
  );
}

export function Outcome({ answer }: { answer: Answer | undefined }) {
  if (!answer) return null;
  return (
    <Text as="span" tone={answer.ok ? "success" : "critical"}>
      <span role={answer.ok ? "status" : "alert"}>{answer.ok ? answer.done : answer.problem}</span>
    </Text>
  );
}
