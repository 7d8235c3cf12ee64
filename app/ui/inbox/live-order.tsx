import { Button, SkeletonBodyText } from "@shopify/polaris";
import { useCard } from "./use-card.ts";

export type OrderCard =
  | {
      state: "order";
      name: string;
      status: string;
      payment: string;
      total: string;
      items: string[];
      lines: string[];
      trackingUrl?: string;
      adminUrl: string;
    }
  | { state: "none"; words: string };

const notReached: OrderCard = { state: "none", words: "The order could not be loaded." };

/** The order as Shopify has it now. */
export function LiveOrder({ caseId, changed }: { caseId: string; changed: string }) {
  // The address changes with the case, which is the reason to read again.
  const { card, busy, load } = useCard(`/app/cases/${caseId}/order?changed=${encodeURIComponent(changed)}`, notReached);
  if (!card) return <SkeletonBodyText lines={3} />;
  if (card.state === "none") {
    return (
      <div className="ot-order">
        <p className="ot-muted">{card.words}</p>
        <Button variant="plain" onClick={load} loading={busy}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <div className="ot-order">
      <p className="ot-order-top">
        <a href={card.adminUrl} target="_top">
          {card.name}
        </a>
        <span>{card.total}</span>
      </p>
      <p>{[card.status, card.payment].join(", ")}</p>
      <ul className="ot-lines">
        {[...card.items, ...card.lines].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {card.trackingUrl && (
        <a href={card.trackingUrl} target="_blank" rel="noreferrer noopener">
          Track the parcel
        </a>
      )}
    </div>
  );
}
