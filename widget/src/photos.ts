/**
 * Pictures: a file of its own, fetched with the first picture that is shown or added. Nothing of the panel is bundled into it;
 * what it needs of it is handed in.
 */
import type { Photos, PhotosOutside, Upload } from "./models/photos.ts";
import { mostPhotoBytes } from "./protocol.ts";

/** Longer side in pixels after shrinking; the server keeps less. */
const longestSide = 2_000;
/** Smaller files go as they are. Bytes. */
const smallEnough = 700_000;
/** Milliseconds without any progress. */
const silence = 30_000;

export default function createPhotos({ signal, authorized, failure, newId, backoff }: PhotosOutside): Photos {
  const uploads = signal<Upload[]>([]);
  const bytes = new Map<string, Blob>();
  const sources = new Map<string, Promise<string>>();
  let running = false;
  let failures = 0;

  function change(clientId: string, change: Partial<Upload>): void {
    uploads.value = uploads.value.map((one) => (one.clientId === clientId ? { ...one, ...change } : one));
  }

  /** One after the other, oldest first. Stops at the first that did not get through, and tries again later. */
  async function flush(): Promise<void> {
    if (running) return;
    running = true;
    try {
      for (;;) {
        const next = uploads.value.find((one) => one.state === "failed" || one.state === "sending");
        const blob = next && bytes.get(next.clientId);
        if (!next || !blob) return;
        change(next.clientId, { state: "sending", sent: 0 });
        try {
          await authorized((session) => put(session, next.clientId, blob));
          failures = 0;
          change(next.clientId, { state: "sent", sent: 1 });
        } catch (error) {
          const status = (error as { status?: number }).status ?? 0;
          if (status === 413 || status === 415) change(next.clientId, { state: "refused", why: status === 413 ? "large" : "kind" });
          else {
            change(next.clientId, { state: "failed" });
            failures += 1;
            if (status === 0 || status === 429 || status >= 500) setTimeout(flush, backoff(failures + 1));
            return;
          }
        }
      }
    } finally {
      running = false;
    }
  }

  /** By XMLHttpRequest: fetch tells nothing about what has been sent. */
  function put(session: { api: string; token: string }, clientId: string, blob: Blob): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      let timer = setTimeout(() => request.abort(), silence);
      request.upload.onprogress = ({ loaded, total }) => {
        clearTimeout(timer);
        timer = setTimeout(() => request.abort(), silence);
        change(clientId, { sent: total ? loaded / total : 0 });
      };
      request.onloadend = () => {
        clearTimeout(timer);
        if (request.status === 202) resolve();
        else reject(failure(request.status));
      };
      request.open("POST", `${session.api}/photos?clientId=${clientId}`);
      request.setRequestHeader("authorization", `Bearer ${session.token}`);
      request.setRequestHeader("content-type", "application/octet-stream");
      request.send(blob);
    });
  }

  function drop(clientId: string): void {
    bytes.delete(clientId);
    const gone = uploads.value.find((one) => one.clientId === clientId);
    if (gone) URL.revokeObjectURL(gone.preview);
    uploads.value = uploads.value.filter((one) => one.clientId !== clientId);
  }

  return {
    uploads,
    flush,
    drop,
    async add(files) {
      for (const file of files) {
        const clientId = newId();
        const blob = await shrink(file);
        bytes.set(clientId, blob);
        const large = blob.size > mostPhotoBytes;
        const fresh: Upload = { clientId, preview: URL.createObjectURL(blob), state: large ? "refused" : "sending", sent: 0 };
        uploads.value = [...uploads.value, large ? { ...fresh, why: "large" } : fresh];
      }
      await flush();
    },
    settle(thread) {
      for (const { clientId } of thread) if (clientId && bytes.has(clientId)) drop(clientId);
    },
    clear() {
      for (const { clientId } of uploads.value) drop(clientId);
      for (const source of sources.values()) void source.then(URL.revokeObjectURL, () => {});
      sources.clear();
    },
    source(id) {
      const known = sources.get(id);
      if (known) return known;
      const source = authorized(async ({ api, token }) => {
        const response = await fetch(`${api}/photos/${id}`, { headers: { authorization: `Bearer ${token}` }, credentials: "omit" });
        if (!response.ok) throw failure(response.status);
        return URL.createObjectURL(await response.blob());
      });
      sources.set(id, source);
      source.catch(() => sources.delete(id));
      return source;
    },
  };
}

/** Upright, smaller, and as JPEG, which also opens formats that only this device knows. What cannot be drawn goes as it is. */
async function shrink(file: Blob): Promise<Blob> {
  try {
    if (file.type === "image/jpeg" && file.size <= smallEnough) return file;
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const pen = canvas.getContext("2d");
    if (!pen) return file;
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    return drawn ?? file;
  } catch {
    return file;
  }
}
