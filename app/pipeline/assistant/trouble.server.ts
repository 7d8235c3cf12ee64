import type { Write } from "#app/platform/db/writes.ts";
import { escalate } from "./escalate.ts";
import { beginTurn, finish } from "./run-turn.server.ts";
import type { TurnServices } from "./services.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, openCase, sayText } from "./turn.ts";

/** A system we need does not answer, for the third time: the shopper hears so now, and a person gets the case. */
export async function tellTrouble(shopId: string, identityId: string, services: TurnServices): Promise<Write[]> {
  const turn = await beginTurn(shopId, identityId, services);
  if (!turn || turn.context.waiting.length === 0) return [];
  sayText(turn, sentence(turn.language, "troubleStore"));
  await escalate(turn, activeCases(turn)[0] ?? openCase(turn, "question", "order_status", {}), "tool-failure");
  return finish(turn);
}
