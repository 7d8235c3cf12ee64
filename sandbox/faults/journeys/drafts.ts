import type { Play } from "../play.ts";
import type { Journey } from "./index.ts";
import { act, conversationOf, decide } from "./staff.ts";

const question = "Hello,\n\nhow much is standard shipping within Germany?\n\nKim";

/** What the assistant writes by mail out of the shop's texts waits for a person. */
export const drafts: Journey[] = [
  {
    name: "draft-approved",
    async play(play) {
      const mail = play.mail(`draft-${play.tag}@example.com`);
      await play.say(mail, question);
      const { page, draftId } = await waitingDraft(play, `draft-${play.tag}@example.com`);
      await act(play, page, { intent: "accept-draft", draftId });
      await play.hear(mail, /4\.90/);
      await play.rest();
      play.mustNotHear(mail, /4\.90/);
    },
  },
  {
    name: "draft-edited",
    async play(play) {
      const mail = play.mail(`edited-${play.tag}@example.com`);
      await play.say(mail, question);
      const { page, draftId } = await waitingDraft(play, `edited-${play.tag}@example.com`);
      await act(play, page, { intent: "edit-draft", draftId, text: "Shipping is 4.90 EUR. Yours, Sam" });
      await play.hear(mail, /Yours, Sam/);
    },
  },
  {
    name: "draft-rejected",
    async play(play) {
      const mail = play.mail(`rejected-${play.tag}@example.com`);
      await play.say(mail, question);
      const { page, draftId } = await waitingDraft(play, `rejected-${play.tag}@example.com`);
      await decide(play, page, { intent: "reject-draft", draftId, reason: "I write myself" });
      await act(play, page, { intent: "reply", text: "This is Sam: 4.90 EUR.", clientId: `${play.tag}-instead` });
      await play.hear(mail, /This is Sam/);
    },
  },
  {
    name: "draft-suggested",
    async play(play) {
      const phone = play.whatsapp();
      await play.say(phone, "I want to talk to a human");
      await play.hear(phone);
      const page = await conversationOf(play, phone.phone.userId);
      await play.say(phone, "How much is standard shipping within Germany?");
      await play.rest();
      await act(play, page, { intent: "suggest-reply" });
      const { draftId } = await waitingDraft(play, phone.phone.userId);
      await act(play, page, { intent: "accept-draft", draftId });
      await play.hear(phone, /4\.90/);
    },
  },
];

async function waitingDraft(play: Play, address: string): Promise<{ page: string; draftId: string }> {
  await play.rest();
  const page = await conversationOf(play, address);
  const html = await play.persist(() => play.world.merchant.openApp(page));
  const draftId = /data-draft="([0-9a-z]{26})"/.exec(html)?.[1];
  if (!draftId) throw new Error(`No draft waits for ${address}.`);
  return { page, draftId };
}
