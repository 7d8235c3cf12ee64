/** @jsxImportSource preact */
import { useEffect, useRef } from "preact/hooks";
import type { PhoneMessage } from "../../demo-api.ts";
import { Mark } from "./marks.tsx";

type SheetProps = { message: PhoneMessage; onTap: (choiceId: string) => void; onClose: () => void };

/** The list of a WhatsApp list message, rising from the foot of its phone. Escape or a tap beside it closes it. */
export function Sheet({ message, onTap, onClose }: SheetProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    first.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div class="sheet-ground">
      <button type="button" class="sheet-beside" aria-label="Close the list" tabIndex={-1} onClick={onClose} />
      <div
        class="sheet"
        role="dialog"
        aria-label={message.listButton}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
        }}
      >
        <header>
          <strong>{message.listButton}</strong>
          <button type="button" class="icon" aria-label="Close" onClick={onClose}>
            <Mark name="close" />
          </button>
        </header>
        <ul>
          {message.choices.map((choice, index) => (
            <li key={choice.id}>
              <button type="button" ref={index === 0 ? first : undefined} onClick={() => onTap(choice.id)}>
                <span>{choice.title}</span>
                {choice.description && <small>{choice.description}</small>}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
