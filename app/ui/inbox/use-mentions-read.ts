import { useEffect } from "react";

/**
 * Tells that whoever signs with this `name` has the conversation before them, where a note in it names them and they have not
 * read it (`unreadFor`). In a tab of the background nobody reads: it is told when they come back.
 */
export function useMentionsRead(conversationId: string, name: string, unreadFor: string[]): void {
  const isUnread = unreadFor.includes(name);
  useEffect(() => {
    if (!isUnread) return;
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", tell);
      const body = new URLSearchParams({ intent: "read-mentions", name });
      // Not heard: it stays unread and is told with the next visit.
      fetch(`/app/inbox/${conversationId}/desk`, { method: "POST", body, keepalive: true }).catch(() => {});
    };
    document.addEventListener("visibilitychange", tell);
    tell();
    return () => document.removeEventListener("visibilitychange", tell);
  }, [conversationId, name, isUnread]);
}
