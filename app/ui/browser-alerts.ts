import { showToast } from "./app-bridge.ts";
import { ownStaffName } from "./use-staff-name.ts";

/** Whether this browser shows alerts for this page, and if not, why; "off": it may, and whoever sits here wants none. */
export type AlertState = "on" | "off" | "can-ask" | "refused" | "framed" | "unknown-here";

/**
 * Browsers let only a page in a tab of its own ask for notifications: inside Shopify's admin the app is a frame of another site,
 * and Chrome, Edge, Firefox and Safari refuse there without asking anybody.
 * https://developer.mozilla.org/docs/Web/API/Notifications_API
 */
export function alertState(): AlertState {
  if (typeof Notification === "undefined") return "unknown-here";
  if (Notification.permission === "granted") return isOff() ? "off" : "on";
  if (isForeignFrame()) return "framed";
  return Notification.permission === "denied" ? "refused" : "can-ask";
}

/** Asks the person, who has to have pressed something for it. */
export async function askForAlerts(): Promise<AlertState> {
  if (alertState() === "can-ask") await Notification.requestPermission().catch(() => undefined);
  return alertState();
}

const offKey = "onethread-alerts";

function isOff(): boolean {
  try {
    return localStorage.getItem(offKey) === "off";
  } catch {
    return false;
  }
}

/** Turns them off and on again in this browser, which goes on being allowed to show them. */
export function switchAlerts(on: boolean): AlertState {
  try {
    localStorage.setItem(offKey, on ? "on" : "off");
  } catch {
    // Nothing can be kept here: they stay as they are.
  }
  return alertState();
}

/** What the stream says besides that something has changed. */
export type Told = {
  escalated?: { conversationId: string; caseId: string; assignee: string | null; about: string };
  conversationId?: string;
  mentioned?: string[];
};
type Alert = { key: string; title: string; body: string; conversationId: string };

/**
 * What concerns whoever sits here: a shopper who begins to wait for them or for whoever takes it, and a colleague's note that
 * names them. `open` shows the conversation when the alert is pressed.
 */
export function tellHere(told: Told, open: (conversationId: string) => void): void {
  const own = ownStaffName();
  const { escalated, mentioned, conversationId } = told;
  if (escalated && (escalated.assignee === null || escalated.assignee === own)) {
    const title = escalated.assignee === null ? "A shopper waits for a person" : "A shopper waits for you";
    void show({ key: escalated.caseId, title, body: escalated.about, conversationId: escalated.conversationId }, open);
  }
  if (conversationId && own !== null && mentioned?.includes(own))
    void show({ key: `mention ${conversationId}`, title: "A colleague named you in a note", body: "Read the note", conversationId }, open);
}

/** Once for all tabs of this browser: one that is looked at says it in the page, else one of the others by the browser. */
async function show({ key, title, body, conversationId }: Alert, open: (conversationId: string) => void): Promise<void> {
  const isSeen = document.visibilityState === "visible";
  if (isSeen) showToast(title);
  else await new Promise((resolve) => setTimeout(resolve, seenFirst));
  if (!(await isFirst(key)) || isSeen || alertState() !== "on") return;
  try {
    const alert = new Notification(title, { body, tag: `onethread ${key}` });
    alert.onclick = () => {
      window.focus();
      alert.close();
      open(conversationId);
    };
  } catch {
    // Chrome on Android shows none to a page, whatever was allowed; the title of the inbox tells it.
  }
}

/** A tab that is looked at goes before those of the background by so long. Milliseconds. */
const seenFirst = 400;
/** The same again within this time is the same: other tabs hear it a moment later. Milliseconds. */
const sameFor = 60_000;
const toldKey = "onethread-alerts-told";

/** True for the first tab of this browser that says it. Storage may be forbidden: then the tag makes one of several. */
async function isFirst(key: string): Promise<boolean> {
  const claim = (): boolean => {
    const told = JSON.parse(localStorage.getItem(toldKey) ?? "{}") as Record<string, number>;
    const fresh = Object.entries(told).filter(([, at]) => Date.now() - at < sameFor);
    if (fresh.some(([one]) => one === key)) return false;
    localStorage.setItem(toldKey, JSON.stringify(Object.fromEntries([...fresh, [key, Date.now()]])));
    return true;
  };
  try {
    return navigator.locks ? await navigator.locks.request("onethread-alerts", claim) : claim();
  } catch {
    return true;
  }
}

function isForeignFrame(): boolean {
  try {
    return window.top !== window && window.top?.location.origin !== window.location.origin;
  } catch {
    return true;
  }
}
