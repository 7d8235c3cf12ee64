import { useOutletContext } from "@remix-run/react";
import { Button } from "@shopify/polaris";

/** What the inbox does for the conversation that is open in it. */
export type InboxDesk = { snooze: () => void; wake: () => void };

/** Puts a conversation aside, and brings it back. */
export function Aside({ snoozed, open }: { snoozed: string | null; open: boolean }) {
  const desk = useOutletContext<InboxDesk>();
  if (snoozed !== null) return <Button onClick={desk.wake}>{`Back ${snoozed}: bring back now`}</Button>;
  return open ? <Button onClick={desk.snooze}>Snooze…</Button> : null;
}
