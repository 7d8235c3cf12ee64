import { Badge, Text } from "@shopify/polaris";
import { channelNames } from "#app/channels/message.ts";
import { intents } from "#app/pipeline/assistant/model.ts";
import { Row, Table } from "#app/ui/table.tsx";
import { channelName, escalationReason, intentName } from "#app/ui/words.ts";

type ReportData = {
  conversations: number;
  turns: number;
  expected: number;
  right: number;
  accuracy: number | null;
  contained: number;
  handedOver: { reason: string; count: number }[];
  wrong: { conversationId: string; text: string; expected: string; got: string }[];
  matrix: { intent: string; channel: string; count: number }[];
  dollars: number;
};

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** One replay in figures: is it good enough, who was needed, what people wanted where, and what went wrong. */
export function Report({ report, gate }: { report: ReportData; gate: number }) {
  const { accuracy, matrix } = report;
  const passes = accuracy !== null && accuracy * 100 >= gate;
  const wishes = [...new Set(matrix.map(({ intent }) => intent))];
  const count = (intent: string, channel: string) => matrix.find((one) => one.intent === intent && one.channel === channel)?.count ?? 0;
  const total = (intent: string) => matrix.filter((one) => one.intent === intent).reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <Text as="p">
        {accuracy === null ? (
          <Badge>The file does not say what was wanted</Badge>
        ) : (
          <Badge tone={passes ? "success" : "warning"}>
            {`${percent(accuracy)} right of ${report.expected}, ${passes ? "ready" : "not yet ready"} (from ${gate} %)`}
          </Badge>
        )}{" "}
        {percent(report.contained)} of {report.conversations} conversations needed no person.{" "}
        {report.dollars > 0 && `The language model would have cost ${report.dollars.toFixed(2)} USD.`}
      </Text>
      {report.handedOver.length > 0 && (
        <Text as="p">
          To a person: {report.handedOver.map(({ reason, count: times }) => `${escalationReason(reason)} (${times})`).join(", ")}.
        </Text>
      )}
      <Table head={["Wish", ...channelNames.map(channelName), "All"]}>
        {wishes.map((intent) => (
          <Row key={intent}>
            {intentName(intent)}
            {channelNames.map((channel) => (
              <span key={channel}>{count(intent, channel)}</span>
            ))}
            {total(intent)}
          </Row>
        ))}
      </Table>
      {report.wrong.length > 0 && (
        <details>
          <summary>What was taken for something else</summary>
          <Table head={["Written", "Wanted", "Taken for"]}>
            {report.wrong.map((one) => (
              <Row key={`${one.conversationId} ${one.text}`}>
                {one.text}
                {inWords(one.expected)}
                {inWords(one.got)}
              </Row>
            ))}
          </Table>
        </details>
      )}
    </>
  );
}

/** "return_policy.window, no person" with the wish as the other pages name it. */
function inWords(judged: string): string {
  const [wish = "", ...others] = judged.split(", ");
  const [intent = "", detail] = wish.split(".");
  const isWish = intent === "answer" || intents.some((one) => one === intent);
  const named = isWish ? [intentName(intent), detail && `(${detail.replaceAll("_", " ")})`].filter(Boolean).join(" ") : wish;
  return [named, ...others].join(", ");
}
