import { useCallback, useEffect, useRef, useState } from "react";

export type Mode = "reply" | "note";
export type DraftView = { text: string; startedAt: string };
export type Submitted = { mode: Mode; text: string };
export type Drafts = Partial<Record<Mode, DraftView>>;

/** After the last key, milliseconds. */
const saveAfter = 400;
/** What is kept on its own: the words of each mode, and what is attached to the reply. */
type Kept = Mode | "files";

export type Draft = {
  text: string;
  change(text: string): void;
  /** What is attached to the reply is another thing now: ids with commas between them. */
  attached(files: string): void;
  /** A reply that was taken back: before what stands there. */
  putBack(text: string): void;
  /** The server's time when they began; undefined while nothing stands there. */
  startedAt: string | undefined;
  /** What was submitted in this mode went out or was kept: the server has removed it. What has been written since stays. */
  done(submitted: Submitted): void;
  /** It did not go out: it is kept again. */
  refused(mode: Mode): void;
  /** Resolves when nothing of this mode is under way, so that a late save cannot bring back what was sent. */
  settled(mode: Mode): Promise<void>;
};

/**
 * What this member of staff has begun to write here, of the mode they are in. Kept by the server a moment after each change and when the page goes, so
 * that it is there again after a reload or on another device. `seenAt`: the server's time of what the page shows.
 */
export function useDrafts(conversationId: string, mode: Mode, stored: Drafts, seenAt: string): Draft {
  const [drafts, setDrafts] = useState<Drafts>(stored);
  const unsaved = useRef(new Map<Kept, string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const due = [...unsaved.current];
    unsaved.current.clear();
    for (const [kind, kept] of due) {
      saving.current = saving.current.then(async () => {
        const what: Record<string, string> = kind === "files" ? { kind: "reply", files: kept } : { kind, text: kept };
        const body = new URLSearchParams({ intent: "draft", ...what });
        const answer = await fetch(`/app/inbox/${conversationId}/desk`, { method: "POST", body, keepalive: true }).catch(() => null);
        // Offline: it is tried again with the next key.
        if (!answer?.ok && !unsaved.current.has(kind)) unsaved.current.set(kind, kept);
      });
    }
  }, [conversationId]);

  useEffect(() => {
    const leaving = () => document.visibilityState === "hidden" && save();
    document.addEventListener("visibilitychange", leaving);
    window.addEventListener("pagehide", save);
    return () => {
      document.removeEventListener("visibilitychange", leaving);
      window.removeEventListener("pagehide", save);
      save();
    };
  }, [save]);

  const later = (kind: Kept, kept: string) => {
    unsaved.current.set(kind, kept);
    clearTimeout(timer.current);
    timer.current = setTimeout(save, saveAfter);
  };

  const put = (kind: Mode, words: (before: string) => string) => {
    const text = words(drafts[kind]?.text ?? "");
    setDrafts((before) => ({ ...before, [kind]: text === "" ? undefined : { text, startedAt: before[kind]?.startedAt ?? seenAt } }));
    later(kind, text);
  };

  const keep = (kind: Mode) => put(kind, (before) => before);

  return {
    text: drafts[mode]?.text ?? "",
    startedAt: drafts[mode]?.startedAt,
    change: (text) => put(mode, () => text),
    attached: (files) => later("files", files),
    putBack: (text) => put("reply", (before) => [text, before].filter(Boolean).join("\n\n")),
    done: ({ mode: sent, text }) => {
      if (drafts[sent]?.text !== text) return keep(sent);
      unsaved.current.delete(sent);
      setDrafts((before) => ({ ...before, [sent]: undefined }));
    },
    refused: keep,
    settled: (sent) => {
      unsaved.current.delete(sent);
      if (sent === "reply") unsaved.current.delete("files");
      // What stands in the other mode does not wait for its next key.
      save();
      return saving.current;
    },
  };
}
