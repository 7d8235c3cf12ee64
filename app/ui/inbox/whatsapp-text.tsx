import type { ReactNode } from "react";

/** WhatsApp shows its own signs for bold, italic and struck out words as such; `inner`: how the words themselves are shown. */
export function WhatsAppText({ text, inner = (words) => words }: { text: string; inner?(words: string): ReactNode }) {
  return text.split(/(\*[^*\n]+\*|_[^_\n{}]+_|~[^~\n]+~)/).map((part, place) => {
    const key = `${String(place)}-${part}`;
    const words = inner(part.slice(1, -1));
    if (/^\*[^*]+\*$/.test(part)) return <strong key={key}>{words}</strong>;
    if (/^_[^_]+_$/.test(part)) return <em key={key}>{words}</em>;
    if (/^~[^~]+~$/.test(part)) return <s key={key}>{words}</s>;
    return <span key={key}>{inner(part)}</span>;
  });
}
