import { createHash, randomInt } from "node:crypto";
import { badParameter, type GraphTrouble, graphError } from "./graph-error.ts";
import { at } from "./whatsapp-rules.ts";

export type StoredMedia = { id: string; mimeType: string; sha256: string; bytes: Uint8Array };

const megabyte = 1024 * 1024;
/** What the Cloud API takes to be sent on, by type; of the rest of its list nothing is used here. */
const uploads: Record<string, { most: number; begins: number[] }> = {
  "image/jpeg": { most: 5 * megabyte, begins: [0xff, 0xd8, 0xff] },
  "image/png": { most: 5 * megabyte, begins: [0x89, 0x50, 0x4e, 0x47] },
  "application/pdf": { most: 100 * megabyte, begins: [0x25, 0x50, 0x44, 0x46] },
};

/** Pictures that phones have sent, as Meta keeps them for an app to fetch, and what an app has brought to be sent. */
export class MediaStore {
  private readonly files = new Map<string, StoredMedia>();
  private readonly brought = new Set<string>();

  /** `POST /{phone number id}/media`: multipart, with the type said twice and the bytes looked at. */
  async upload(form: FormData | undefined): Promise<Response> {
    const file = form?.get("file");
    if (!form || form.get("messaging_product") !== "whatsapp") return graphError(badParameter(100, "messaging_product must be whatsapp"));
    if (!(file instanceof Blob)) return graphError(badParameter(100, "file is required"));
    const type = String(form.get("type") ?? file.type);
    const rule = uploads[type];
    if (!rule || (file.type !== "" && file.type !== type))
      return graphError(badParameter(100, `Param file must be a file with one of the types: ${type}`));
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0 || !rule.begins.every((byte, place) => bytes[place] === byte))
      return graphError({ status: 400, code: 131053, message: "Media upload error", details: "The bytes are not of the type" });
    if (bytes.length > rule.most) return graphError({ status: 400, code: 131052, message: "Media file size too big" });
    const { id } = this.add(bytes, type);
    this.brought.add(id);
    return Response.json({ id });
  }

  /** What is wrong with a message that names a file. */
  checkSent(body: Record<string, unknown>): GraphTrouble | null {
    if (body.type !== "image" && body.type !== "document") return null;
    const media = this.brought.has(String(at(body, body.type, "id"))) ? this.files.get(String(at(body, body.type, "id"))) : undefined;
    if (!media) return badParameter(100, `Invalid media id in ${body.type}`);
    const fits = body.type === "document" || media.mimeType.startsWith("image/");
    return fits ? null : { status: 400, code: 131053, message: "Media upload error", details: `The media is no ${body.type}` };
  }

  add(bytes: Uint8Array, mimeType: string): StoredMedia {
    const id = `${Date.now()}${randomInt(1000, 9999)}`;
    const media = { id, mimeType, sha256: createHash("sha256").update(bytes).digest("base64"), bytes };
    this.files.set(id, media);
    return media;
  }

  get(id: string): StoredMedia | undefined {
    return this.files.get(id);
  }

  /** `GET /{media id}` on graph: where the bytes are, for about five minutes. */
  describe(media: StoredMedia): Response {
    return Response.json({
      messaging_product: "whatsapp",
      url: `https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=${media.id}`,
      mime_type: media.mimeType,
      sha256: media.sha256,
      file_size: media.bytes.length,
      id: media.id,
    });
  }

  /** The bytes themselves. WhatsApp's need the token; Instagram's address is its own key. */
  download(url: URL, authorized: boolean): Response {
    const whatsApp = url.searchParams.get("mid");
    const media = this.files.get(whatsApp ?? url.searchParams.get("asset_id") ?? "");
    if (!media || (whatsApp && !authorized)) return new Response("Not found", { status: media ? 401 : 404 });
    return new Response(Buffer.from(media.bytes), { headers: { "content-type": media.mimeType } });
  }
}

/** Instagram fetches what it is to send: a JPEG or PNG of at most 8 MB. Undefined where no picture is named. */
export async function fetchPicture(url: unknown): Promise<{ bytes: Uint8Array; mimeType: string } | GraphTrouble | undefined> {
  if (url === undefined) return undefined;
  const answer = await fetch(String(url), { redirect: "follow", signal: AbortSignal.timeout(10_000) }).catch(() => null);
  const mimeType = answer?.headers.get("content-type") ?? "";
  const bytes = answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  const rule = mimeType.startsWith("image/") ? uploads[mimeType] : undefined;
  if (!bytes || !rule?.begins.every((byte, place) => bytes[place] === byte)) return badParameter(100, "Upload attachment failure.");
  return bytes.length > 8 * megabyte ? badParameter(100, "The attachment is too large") : { bytes, mimeType };
}
