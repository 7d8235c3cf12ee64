import { useSignal } from "@preact/signals";
import type { Choice } from "../protocol.ts";
import { Icon } from "./icons.tsx";
import { pickPhotos } from "./pick-photos.ts";
import { Picture } from "./picture.tsx";
import type { BlockProps } from "./props.ts";

/** Chips that wrap. Once answered the chosen one stays and the others fold away behind one small button. */
export function Choices({ widget, block, live, answer }: BlockProps<"choices">) {
  const unfolded = useSignal(false);
  const chosen = live ? undefined : block.choices.find((choice) => choice.title === answer);
  const shown = live || unfolded.value ? block.choices : chosen ? [chosen] : [];
  const rich = block.choices.some((choice) => choice.description || choice.imageUrl);
  return (
    <fieldset class="choices" aria-label={block.prompt}>
      {block.prompt && <p class="prompt">{block.prompt}</p>}
      <div class={rich ? "rows" : "chips"}>
        {live && block.photos && (
          <button type="button" class="chip add" onClick={() => pickPhotos(widget)}>
            <Icon name="camera" />
            {widget.texts.value.addPhoto}
          </button>
        )}
        {shown.map((choice) => (
          <Chip key={choice.id} choice={choice} chosen={choice === chosen} rich={rich} onTap={() => widget.choose(choice)} />
        ))}
        {shown.length < block.choices.length && !block.photos && (
          <button
            type="button"
            class="quiet"
            aria-expanded="false"
            onClick={() => {
              unfolded.value = true;
            }}
          >
            {widget.texts.value.otherChoices}
          </button>
        )}
      </div>
    </fieldset>
  );
}

function Chip({ choice, chosen, rich, onTap }: { choice: Choice; chosen: boolean; rich: boolean; onTap: () => void }) {
  return (
    <button type="button" class={rich ? "row" : "chip"} aria-pressed={chosen || undefined} onClick={onTap}>
      {choice.imageUrl && <Picture url={choice.imageUrl} />}
      {chosen && <Icon name="check" />}
      <span>
        {choice.title}
        {choice.description && <small>{choice.description}</small>}
      </span>
    </button>
  );
}
