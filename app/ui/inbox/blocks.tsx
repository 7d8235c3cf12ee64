import type { ReactNode } from "react";
import type { Block } from "#app/channels/message.ts";

type Words = (text: string) => ReactNode;

/** What we showed the shopper, as staff need to see it: complete, without anything to tap. `words`: how prose is shown. */
export function Blocks({ blocks, words = (text) => text }: { blocks: Block[]; words?: Words }) {
  return (
    <>
      {blocks.map((block, place) => (
        // Blocks of a sent message never change places.
        <BlockView key={`${block.kind}-${String(place)}`} block={block} words={words} />
      ))}
    </>
  );
}

function BlockView({ block, words }: { block: Block; words: Words }) {
  switch (block.kind) {
    case "text":
      return <p>{words(block.text)}</p>;
    case "choices":
      return (
        <div>
          {block.prompt && <p>{words(block.prompt)}</p>}
          <Chips titles={block.choices.map((choice) => choice.title)} />
        </div>
      );
    case "items":
      return (
        <div>
          <p>{words(block.prompt)}</p>
          <ul className="ot-lines">
            {block.items.map((item) => (
              <li key={item.id}>
                {[item.title, item.variantTitle].filter(Boolean).join(", ")}
                {item.refused && <span className="ot-muted"> ({item.refused})</span>}
              </li>
            ))}
          </ul>
        </div>
      );
    case "order":
      return (
        <div>
          <p>
            <strong>{block.name}</strong>: {block.status}
          </p>
          <ul className="ot-lines">
            {block.items.map((item) => (
              <li key={`${item.title}-${item.variantTitle ?? ""}`}>
                {item.quantity} × {[item.title, item.variantTitle].filter(Boolean).join(", ")}
              </li>
            ))}
          </ul>
        </div>
      );
    case "quote":
      return (
        <div>
          <p>{block.title}</p>
          <dl className="ot-sums">
            {[...block.lines, block.total].map((line) => (
              <div key={line.label} data-total={line === block.total}>
                <dt>{line.label}</dt>
                <dd>{line.amount}</dd>
              </div>
            ))}
          </dl>
          <Chips titles={[block.confirm, ...block.others].map((choice) => choice.title)} />
        </div>
      );
    case "progress":
      return (
        <p className="ot-muted">
          {block.step} of {block.of}: {block.label}
        </p>
      );
    case "link":
      return (
        <p>
          <a href={block.url} target="_blank" rel="noreferrer noopener">
            {block.label}
          </a>
        </p>
      );
  }
}

function Chips({ titles }: { titles: string[] }) {
  return (
    <ul className="ot-chips">
      {titles.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}
