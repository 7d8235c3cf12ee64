import type { ComponentChildren } from "preact";
import { safeUrl } from "../links.ts";
import { type Inline, type MarkdownBlock, readMarkdown } from "../markdown.ts";
import { numbered } from "./numbered.ts";

/** Words with their small markdown, as DOM nodes: no string ever becomes markup. */
export function Markdown({ text }: { text: string }) {
  return (
    <>
      {numbered(readMarkdown(text)).map(({ at, part }) => (
        <MarkdownPart key={at} block={part} />
      ))}
    </>
  );
}

function MarkdownPart({ block }: { block: MarkdownBlock }) {
  const lines = numbered(block.lines);
  if (block.kind === "paragraph") {
    return (
      <p>
        {lines.map(({ at, part }) => (
          <Line key={at} parts={part} broken={at > 0} />
        ))}
      </p>
    );
  }
  const List = block.ordered ? "ol" : "ul";
  return (
    <List>
      {lines.map(({ at, part }) => (
        <li key={at}>
          <Line parts={part} />
        </li>
      ))}
    </List>
  );
}

function Line({ parts, broken }: { parts: Inline[]; broken?: boolean }) {
  return (
    <>
      {broken && <br />}
      {numbered(parts).map(({ at, part }) => (
        <InlinePart key={at} part={part} />
      ))}
    </>
  );
}

function InlinePart({ part }: { part: Inline }) {
  if (part.kind === "bold") return <strong>{part.text}</strong>;
  if (part.kind === "italic") return <em>{part.text}</em>;
  if (part.kind === "plain") return <>{part.text}</>;
  const url = safeUrl(part.url);
  if (url) return <Anchor href={url}>{part.text}</Anchor>;
  // An address that may not be opened stays readable.
  return <>{part.text === part.url ? part.text : `${part.text} (${part.url})`}</>;
}

export function Anchor({ href, class: name, children }: { href: string; class?: string; children: ComponentChildren }) {
  return (
    <a class={name} href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
