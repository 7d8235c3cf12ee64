import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { ItemCard } from "../protocol.ts";
import { fill, type Texts } from "../texts/texts.ts";
import { Picture } from "./picture.tsx";
import type { BlockProps } from "./props.ts";

/** More items than this fold behind a button. */
const fewItems = 6;

/** Items to tick, with how many of each. What cannot be picked says why. Once answered it only shows. */
export function ItemPicker({ widget, block, live }: BlockProps<"items">) {
  const { picks, pick } = widget.draft;
  const begun = picks.peek();
  const picked = useSignal<Record<string, number>>(
    Object.fromEntries(begun?.choiceId === block.choiceId ? begun.items.map(({ id, quantity }) => [id, quantity]) : []),
  );
  const all = useSignal(false);
  const items = all.value ? block.items : block.items.slice(0, fewItems);
  const chosen = block.items.filter((item) => picked.value[item.id]);

  function set(id: string, quantity: number): void {
    picked.value = { ...picked.value, [id]: quantity };
    const items = Object.entries(picked.value).flatMap(([id, quantity]) => (quantity > 0 ? [{ id, quantity }] : []));
    pick(block.choiceId, items);
  }

  function confirm(event: Event): void {
    event.preventDefault();
    if (chosen.length === 0) return;
    const quantity = (item: ItemCard) => picked.value[item.id] ?? 1;
    const label = chosen.map((item) => `${quantity(item) > 1 ? `${quantity(item)} × ` : ""}${nameOf(item)}`).join("\n");
    widget.pick(
      block.choiceId,
      block.confirmLabel,
      chosen.map((item) => ({ id: item.id, quantity: quantity(item) })),
      label,
    );
  }

  return (
    <form class="card picker" aria-label={block.prompt} onSubmit={confirm}>
      <p class="prompt">{block.prompt}</p>
      <ul class="items">
        {items.map((item) => (
          <Item
            key={item.id}
            item={item}
            quantity={picked.value[item.id] ?? 0}
            set={set}
            live={live}
            texts={widget.texts.value}
            language={widget.language.value}
          />
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
          {fill(widget.texts.value.showAll, { count: block.items.length })}
        </button>
      )}
      {live && (
        <button type="submit" class="button primary" disabled={chosen.length === 0}>
          {block.confirmLabel}
        </button>
      )}
    </form>
  );
}

type ItemProps = {
  item: ItemCard;
  quantity: number;
  set: (id: string, quantity: number) => void;
  live: boolean;
  texts: Texts;
  language: string;
};

function Item({ item, quantity, set: setOf, live, texts, language }: ItemProps) {
  const id = useId();
  const set = (next: number) => setOf(item.id, Math.max(0, Math.min(item.maxQuantity, next)));
  const open = live && !item.refused && item.maxQuantity > 0;
  return (
    <li class={open ? "" : "refused"}>
      <label>
        <input
          type="checkbox"
          checked={quantity > 0}
          disabled={!open}
          aria-describedby={item.refused ? id : undefined}
          onChange={(event) => set(event.currentTarget.checked ? 1 : 0)}
        />
        <Picture url={item.imageUrl} />
        <span class="what">
          {item.title}
          <small>{[item.variantTitle, item.price && money(item.price, language)].filter(Boolean).join(" · ")}</small>
          {item.refused && (
            <small class="why" id={id}>
              {item.refused}
            </small>
          )}
        </span>
      </label>
      {open && quantity > 0 && item.maxQuantity > 1 && (
        <fieldset class="stepper" aria-label={fill(texts.quantity, { title: nameOf(item) })}>
          <button type="button" aria-label={texts.less} disabled={quantity <= 1} onClick={() => set(quantity - 1)}>
            −
          </button>
          <output aria-live="polite">{quantity}</output>
          <button type="button" aria-label={texts.more} disabled={quantity >= item.maxQuantity} onClick={() => set(quantity + 1)}>
            +
          </button>
        </fieldset>
      )}
    </li>
  );
}

function nameOf(item: ItemCard): string {
  return item.variantTitle ? `${item.title}, ${item.variantTitle}` : item.title;
}

function money(price: { amount: string; currencyCode: string }, language: string): string {
  try {
    return new Intl.NumberFormat(language, { style: "currency", currency: price.currencyCode }).format(Number(price.amount));
  } catch {
    return `${price.amount} ${price.currencyCode}`;
  }
}
