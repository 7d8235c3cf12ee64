import { type AutomaticAnswer, essence, mayAnswerAutomatically } from "#app/channels/email/loop-guard.ts";
import { database } from "#app/platform/db/database.server.ts";
import { log } from "#app/platform/log.ts";
import { activeCases, changeCase, handOver, openCase, type Turn } from "./turn.ts";

const day = 86_400_000;
/** More answers than this in an hour on a chat channel are no conversation any more. */
const chatAnswersPerHour = 60;
/** The same words so often in so short a time (milliseconds): no person goes on like that. `wordy` in letters and blanks. */
const repeats = { most: 3, mostWordy: 4, wordy: 20, within: 10 * 60_000 };

/** Whether the other side looks like a machine that answers us as fast as we answer it. */
export async function isLooping(turn: Turn): Promise<boolean> {
  const { shop } = turn.context;
  const since = new Date(turn.now.getTime() - day);
  const rows = await database().prisma.message.findMany({
    where: { shopId: shop.id, identityId: turn.identity.id, channel: turn.channel, receivedAt: { gt: since } },
    orderBy: [{ receivedAt: "asc" }, { seq: "asc" }],
    select: { author: true, text: true, receivedAt: true },
  });
  const answers = rows.flatMap((row, place): AutomaticAnswer[] =>
    row.author === "assistant" ? [{ at: row.receivedAt, received: rows[place - 1]?.text ?? "", sent: row.text }] : [],
  );
  const received = turn.context.waiting.map((message) => message.text).join("\n");
  if (turn.channel !== "email") return isChatLoop(answers, received, turn.now);
  const proven = turn.context.standing.verified.some(({ kind, externalId }) => kind === "email" && externalId === turn.identity.externalId);
  const verdict = mayAnswerAutomatically({ automatic: false, received, answer: "", proven }, answers, turn.now);
  if (!verdict.allowed) log.warn("answers-stopped", { shopId: shop.id, channel: turn.channel, reason: verdict.because });
  return !verdict.allowed;
}

function isChatLoop(answers: AutomaticAnswer[], received: string, at: Date): boolean {
  const since = (span: number) => answers.filter((one) => at.getTime() - one.at.getTime() < span);
  if (since(3_600_000).length >= chatAnswersPerHour) return true;
  // Codes are digits alone and may be tried again; what is left of them says nothing.
  const words = essence(received);
  if (words === "") return false;
  const recent = since(repeats.within);
  if (words.length >= repeats.wordy && recent.filter((one) => essence(one.received) === words).length >= repeats.mostWordy) return true;
  const last = recent.slice(-repeats.most);
  const same = last.filter((one) => essence(one.received) === words && essence(one.sent) === essence(last[0]?.sent ?? ""));
  return same.length === repeats.most;
}

/** Says nothing more and leaves it to a person to look. */
export function handLoopToStaff(turn: Turn): void {
  const row = activeCases(turn)[0] ?? openCase(turn, "question", "out_of_scope", {});
  handOver(turn, row, "low-confidence");
  changeCase(turn, row, { summary: "Answered so often in a short time that the other side may be a machine. The assistant has stopped." });
}
