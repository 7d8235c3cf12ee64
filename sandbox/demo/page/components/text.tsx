/** @jsxImportSource preact */
import type { ComponentChild } from "preact";
import { safeUrl } from "#widget/links.ts";

const pieces = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])|\*(\S(?:[^*\n]*\S)?)\*/g;

/** Plain words with addresses made clickable; stars make bold where the channel reads them so. */
export function RichText({ text, stars = false }: { text: string; stars?: boolean }) {
  const parts: ComponentChild[] = [];
  let end = 0;
  for (const found of text.matchAll(pieces)) {
    const [whole, address, strong] = found;
    const href = safeUrl(address);
    if (!href && !(stars && strong)) continue;
    parts.push(text.slice(end, found.index));
    parts.push(
      href ? (
        <a href={href} target="_blank" rel="noopener">
          {shorten(whole)}
        </a>
      ) : (
        <strong>{strong}</strong>
      ),
    );
    end = found.index + whole.length;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}

/** Signed links are long; host and the beginning of the path tell enough. */
function shorten(address: string): string {
  const plain = address.replace(/^https?:\/\//, "");
  return plain.length > 44 ? `${plain.slice(0, 43)}…` : plain;
}
