import { useOutletContext } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import type { Mentionable } from "#app/domain/staff/mentions.ts";

/** What the inbox does for the conversation that is open in it, and whom a note there can name. */
export type InboxDesk = { snooze: () => void; wake: () => void; mentionable: Mentionable[] };

/** Puts a conversation aside, and brings it back. */
export function Aside({ snoozed, open }: { snoozed: string | null; open: boolean }) {
  const desk = useOutletContext<InboxDesk>();
  if (snoozed !== null) return <Button onClick={desk.wake}>{`Back ${snoozed}: bring back now`}</Button>;
  return open ? <Button onClick={desk.snooze}>Snooze…</Button> : null;
}
