/** @jsxImportSource preact */
import type { DemoState } from "../../demo-api.ts";
import type { Demo } from "../model.ts";
import { Device } from "./device.tsx";
import { Mark } from "./marks.tsx";

/** The merchant's Shopify admin with the app inside: the staff inbox. */
export function Staff({ demo, state }: { demo: Demo; state: DemoState }) {
  return (
    <Device demo={demo} place="staff" class="staff">
      <header class="device-bar">
        <Mark name="staff" />
        <h2>
          Staff <small>Shopify admin of {state.shopName}</small>
        </h2>
        <a class="small button" href={state.adminUrl} target="_blank" rel="noopener">
          <Mark name="open" /> Open in a tab
        </a>
      </header>
      <iframe class="frame" src={state.adminUrl} title="Shopify admin with the staff inbox" />
    </Device>
  );
}
