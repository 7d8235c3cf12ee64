import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

/** `leave`: what the button that changes nothing says. What has `data-first` gets the focus. */
type Props = { title: string; leave?: string; onClose: () => void; children: ReactNode };

/** A dialog of the browser's own while it is there: it keeps the focus, closes with Escape and gives the focus back. */
export function Dialog({ title, leave = "Close", onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Gives the focus back before the page goes on: a key pressed at once must not have its focus taken away again.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => element?.close();
  }, []);
  // React's strict mode takes it away and puts it back at once: it is open then, and nobody has left it.
  const left = () => {
    if (dialog.current?.open === false) onClose();
  };
  return (
    <dialog ref={dialog} className="ot-dialog" aria-labelledby={heading} onClose={left}>
      <div className="ot-dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="ot-plain" onClick={() => dialog.current?.close()}>
          {leave}
        </button>
      </div>
      {children}
    </dialog>
  );
}
