import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Upload } from "../models/photos.ts";
import type { WidgetPhoto } from "../protocol.ts";
import type { WithWidget } from "./props.ts";

/** A picture of the thread, or why there is none. */
export function Photo({ widget, photo }: WithWidget & { photo: WidgetPhoto }) {
  const source = useSignal("");
  const texts = widget.texts.value;
  useEffect(() => {
    if (photo.state === "kept")
      widget.photoSource(photo.id).then(
        (url) => {
          source.value = url;
        },
        () => {},
      );
  }, [photo.id, photo.state, widget.photoSource, source]);
  if (photo.state === "refused" || photo.state === "lost") return <div class="bubble removed">{texts.photoBad}</div>;
  return (
    <span class="photo" style={{ aspectRatio: photo.width ? `${photo.width}/${photo.height}` : undefined }}>
      {source.value && <img src={source.value} alt={texts.photo} />}
    </span>
  );
}

/** A picture on its way out. */
export function UploadView({ widget, upload }: WithWidget & { upload: Upload }) {
  const texts = widget.texts.value;
  const { clientId, state } = upload;
  return (
    <section class={`group shopper ${state}`} aria-label={texts.you}>
      <span class="photo" style={{ aspectRatio: "4/3" }}>
        <img src={upload.preview} alt={texts.photo} />
        {state === "sending" && <progress value={upload.sent} aria-label={texts.photoSending} />}
      </span>
      {(state === "failed" || state === "refused") && (
        <span class="trouble" role="alert">
          {state === "failed" ? texts.notSent : upload.why === "large" ? texts.photoLarge : texts.photoBad}{" "}
          <button type="button" onClick={() => widget.photoAgain(clientId, state === "refused")}>
            {state === "failed" ? texts.tryAgain : texts.remove}
          </button>
        </span>
      )}
    </section>
  );
}
