import { useSignal } from "@preact/signals";
import { safeUrl } from "../links.ts";
import { fill } from "../texts/texts.ts";
import { Icon } from "./icons.tsx";
import { Anchor } from "./markdown.tsx";
import { numbered } from "./numbered.ts";
import { Picture } from "./picture.tsx";
import type { BlockProps } from "./props.ts";

/** More items than this fold behind a button. */
const fewItems = 3;

/** An order: what is in it, and its way in five dots with words under the present one. */
export function OrderCard({ widget, block }: BlockProps<"order">) {
  const all = useSignal(false);
  const texts = widget.texts.value;
  const items = all.value ? block.items : block.items.slice(0, fewItems);
  const tracking = safeUrl(block.trackingUrl);
  return (
    <section class="card order" aria-label={block.name}>
      <header>
        <strong>{block.name}</strong> <span class="status">{block.status}</span>
      </header>
      <ul class="items">
        {numbered(items).map(({ at, part: item }) => (
          <li key={at}>
            <Picture url={item.imageUrl} />
            <span class="what">
              {item.title}
              {item.variantTitle && <small>{item.variantTitle}</small>}
            </span>
            {item.quantity > 1 && <span class="count">× {item.quantity}</span>}
          </li>
        ))}
      </ul>
      {items.length < block.items.length && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            all.value = true;
          }}
        >
          {fill(texts.showAll, { count: block.items.length })}
        </button>
      )}
      {block.stages.length > 0 && <Timeline stages={block.stages} />}
      {tracking && (
        <Anchor class="button" href={tracking}>
          {block.trackingLabel || texts.track} <Icon name="out" />
          <span class="hidden">({texts.newTab})</span>
        </Anchor>
      )}
    </section>
  );
}

function Timeline({ stages }: { stages: BlockProps<"order">["block"]["stages"] }) {
  const marked = stages.findIndex((stage) => stage.state === "present");
  const present =
    marked >= 0
      ? marked
      : Math.max(
          0,
          stages.findLastIndex((stage) => stage.state === "done"),
        );
  // The words stand under their dot, and lean inwards at the ends where there is no room.
  const lean = present === 0 ? "start" : present === stages.length - 1 ? "end" : "middle";
  return (
    <ol class="timeline">
      {numbered(stages).map(({ at, part: stage }) => (
        <li key={at} class={`${stage.state} ${at === present ? `here ${lean}` : ""}`} aria-current={at === present ? "step" : undefined}>
          <span class={at === present ? "said" : "hidden"}>
            <b>{stage.label}</b> {stage.at}
          </span>
        </li>
      ))}
    </ol>
  );
}
