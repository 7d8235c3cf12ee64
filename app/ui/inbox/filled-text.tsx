import { variableName } from "#app/domain/staff/reply-variables.ts";

/** A text in which whatever is still open is marked by its name. */
export function FilledText({ text }: { text: string }) {
  const parts = text.split(/(\{\{[^{}]{1,44}\}\})/);
  // Pieces have no name of their own; their place is what they are.
  return parts.map((part, place) => {
    const name = /^\{\{\s*(.*?)\s*\}\}$/.exec(part)?.[1];
    const key = `${place}-${part}`;
    return name === undefined ? <span key={key}>{part}</span> : <mark key={key}>{variableName(name)}</mark>;
  });
}
