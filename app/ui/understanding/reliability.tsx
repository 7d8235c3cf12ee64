import { Text } from "@shopify/polaris";

type Row = { from: number; said: number; right: number; count: number };
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** How often the built-in model was right at each confidence, measured on sentences that it had not learnt from. */
export function Reliability({ rows, threshold }: { rows: Row[]; threshold: number }) {
  return (
    <figure className="ot-reliability">
      <figcaption>
        <Text as="p" tone="subdued">
          How often the built-in model is right, by how sure it is. Measured on{" "}
          {rows.reduce((sum, row) => sum + row.count, 0).toLocaleString("en")} sentences that it had not learnt from.
        </Text>
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">Says it is</th>
            <th scope="col">Right</th>
            <th scope="col">Share of sentences</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.from} data-answered={row.from >= threshold || undefined}>
              <th scope="row">
                {percent(row.from)} to {percent(rows[index + 1]?.from ?? 1)} sure
              </th>
              <td>
                <span className="ot-bar" style={{ inlineSize: `${Math.round(row.right * 100)}%` }} aria-hidden="true" />
                {percent(row.right)}
              </td>
              <td>{percent(row.count / rows.reduce((sum, one) => sum + one.count, 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
