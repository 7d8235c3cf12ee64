import { Link } from "@remix-run/react";
import { Badge } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { PhotoView } from "./photo-view.ts";

/** Pictures of a message or a case; `told`: with what is known about them. */
export function Photos({ photos, told = false }: { photos: PhotoView[]; told?: boolean }) {
  if (photos.length === 0) return null;
  const hasWords = photos.some((photo) => photo.words || photo.findings.length > 0 || photo.usedIn.length > 0);
  return (
    <ul className="ot-photos" data-told={told && hasWords} data-small={told}>
      {photos.map((photo) => (
        <li key={photo.id}>
          {photo.missing ? <p className="ot-muted">{photo.missing}</p> : <Picture photo={photo} />}
          {told && !photo.missing && <About photo={photo} />}
        </li>
      ))}
    </ul>
  );
}

function About({ photo }: { photo: PhotoView }) {
  return (
    <div className="ot-photo-about">
      {photo.usedIn.map((conversationId) => (
        <p key={conversationId} className="ot-photo-used">
          This picture was used before in <Link to={`/app/inbox/${conversationId}`}>another case</Link>.
        </p>
      ))}
      {photo.findings.length > 0 && (
        <p className="ot-photo-findings">
          {photo.findings.map((one) => (
            <Badge key={one.text} tone={one.doubtful ? "warning" : undefined}>
              {one.text}
            </Badge>
          ))}
        </p>
      )}
      {photo.words && (
        <p className="ot-muted">
          The model’s words: <q>{photo.words}</q>
        </p>
      )}
    </div>
  );
}

function Picture({ photo }: { photo: PhotoView }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const small = usePicture(photo.id, "small", true);
  const whole = usePicture(photo.id, "whole", open);
  return (
    <>
      <button
        type="button"
        className="ot-photo"
        style={{ aspectRatio: photo.ratio }}
        aria-label="Enlarge the picture"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {small === "failed" ? <span className="ot-muted">Not shown</span> : small && <img src={small} alt="Sent by the shopper" />}
      </button>
      <dialog ref={dialog} className="ot-photo-whole" aria-label="Picture">
        <form method="dialog">
          <button type="submit" aria-label="Close">
            ✕
          </button>
        </form>
        {open && <img src={whole && whole !== "failed" ? whole : (small ?? undefined)} alt="Sent by the shopper" />}
      </dialog>
    </>
  );
}

/** An image element carries no session token, so the picture is fetched with one and shown from memory. */
function usePicture(id: string, size: "small" | "whole", wanted: boolean): string | "failed" | null {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    const show = (url: string) => here && setSource(url);
    fetch(`/app/photos/${id}?size=${size}`)
      .then((response) => (response.ok ? response.blob() : Promise.reject(new Error("No picture."))))
      .then((blob) => {
        const reader = new FileReader();
        reader.onload = () => show(String(reader.result));
        reader.readAsDataURL(blob);
      })
      .catch(() => show("failed"));
    return () => {
      here = false;
    };
  }, [id, size, wanted]);
  return source;
}
