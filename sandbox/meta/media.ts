import { createHash, randomInt } from "node:crypto";

export type StoredMedia = { id: string; mimeType: string; sha256: string; bytes: Uint8Array };

/** Pictures that phones have sent, as Meta keeps them for an app to fetch. */
export class MediaStore {
  private readonly files = new Map<string, StoredMedia>();

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
