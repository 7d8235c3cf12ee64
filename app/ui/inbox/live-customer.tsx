import { Button, SkeletonBodyText } from "@shopify/polaris";
import { useCard } from "./use-card.ts";

export type CustomerCard =
  | {
      state: "customer";
      name: string;
      adminUrl: string;
      since: string;
      spent: string;
      numberOfOrders: number;
      tags: string[];
      orders: { name: string; adminUrl: string; day: string; status: string; payment: string; total: string }[];
    }
  | { state: "none"; words: string; failed: boolean };

const notReached: CustomerCard = { state: "none", words: "The customer could not be loaded.", failed: true };

type Props = { conversationId: string; changed: string; openCases: number };

/** Who this is to the shop: what they spent, how often they bought, how the shop has marked them, what they bought last. */
export function LiveCustomer({ conversationId, changed, openCases }: Props) {
  const address = `/app/shoppers/${conversationId}/customer?changed=${encodeURIComponent(changed)}`;
  const { card, busy, load } = useCard(address, notReached);
  if (!card) return <SkeletonBodyText lines={4} />;
  if (card.state === "none") {
    return (
      <>
        <p className="ot-muted">{card.words}</p>
        {card.failed && (
          <Button variant="plain" onClick={load} loading={busy}>
            Try again
          </Button>
        )}
      </>
    );
  }
  return (
    <div className="ot-customer">
      <p>
        <a href={card.adminUrl} target="_top">
          {card.name}
        </a>{" "}
        <small>since {card.since}</small>
      </p>
      <dl>
        <div>
          <dt>Spent</dt>
          <dd>{card.spent}</dd>
        </div>
        <div>
          <dt>Orders</dt>
          <dd>{card.numberOfOrders}</dd>
        </div>
        <div>
          <dt>Open cases</dt>
          <dd>{openCases}</dd>
        </div>
      </dl>
      {card.tags.length > 0 && (
        <ul className="ot-tags" aria-label="Tags">
          {card.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      {card.orders.length === 0 ? (
        <p className="ot-muted">No orders yet.</p>
      ) : (
        <ul className="ot-orders" aria-label="Newest orders">
          {card.orders.map((order) => (
            <li key={order.name}>
              <a href={order.adminUrl} target="_top">
                {order.name}
              </a>
              <span>{order.total}</span>
              <small>
                {order.day} · {order.status} · {order.payment}
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
