import { Fragment, type ReactNode } from "react";
import { type Marked, readMarks } from "#app/channels/whatsapp/marks.ts";

type Inner = (words: string) => ReactNode;

/** A text with WhatsApp's own marks as WhatsApp shows them; `inner`: how the words themselves are shown. */
export function WhatsAppText({ text, inner = (words) => words }: { text: string; inner?: Inner }) {
  return readMarks(text).map((line, place) => (
    // Lines have no name of their own; their place is what they are.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={place}>
      {place > 0 && "\n"}
      {line.kind === "item" && "• "}
      {line.kind === "quote" ? <q className="ot-quoted">{show(line.inner, inner)}</q> : show(line.inner, inner)}
    </Fragment>
  ));
}

function show(pieces: Marked[], inner: Inner): ReactNode {
  return pieces.map((one, place) => {
    const key = `${String(place)}-${one.kind}`;
    switch (one.kind) {
      case "words":
        return <Fragment key={key}>{inner(one.text)}</Fragment>;
      case "bold":
        return <strong key={key}>{show(one.inner, inner)}</strong>;
      case "italic":
        return <em key={key}>{show(one.inner, inner)}</em>;
      case "strike":
        return <s key={key}>{show(one.inner, inner)}</s>;
      default:
        return <code key={key}>{inner(one.text)}</code>;
    }
  });
}
