import { Badge } from "@shopify/polaris";

export type PromiseView = { id: string; what: string; until: string; due: boolean };

/** What the shopper was promised and is still to come, with the day until which it holds. */
export function Promises({ promises }: { promises: PromiseView[] }) {
  return (
    <ul className="ot-lines">
      {promises.map((one) => (
        <li key={one.id}>
          {one.what} <small>{one.until}</small> {one.due && <Badge tone="attention">Due</Badge>}
        </li>
      ))}
    </ul>
  );
}
