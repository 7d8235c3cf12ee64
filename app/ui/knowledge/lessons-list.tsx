import { Link, useFetcher } from "@remix-run/react";
import { Badge, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Outcome } from "./own-answer.tsx";

export type LessonView = {
  id: string;
  wrong: boolean;
  question: string;
  said: string;
  proposal: string;
  by: string;
  when: string;
  conversationId: string;
};
type Answer = { ok: boolean; problem: string | null; done: string | null };

/** What conversations have shown to be wrong or missing, each as a change to look at before it counts. */
export function LessonsList({ lessons }: { lessons: LessonView[] }) {
  if (lessons.length === 0) {
    return (
      <Text as="p" tone="subdued">
        Nothing waits. Staff mark a wrong answer in the thread, and what they answer by hand is proposed here when they close the case.
      </Text>
    );
  }
  return (
    <ul className="ot-lessons">
      {lessons.map((one) => (
        <Lesson key={one.id} view={one} />
      ))}
    </ul>
  );
}

function Lesson({ view }: { view: LessonView }) {
  const fetcher = useFetcher<Answer>();
  const [question, setQuestion] = useState(view.question);
  const [answer, setAnswer] = useState(view.proposal);
  return (
    <li>
      <p>
        <Badge tone={view.wrong ? "critical" : "info"}>{view.wrong ? "Wrong answer" : "No answer yet"}</Badge>{" "}
        <small className="ot-muted">
          {view.by}, {view.when}
        </small>{" "}
        <Link to={`/app/inbox/${view.conversationId}`}>Read the conversation</Link>
      </p>
      <div className="ot-diff">
        <p data-side="before">
          <span>{view.wrong ? "The assistant said" : "Now"}</span>
          {view.wrong ? <del>{view.said}</del> : "Nothing you have written answers this."}
        </p>
      </div>
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="lesson" />
        <input type="hidden" name="id" value={view.id} />
        <div className="ot-diff" data-side="after">
          <TextField label="Question" name="question" autoComplete="off" maxLength={300} value={question} onChange={setQuestion} />
          <TextField
            label="It would say"
            name="answer"
            autoComplete="off"
            multiline={3}
            maxLength={4000}
            value={answer}
            onChange={setAnswer}
            helpText="Take out names, order numbers and whatever holds for one shopper only."
          />
        </div>
        <InlineStack gap="200" blockAlign="center">
          <Button submit variant="primary" loading={fetcher.state !== "idle"} disabled={!question.trim() || !answer.trim()}>
            Use this answer
          </Button>
          <Button onClick={() => fetcher.submit({ intent: "dismiss-lesson", id: view.id }, { method: "post" })}>Dismiss</Button>
          <Outcome answer={fetcher.data} />
        </InlineStack>
      </fetcher.Form>
    </li>
  );
}
