import { privacyFlow } from "#app/flows/privacy/flow.ts";
import type { PrivacyState } from "#app/flows/privacy/state.ts";
import { type PrivacyWish, privacyWish } from "#app/flows/privacy/wish.ts";
import { applyResult, missingLevel, tryCase } from "./advance-case.ts";
import { foldText } from "./local/fold-text.ts";
import { forgetsIt } from "./local/slots/preferences/forget.ts";
import type { Understanding } from "./model.ts";
import { activeCases, changeCase, openCase, type Turn } from "./turn.ts";
import { verify } from "./verify.server.ts";

/** What the words wish about one's own data. "Forget it", right after it was told what is kept, means that; it is asked about before anything goes. */
export function ownDataWish({ context, cases }: Turn, text: string, { intents: [first] }: Understanding): PrivacyWish | null {
  const last = cases.find((row) => row.id === context.lastAnswerCaseId);
  const wasTold = last?.flow === privacyFlow.name && last.status === "done";
  if (wasTold && forgetsIt(foldText(text).trim())) return "forget";
  // To be told what is kept does no harm to anybody, so there a guess will do of who speaks of themselves: "what do you know about
  // this dress?" sounds the same. What is to go is read in words alone.
  const isOwn = first?.detail === "what_you_know" && aboutMe.test(foldText(text));
  return privacyWish(text) ?? (isOwn ? "know" : null);
}

/** "About me", in seven languages. Folded. */
const aboutMe =
  /\b(?:(?:about|on|of|from|for) (?:me|myself)|(?:uber|von|zu) (?:mich|mir)|(?:de|sur|a propos de|concernant) moi|(?:de|sobre|acerca de) (?:mi|mim)|a meu respeito|(?:di|su|su di) me|(?:over|van) (?:mij|me)|me concern\p{L}*|(?:my|meine|mes|mis|meus|miei|mijn) (?:data|daten|donnees|datos|dados|dati|gegevens))\b/u;

/** Somebody asks what is kept about them, wants it sent, or wants it gone. Returns whether they have just proven who they are. */
export async function ownDataTurn(turn: Turn, wish: PrivacyWish, text: string, understanding: Understanding): Promise<boolean> {
  const open = activeCases(turn).find((row) => row.flow === privacyFlow.name && row.owner === "assistant");
  const row = open ?? openCase(turn, privacyFlow.name, "account", { ...privacyFlow.start(), wish });
  if ((row.state as PrivacyState).wish !== wish) changeCase(turn, row, { state: { ...privacyFlow.start(), wish } });
  if (missingLevel(turn, row)) return verify(turn, row, understanding.slots, text);
  await applyResult(turn, row, await tryCase(turn, row, { kind: "resume", text, understanding }));
  return false;
}
