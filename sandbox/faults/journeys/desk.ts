import type { Play } from "../play.ts";
import type { Journey } from "./index.ts";
import { conversationOf, decide } from "./staff.ts";

const hour = 3_600_000;

/** What staff do in the queue, and who of them gets what. */
export const desk: Journey[] = [
  {
    name: "snoozed",
    timePasses: true,
    async play(play) {
      const phone = play.whatsapp();
      await play.say(phone, "I want to talk to a human");
      await play.hear(phone);
      const conversationId = (await conversationOf(play, phone.phone.userId)).split("/").at(-1) ?? "";
      await play.rest();
      const { revision } = await play.persist(() => rowOf(play, "all", conversationId));
      await decide(play, "/app/inbox", { act: "snooze", until: "hour", rows: `${conversationId} ${revision}` });
      // An app that is being killed meanwhile finds the hour past when it comes back.
      await play.world.advance(1.1 * hour).catch(() => {});
      await play.rest();
      await play.persist(() => rowOf(play, "waiting", conversationId));
    },
  },
  {
    name: "given-to-a-person",
    async play(play) {
      const phone = play.whatsapp();
      await play.say(phone, "I want to talk to a human");
      await play.hear(phone);
      const conversationId = (await conversationOf(play, phone.phone.userId)).split("/").at(-1) ?? "";
      const name = `Kim ${play.tag}`;
      await decide(play, "/app/routing", { intent: "save-member", name, channels: "whatsapp" });
      await play.rest();
      await play.persist(() => rowOf(play, "mine", conversationId, name));
      // Other journeys are told of what was due without people.
      const html = await play.persist(() => play.world.merchant.openApp("/app/routing"));
      const before = html.slice(0, html.indexOf(name));
      const memberId = [...before.matchAll(/data-member="([0-9a-z]{26})"/g)].at(-1)?.[1];
      if (!memberId) throw new Error(`The page Routing does not show ${name}.`);
      await decide(play, "/app/routing", { intent: "remove-member", memberId });
    },
  },
];

/** A conversation as a view of the queue shows it. */
async function rowOf(play: Play, view: string, conversationId: string, name = ""): Promise<{ revision: number }> {
  const query = new URLSearchParams({ view, name });
  const html = await play.world.merchant.openApp(`/app/inbox?${query}`);
  const id = html.indexOf(`data-row="${conversationId}"`);
  const revision = /data-revision="(\d+)"/.exec(html.slice(id))?.[1];
  if (id < 0 || revision === undefined) throw new Error(`The view ${view} does not show the conversation.`);
  return { revision: Number(revision) };
}
