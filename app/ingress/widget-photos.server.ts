import type { IncomingMessage, ServerResponse } from "node:http";
import type { WidgetEvent } from "#app/channels/widget/adapter.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { isDiskFull, keepIncoming, readPhotoFile } from "#app/domain/photos/files.server.ts";
import { photoLimits } from "#app/domain/photos/kinds.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { fault } from "#app/platform/fault.ts";
import { pictureKind } from "#app/platform/picture-kind.ts";
import { answerJson, Refusal, readBody } from "./http.ts";
import { limit, networkFrom } from "./limits.server.ts";
import { storeRawEvent } from "./raw-events.server.ts";
import { requireWidgetSession } from "./widget-session.server.ts";

/**
 * One picture as the body, a message of its own. Either all of it is stored or nothing; the client id makes a second sending
 * harmless, so what was cut off is simply sent again.
 */
export async function receiveWidgetPhoto(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request, response);
  await limit("address.photos", networkFrom(request));
  await limit("identity.photos", identity.id);
  await limit("shop.photos", identity.shopId);
  const clientId = url.searchParams.get("clientId") ?? "";
  if (!/^[\w-]{8,64}$/.test(clientId)) throw new Refusal(400, "The picture needs a client id.");
  const { shopId, externalId: visitor } = identity;
  const account = await database().prisma.channelAccount.findFirst({ where: { shopId, channel: "widget" } });
  if (!account) throw new Refusal(404, "The widget is not switched on for this shop.");
  const bytes = await readBody(request, photoLimits.upload);
  const kind = pictureKind(bytes);
  if (kind === null || kind === "heic") throw new Refusal(415, "Pictures as JPEG, PNG or WebP can be used.");
  if (await isDiskFull()) throw new Refusal(503, "There is no room for the picture now. Please try again later.");
  const photo = await keepIncoming(shopId, `widget:${visitor}:${clientId}`, bytes);
  fault("ingress.photo.kept");
  const event: WidgetEvent = { account: account.externalId, visitor, at: now().getTime(), message: { clientId }, photo };
  await storeRawEvent({
    owner: { channel: "widget", account: account.externalId },
    channel: "widget",
    account: account.externalId,
    correspondent: visitor,
    externalId: `${visitor}:${clientId}`,
    body: JSON.stringify(event),
    task: "intake.channel",
  });
  answerJson(response, 202, { accepted: true });
}

/** A picture of the thread, small, for whoever may read the thread: the same people as its words. */
export async function showWidgetPhoto(photoId: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request, response);
  await limit("identity.poll", identity.id);
  const { shopId } = identity;
  const photo = await database().prisma.photo.findFirst({ where: { shopId, id: photoId, state: "kept" } });
  const members = photo ? await membersToTell(identity) : [];
  const bytes = photo?.file && members.some((one) => one.id === photo.identityId) ? await readPhotoFile(shopId, photo.file, "small") : null;
  if (!bytes) throw new Refusal(404, "There is no such picture.");
  response.writeHead(200, { "Content-Type": "image/jpeg", "Content-Length": bytes.length, "Cache-Control": "private, no-store" });
  response.end(bytes);
}
