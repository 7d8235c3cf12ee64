import type { Block } from "#app/channels/message.ts";
import type { PhotoProblem } from "#app/domain/photos/kinds.ts";
import { photosWanted } from "#app/domain/returns/policy.ts";
import { choiceId, type EscalationReason, type FlowInput } from "../engine.ts";
import { wordsOf } from "../item-words.ts";
import { checksOf, isClaim, type Scene } from "./lines.ts";
import type { Answer, Words } from "./slot.ts";
import { areItemsKnown, type ReturnState, withoutQuote } from "./state.ts";
import { type ReturnTextKey, text } from "./texts/index.ts";

/** Pictures as evidence: part of the step that asks for the reason, since the reason decides whether any are wanted. */

/** Holds what is saved against the pictures that the case has today, on whichever channel they came. Null when nothing changes. */
export function countPhotos(scene: Scene): Answer | null {
  const { state, facts } = scene;
  const wanted = wantedOf(scene);
  const photos = wanted > 0 ? (facts.photos ?? 0) : undefined;
  const missing = state.photosShown ? 0 : Math.max(0, wanted - (photos ?? 0));
  if (photos === state.photos && missing === (state.photosMissing ?? 0)) return null;
  const counted = { ...state, photos, photosMissing: missing || undefined };
  return { state: missing > 0 ? withoutQuote(counted) : counted, notices: [] };
}

export function askPhotos({ state, context }: Scene): { blocks: Block[]; expecting: string } {
  const params = { missing: state.photosMissing ?? 1, reason: state.reason ?? "other" };
  const prompt = text(context.language, state.photos ? "askMorePhotos" : "askPhotos", params);
  const without = { id: choiceId(context.caseId, "photos", "none"), title: text(context.language, "photosNone") };
  return { blocks: [{ kind: "choices", prompt, choices: [without], photos: params.missing }], expecting: "photos" };
}

/** Pictures have come, or were to come: says what became of them. Words that came with them are the shopper's note. */
export function takePhotos(scene: Scene, input: Extract<FlowInput, { kind: "photos" }>): Answer {
  const { state, context } = scene;
  const said = input.text && wordsOf(input.text).length > 0 ? input.text.trim() : undefined;
  const noted = said && state.reason ? { ...state, note: [state.note, said].filter(Boolean).join("\n") } : state;
  return { state: noted, notices: input.problems.map((problem) => text(context.language, problemTexts[problem])) };
}

const problemTexts: Record<PhotoProblem | "same", ReturnTextKey> = {
  kind: "photoKind",
  heic: "photoHeic",
  size: "photoSize",
  pixels: "photoSize",
  tiny: "photoTiny",
  broken: "photoBroken",
  gone: "photoGone",
  same: "photoSame",
};

/** The button or the words of a shopper who has no pictures: a person goes on without. */
export function goWithoutPhotos({ state, context }: Scene): Answer | null {
  if (!state.photosMissing) return null;
  const notices = [text(context.language, "photosCannot")];
  return { state: { ...state, phase: "handed-over", photosShown: true }, notices, escalation: claimFor(state) };
}

/** While pictures are asked for: that there are none to be had, or more about what is wrong. Null for anything else. */
export function parsePhotoWords(scene: Scene, words: Words): Answer | null {
  if (!scene.state.photosMissing) return null;
  const { yesNo } = words.understanding.slots;
  return yesNo === "no" || saysNoPhotos(words.folded) ? goWithoutPhotos(scene) : null;
}

/** All pictures are there, and damage, or a fault that the rules no longer cover, is for a person to judge: they get the case before any sum is named. */
export function isForPerson(scene: Scene): boolean {
  const { state } = scene;
  if (!state.reason || state.photosShown || state.photosMissing || !state.orderId || !areItemsKnown(state)) return false;
  return isClaim(scene) || (state.reason === "damaged" && wantedOf(scene) > 0);
}

/** How many pictures the reason wants of the picked items. */
function wantedOf(scene: Scene): number {
  const { state, context } = scene;
  return state.reason ? photosWanted(context.policy, state.reason, checksOf(scene)) : 0;
}

export function claimFor(state: ReturnState): EscalationReason {
  return state.reason === "damaged" ? "damage-claim" : "policy-exception";
}

const none =
  "no|not|cannot|can t|can not|cant|don t|dont|unable|without|kein|keine|keinen|nicht|ohne|pas|sans|impossible|aucune?|sin|ninguna?|nao|sem|nenhuma?|non|senza|nessuna?|geen|niet|zonder";
const picture =
  "photos?|pictures?|pics?|images?|camera|fotos?|bild|bilder|bilde|kamera|imagen(?:es)?|imagem|imagens|immagin[ei]|afbeelding(?:en)?";
const noPhotos = new RegExp(`\\b(?:${none})\\b.*\\b(?:${picture})\\b|\\b(?:${picture})\\b.*\\b(?:${none})\\b`);
const longest = 12;

function saysNoPhotos(folded: string): boolean {
  return wordsOf(folded).length <= longest && noPhotos.test(folded.replaceAll(/['’]/g, " "));
}
