import { showToast } from "./app-bridge.ts";

/** Whether this browser shows alerts for this page, and if not, why. */
export type AlertState = "on" | "can-ask" | "refused" | "framed" | "unknown-here";

/**
 * Browsers let only a page in a tab of its own ask for notifications: inside Shopify's admin the app is a frame of another site,
 * and Chrome, Edge, Firefox and Safari refuse there without asking anybody.
 * https://developer.mozilla.org/docs/Web/API/Notifications_API
 */
export function alertState(): AlertState {
  if (typeof Notification === "undefined") return "unknown-here";
  if (Notification.permission === "granted") return "on";
  if (isForeignFrame()) return "framed";
  return Notification.permission === "denied" ? "refused" : "can-ask";
}

/** Asks the person, who has to have pressed something for it. */
export async function askForAlerts(): Promise<AlertState> {
  if (alertState() === "can-ask") await Notification.requestPermission().catch(() => undefined);
  return alertState();
}

/** A shopper waits: by the browser where it may, and always in the page itself. */
export function alertHere(): void {
  show("A shopper waits for a person", "Open the inbox", "onethread-waiting");
}

/** A colleague's note names whoever sits here. */
export function alertOfMention(conversationId: string): void {
  show("A colleague named you in a note", "Open the inbox", `onethread-mention-${conversationId}`);
}

/** `tag`: of several open pages the newest alert takes the place of the one before. */
function show(title: string, body: string, tag: string): void {
  showToast(title);
  if (alertState() !== "on" || document.visibilityState === "visible") return;
  try {
    const alert = new Notification(title, { body, tag });
    alert.onclick = () => {
      window.focus();
      alert.close();
    };
  } catch {
    // Chrome on Android shows none to a page, whatever was allowed; the toast has told it.
  }
}

function isForeignFrame(): boolean {
  try {
    return window.top !== window && window.top?.location.origin !== window.location.origin;
  } catch {
    return true;
  }
}
