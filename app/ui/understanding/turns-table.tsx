import { Text } from "@shopify/polaris";
import { Row, Table } from "#app/ui/table.tsx";
import { channelName, intentName } from "#app/ui/words.ts";

type Statistics = {
  counts: { channel: string; intent: string; turns: number; handedOver: number; askedAgain: number }[];
  turns: number;
  byModel: number;
  microDollars: number;
};

const percent = (part: number, whole: number) => `${Math.round((part / Math.max(1, whole)) * 100)} %`;
const dollars = (micro: number) => (micro / 1_000_000).toLocaleString("en", { style: "currency", currency: "USD" });
const mostRows = 40;

/** Wishes by channel, the most frequent first, with how often a person was needed, and what the language model cost. */
export function TurnsTable({ statistics: { counts, turns, byModel, microDollars } }: { statistics: Statistics }) {
  if (turns === 0) {
    return (
      <Text as="p" tone="subdued">
        Nobody has written yet. Once shoppers do, this shows what they want and how well they were understood.
      </Text>
    );
  }
  const handedOver = counts.reduce((sum, one) => sum + one.handedOver, 0);
  return (
    <>
      <Text as="p">
        {turns} {turns === 1 ? "message" : "messages"} understood, {percent(turns - byModel, turns)} without the language model.{" "}
        {percent(handedOver, turns)} went to a person. The language model cost {dollars(microDollars)}.
      </Text>
      <Table head={["Wish", "Channel", "Messages", "Asked again", "To a person"]}>
        {counts.slice(0, mostRows).map((one) => (
          <Row key={`${one.intent}@${one.channel}`}>
            {intentName(one.intent)}
            {channelName(one.channel)}
            {one.turns}
            {percent(one.askedAgain, one.turns)}
            {percent(one.handedOver, one.turns)}
          </Row>
        ))}
      </Table>
    </>
  );
}
