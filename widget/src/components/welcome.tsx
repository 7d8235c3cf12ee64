import { fill } from "../texts/texts.ts";
import type { WithWidget } from "./props.ts";

/** The empty thread: who answers here, and things to begin with. */
export function Welcome({ widget }: WithWidget) {
  const boot = widget.boot.value;
  if (!boot) return null;
  const texts = widget.texts.value;
  const words = boot.paused ? texts.paused : fill(texts.welcome, { name: boot.shop.assistantName, shop: boot.shop.name });
  return (
    <div class="group assistant welcome">
      <div class="bubble">{words}</div>
      {widget.pending.value.length === 0 && (
        <div class="chips">
          {texts.starters.map((starter) => (
            <button key={starter} type="button" class="chip" onClick={() => widget.say(starter)}>
              {starter}
            </button>
          ))}
          {!boot.paused && (
            <button type="button" class="chip" onClick={widget.askForPerson}>
              {texts.personMenu}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
