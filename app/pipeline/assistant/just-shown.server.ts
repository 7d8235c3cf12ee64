import type { Block } from "#app/channels/message.ts";
import { parseChoiceId } from "#app/flows/engine.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Turn } from "./turn.ts";

/** The value of the choice of this kind in the last thing we said here; a yes to anything else is not about it. */
export async function choiceJustShown(turn: Turn, kind: "continue" | "draft"): Promise<string | null> {
  const { id, shopId } = turn.identity;
  const last = await database().prisma.message.findFirst({
    where: { shopId, identityId: id, author: { in: ["assistant", "staff"] } },
    orderBy: { seq: "desc" },
  });
  const { blocks = [] } = (last?.content ?? {}) as { blocks?: Block[] };
  const shown = blocks.flatMap((block) => (block.kind === "choices" ? block.choices : [])).map((choice) => parseChoiceId(choice.id));
  return shown.find((one) => one?.caseId === kind)?.value ?? null;
}
