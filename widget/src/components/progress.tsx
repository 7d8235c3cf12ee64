import { fill } from "../texts/texts.ts";
import { Icon } from "./icons.tsx";
import type { BlockProps } from "./props.ts";

/** Where the shopper is, and what is saved; a saved thing is tapped to change it. Older ones keep only their first line. */
export function Progress({ widget, block, live }: BlockProps<"progress">) {
  const texts = widget.texts.value;
  return (
    <div class="progress">
      <p>
        <b>{fill(texts.step, { step: block.step, of: block.of })}</b> {block.label}
      </p>
      <div class="track" aria-hidden="true">
        {[...Array(Math.min(12, block.of)).keys()].map((at) => (
          <i key={at} class={at < block.step ? "on" : ""} />
        ))}
      </div>
      {live && block.saved.length > 0 && (
        <ul class="saved">
          {block.saved.map((saved) => (
            <li key={saved.label}>
              {saved.change ? (
                <Change saved={saved} label={fill(texts.change, { label: saved.label })} onTap={widget.choose} />
              ) : (
                <span class="pair">
                  <small>{saved.label}</small> {saved.value}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type ChangeProps = {
  saved: BlockProps<"progress">["block"]["saved"][number];
  label: string;
  onTap: (choice: NonNullable<ChangeProps["saved"]["change"]>) => void;
};

function Change({ saved, label, onTap }: ChangeProps) {
  return (
    <button type="button" class="pair" aria-label={`${label}: ${saved.value}`} onClick={() => saved.change && onTap(saved.change)}>
      <small>{saved.label}</small> {saved.value} <Icon name="edit" />
    </button>
  );
}
