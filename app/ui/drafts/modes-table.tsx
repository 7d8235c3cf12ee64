import { Select } from "@shopify/polaris";
import { channelNames } from "#app/channels/message.ts";
import { type WishGroup, wishGroups } from "#app/domain/reply-drafts/modes.ts";
import type { FormState } from "#app/ui/form.tsx";
import { Row, Table } from "#app/ui/table.tsx";
import { channelName } from "#app/ui/words.ts";

const groupWords: Record<WishGroup, [title: string, about: string]> = {
  orders: ["Orders", "where they are, changes, cancelling"],
  returns: ["Returns", "exchanges, refunds, the rules"],
  delivery: ["Delivery", "prices, times, countries"],
  products: ["Products", "sizes, care, facts"],
  payment: ["Payment", "ways to pay, discounts"],
  account: ["Accounts", "signing in, newsletter"],
  other: ["Anything else", "found in your texts"],
};
const options = [
  { value: "auto", label: "Assistant" },
  { value: "draft", label: "Draft" },
  { value: "off", label: "People" },
];

/** One choice for each kind of wish on each channel. */
export function ModesTable({ form }: { form: FormState }) {
  return (
    <Table head={["About", ...channelNames.map(channelName)]}>
      {wishGroups.map((group) => (
        <Row key={group}>
          <span>
            <strong>{groupWords[group][0]}</strong>
            <br />
            <span className="ot-muted">{groupWords[group][1]}</span>
          </span>
          {channelNames.map((channel) => (
            <Select
              key={channel}
              name={`${group}@${channel}`}
              label={`${groupWords[group][0]} on ${channelName(channel)}`}
              labelHidden
              options={options}
              value={form.values[`${group}@${channel}`]}
              onChange={(value) => form.set(`${group}@${channel}`, value)}
            />
          ))}
        </Row>
      ))}
    </Table>
  );
}
