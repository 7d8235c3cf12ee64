import type { PhotoProblem } from "#app/domain/photos/kinds.ts";
import { countDifferent, type PhotoRow } from "#app/domain/photos/photos.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { RunAgain } from "#app/platform/jobs/runner.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { applyResult, missingLevel, tryCase } from "./advance-case.ts";
import type { CaseRow, TurnContext } from "./context.server.ts";
import { seesPictures } from "./model.ts";
import { menu } from "./side-answers.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, sayText, type Turn } from "./turn.ts";

/** So long a turn waits for pictures of what it is to answer; milliseconds. Later ones have a turn of their own. */
const patience = 20_000;

/** Pictures are on their way here with the very words that are to be answered: the turn runs again with them. */
export function waitForPhotos({ photos, waiting }: TurnContext, now: Date): void {
  const until = photosWith(photos, waiting)
    .filter((photo) => photo.state === "coming")
    .map((photo) => photo.createdAt.getTime() + patience);
  const last = Math.max(...until);
  if (last > now.getTime()) throw new RunAgain(new Date(last));
}

/**
 * Reads pictures: as evidence where a case has asked for some, else kept for what the shopper will say they are about.
 * False: the words that came with them are still to be read.
 */
export async function photoTurn(turn: Turn, photos: PhotoRow[], text: string): Promise<boolean> {
  const row = activeCases(turn)[0];
  if (photos.every((photo) => photo.state === "coming")) {
    if (!text) sayText(turn, sentence(turn.language, "photoComing"));
    return !text;
  }
  if (row?.owner === "assistant" && row.expecting === "photos" && !missingLevel(turn, row)) {
    const problems = problemsOf(turn, row, photos);
    await applyResult(turn, row, await tryCase(turn, row, { kind: "photos", text, problems }));
    return true;
  }
  if (text) return false;
  sayText(turn, sentence(turn.language, photos.some((photo) => photo.state === "kept") ? "photoKept" : "photoUnread"));
  if (!row) {
    sayText(turn, sentence(turn.language, "photoAbout"));
    turn.blocks.push(menu(turn));
  } else if (row.flow === "return" && row.owner === "assistant" && row.verification === null && !missingLevel(turn, row)) {
    await applyResult(turn, row, { ...(await tryCase(turn, row, { kind: "resume" })), understood: true });
  }
  return true;
}

/** What was wrong with the pictures, each kind once; and when all of them had been here before, that. */
function problemsOf(turn: Turn, row: CaseRow, photos: PhotoRow[]): (PhotoProblem | "same")[] {
  const problems = [...new Set(photos.flatMap((photo) => (photo.problem as PhotoProblem | null) ?? []))];
  const before = photosFor(turn, row).filter((photo) => !photos.includes(photo));
  const brings = countDifferent([...before, ...photos]) - countDifferent(before);
  return problems.length === 0 && brings === 0 && photos.some((photo) => photo.state === "kept") ? ["same"] : problems;
}

export function photosWith(photos: PhotoRow[], messages: { id: string }[]): PhotoRow[] {
  const ids = new Set(messages.map((message) => message.id));
  return photos.filter((photo) => ids.has(photo.messageId));
}

/** The pictures that count for a case: its own, and those that lately came without one. */
export function photosFor(turn: Turn, row: CaseRow): PhotoRow[] {
  return turn.context.photos.filter((photo) => photo.caseId === row.id || photo.caseId === null);
}

/** A case that can use pictures takes those that are nobody's. */
export function claimPhotos(turn: Turn, row: CaseRow): Write[] {
  if (row.flow !== "return" && row.owner !== "staff") return [];
  return [...moved(turn, null, row.id), ...toBeDescribed(turn, row)];
}

/** Another case goes on in place of this one, and has its pictures. */
export function passPhotosOn(turn: Turn, from: CaseRow, to: CaseRow): void {
  turn.writes.push(...moved(turn, from.id, to.id));
}

/** When a person gets the case a model looks at its pictures first, where the shop has one and wants that. */
function toBeDescribed({ context, services, now }: Turn, row: CaseRow): Write[] {
  if (row.owner !== "staff" || !seesPictures(services.gemini) || context.shop.withoutModel) return [];
  const undescribed = context.photos.filter((photo) => photo.caseId === row.id && photo.state === "kept" && photo.verdict === null);
  return undescribed.map(({ shopId, id: photoId }) =>
    enqueue(shopId, "photo.describe", { photoId }, { runAt: now, key: `photo.describe:${photoId}` }),
  );
}

function moved({ context }: Turn, from: string | null, to: string): Write[] {
  const found = context.photos.filter((photo) => photo.caseId === from && photo.state !== "refused" && photo.state !== "lost");
  return found.map((photo) => {
    photo.caseId = to;
    return update("Photo", { shopId: photo.shopId, id: photo.id }, { caseId: to });
  });
}
