import { Checkbox } from "@shopify/polaris";
import { Dialog } from "./dialog.tsx";

const sheet: [keys: string[], does: string][] = [
  [["j"], "Next conversation"],
  [["k"], "Previous conversation"],
  [["Enter"], "Open it"],
  [["u", "Esc"], "Back to the list"],
  [["/"], "Search"],
  [["r"], "Reply"],
  [["a"], "Assign to me"],
  [["s"], "Assign to somebody"],
  [["z"], "Snooze"],
  [["e"], "Close the case"],
  [["o"], "Open it again, under Closed"],
  [["x"], "Choose the row"],
  [["?"], "These keys"],
];

/** Which keys there are, and the switch that turns them off. */
export function KeysSheet({ on, onSwitch, onClose }: { on: boolean; onSwitch: (on: boolean) => void; onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="ot-keys">
        {sheet.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="ot-muted">
        With rows chosen, a, s, z and e act on all of them. No key acts while you write: Esc leaves the field, your text stays.
      </p>
      <Checkbox label="Single keys act in this browser" checked={on} onChange={onSwitch} />
    </Dialog>
  );
}
