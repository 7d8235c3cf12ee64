import { Button, InlineStack } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { type AlertState, alertState, askForAlerts, switchAlerts } from "#app/ui/browser-alerts.ts";
import { Section } from "#app/ui/page.tsx";

const words: Record<AlertState, string> = {
  on: "On. While a page of the app is open in the background, this browser tells you when a shopper begins to wait for you or for whoever takes it, and when a colleague names you in a note.",
  off: "Off in this browser. It may show alerts and shows none until you turn them on.",
  "can-ask": "Not asked yet. This browser can tell you when a shopper begins to wait while a page of the app is open.",
  refused: "Blocked. This browser has been told not to show alerts of this page. You can change that in its settings for this site.",
  framed:
    "Browsers show no alerts for an app inside the Shopify admin. While a page of the app is open you see a short note in it, and the number of waiting shoppers in the title of the inbox. For alerts at any time add email or Slack below.",
  "unknown-here": "This browser shows no alerts. Add email or Slack below to be told.",
};

/** Alerts of the browser in front of us: kept there, not in the shop. */
export function BrowserAlerts() {
  // Known only in the browser, after the page has come.
  const [state, setState] = useState<AlertState>();
  useEffect(() => setState(alertState()), []);
  return (
    <Section title="Alerts in this browser">
      <p role="status">{state ? words[state] : "…"}</p>
      {(state === "on" || state === "off") && (
        <InlineStack>
          <Button onClick={() => setState(switchAlerts(state === "off"))}>{state === "on" ? "Turn off" : "Turn on"}</Button>
        </InlineStack>
      )}
      {state === "can-ask" && (
        <InlineStack>
          <Button onClick={() => void askForAlerts().then(setState)}>Show alerts in this browser</Button>
        </InlineStack>
      )}
    </Section>
  );
}
