import { useEffect, useRef, useState } from "react";
import { fileLimits, fileTrouble } from "#app/channels/files.ts";
import { isChannelName } from "#app/channels/message.ts";
import { type AttachAnswer, attachProblem, type FileView } from "./attach-words.ts";

export type Attaching = {
  files: FileView[];
  /** Why the last one was not taken, or why these cannot go out there. */
  problem: string | null;
  /** So many are on their way to the server. */
  coming: number;
  add(chosen: File[]): void;
  remove(id: string): void;
  putBack(files: FileView[]): void;
  /** These have gone out with a reply. */
  sent(ids: string[]): void;
};

type Options = { stored: FileView[]; channel: string | null; onChange(ids: string): void };

/**
 * What is attached to the reply that is being written. Each file goes to the server when it is chosen, which looks at it. `stored`:
 * what was attached before the page was loaded; `onChange` hears of every change.
 */
export function useAttach(conversationId: string, { stored, channel, onChange }: Options): Attaching {
  const [files, setFiles] = useState<FileView[]>(stored);
  const [coming, setComing] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const ids = files.map((one) => one.id).join();
  const told = useRef(ids);
  useEffect(() => {
    if (told.current === ids) return;
    told.current = ids;
    onChange(ids);
  });

  const bring = async (chosen: File) => {
    setComing((count) => count + 1);
    const answer = await upload(conversationId, chosen);
    setComing((count) => count - 1);
    if (answer.ok) setFiles((before) => [...before, answer.file]);
    else setRefused(`${chosen.name}: ${answer.problem}`);
  };
  const trouble = channel !== null && isChannelName(channel) ? fileTrouble(channel, files) : null;
  return {
    files,
    coming,
    problem: refused ?? (trouble && attachProblem(trouble, channel ?? "")),
    add: (chosen) => {
      setRefused(null);
      const room = fileLimits.pictures - files.length - coming;
      if (chosen.length > room) setRefused(attachProblem("too-many"));
      for (const one of chosen.slice(0, Math.max(0, room))) void bring(one);
    },
    remove: (id) => {
      setRefused(null);
      setFiles((before) => before.filter((one) => one.id !== id));
    },
    putBack: (back) => setFiles((before) => [...back, ...before.filter((one) => !back.some(({ id }) => id === one.id))]),
    sent: (ids) => setFiles((before) => before.filter((one) => !ids.includes(one.id))),
  };
}

async function upload(conversationId: string, file: File): Promise<AttachAnswer> {
  if (file.size === 0) return { ok: false, problem: attachProblem("empty") };
  // What is far too large is not sent at all.
  if (file.size > Math.max(fileLimits.picture, fileLimits.pdf)) return { ok: false, problem: attachProblem("too-large") };
  try {
    const response = await fetch(`/app/inbox/${conversationId}/files?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
    if (response.status === 413) return { ok: false, problem: attachProblem("too-large") };
    return response.ok || response.status === 422
      ? ((await response.json()) as AttachAnswer)
      : { ok: false, problem: attachProblem("lost") };
  } catch {
    return { ok: false, problem: attachProblem("lost") };
  }
}
