import type { Played } from "./score.ts";

/** The stories that did not go as they should, to be read. */
export function asTranscript(played: Played[]): string {
  const failed = played.filter(
    ({ log, verdict }) =>
      (log.shopper.honesty === "owner" && !(verdict.strict || (verdict.needsPerson && verdict.reached))) ||
      verdict.disclosed.length + verdict.wrongAmounts.length + verdict.brokenPromises.length + log.askedTwice.length > 0,
  );
  return failed.map(tell).join("\n\n");
}

function tell({ log, verdict }: Played): string {
  const { shopper } = log;
  const head = `== ${shopper.id} ${shopper.honesty} ${shopper.language} ${shopper.goal.intent} ${JSON.stringify(shopper.goal)} on ${shopper.channel}${shopper.loggedIn ? " logged in" : ""}, ${JSON.stringify(shopper.switch ?? {})} ${JSON.stringify(shopper.habits)}`;
  const { disclosed, wrongAmounts, brokenPromises, handedOver, why } = verdict;
  const verdicts = JSON.stringify({
    why,
    handedOver,
    disclosed,
    wrongAmounts,
    brokenPromises,
    askedTwice: log.askedTwice,
    contacts: log.contacts,
  });
  return [head, verdicts, ...log.story].join("\n");
}
