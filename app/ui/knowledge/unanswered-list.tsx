import { Text } from "@shopify/polaris";
import { Row, Table } from "../table.tsx";

type Question = { question: string; times: number; last: string; channel: string };

/** The link puts the question into the form below, whose field has that name as its id. */
export function UnansweredList({ questions }: { questions: Question[] }) {
  if (questions.length === 0) {
    return (
      <Text as="p" tone="subdued">
        None. Every question found an answer or went to a person at once.
      </Text>
    );
  }
  return (
    <Table head={["Question", "Times", "Last", "Channel"]}>
      {questions.map((one) => (
        <Row key={one.question}>
          <a href={`#answer=${encodeURIComponent(one.question)}`}>{one.question}</a>
          {one.times}
          {one.last}
          {one.channel}
        </Row>
      ))}
    </Table>
  );
}
