import { useSignal } from "@preact/signals";
import { safeImage } from "../links.ts";

/** A product's picture in a place of fixed size; a quiet tile when there is none or it does not load. */
export function Picture({ url }: { url: string | undefined }) {
  const broken = useSignal(false);
  const source = safeImage(url);
  return (
    <span class="picture">
      {source && !broken.value && (
        <img
          src={source}
          alt=""
          width={56}
          height={56}
          loading="lazy"
          referrerpolicy="no-referrer"
          onError={() => {
            broken.value = true;
          }}
        />
      )}
    </span>
  );
}
