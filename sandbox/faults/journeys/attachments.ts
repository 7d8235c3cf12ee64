import { picture } from "../../pictures.ts";
import type { Device } from "../../scenarios/device.ts";
import { type Play, WrongReply } from "../play.ts";
import type { Journey } from "./index.ts";
import { act, conversationOf } from "./staff.ts";

/** Staff send pictures along: words and files come once each, whole, whatever dies between. */
export const attachments: Journey[] = [
  {
    name: "staff-files-on-whatsapp",
    async play(play) {
      const phone = play.whatsapp();
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
      await answer(play, phone.phone.userId);
      // The words stand under the first of them.
      await play.hear(phone, /This is your label/);
      await play.hear(phone);
      await play.rest();
      mustHold(play, phone, phone.phone.inbox.filter((bubble) => (bubble.bytes?.length ?? 0) > 0).length, 2);
    },
  },
  {
    name: "staff-files-on-instagram",
    async play(play) {
      const phone = play.instagram();
      await play.say(phone, "Hello");
      await play.hear(phone, /order/i);
      await answer(play, phone.phone.userId);
      // Words and pictures are a message each: where the sending of one was cut off, its outcome is open and the others come.
      const heard = [await play.hear(phone), await play.hear(phone), await play.hear(phone)];
      if (!heard.some((one) => /This is your label/.test(one.text))) throw new WrongReply("the words of the reply are not there");
      await play.rest();
      mustHold(play, phone, phone.phone.inbox.filter((bubble) => (bubble.bytes?.length ?? 0) > 0).length, 2);
    },
  },
  {
    name: "staff-files-by-mail",
    async play(play) {
      const mail = play.mail(`${play.tag}@example.com`);
      await play.say(mail, `I want to talk to a person about ${play.tag}`);
      await play.hear(mail);
      await answer(play, play.tag);
      await play.hear(mail, /This is your label/);
      await play.rest();
      // A mail that comes again under its Message-ID is shown once.
      const mails = new Map(play.world.mail.mailbox(`${play.tag}@example.com`).inbox.map((one) => [one.messageId, one]));
      const files = [...mails.values()].flatMap((one) => one.attachments);
      mustHold(play, mail, files.filter((one) => /^label/.test(one.fileName)).length, 2);
    },
  },
];

/** Attaches two pictures and answers with them. */
async function answer(play: Play, who: string): Promise<void> {
  const page = await conversationOf(play, who);
  const ids = [await attach(play, page, 1), await attach(play, page, 2)];
  await act(play, page, { intent: "reply", text: "This is your label.", files: ids.join(), clientId: `${play.tag}-files` });
}

/** Brought again when nothing answers, as whoever picked it does. */
function attach(play: Play, page: string, number: number): Promise<string> {
  return play.persist(async () => {
    const body = new Uint8Array(await picture(number, { width: 400, height: 300 }));
    const headers = { "content-type": "application/octet-stream" };
    const response = await play.world.merchant.request(`${page}/files?name=label-${number}.jpg`, { method: "POST", headers, body });
    const { file } = (await response.json()) as { file?: { id: string } };
    if (!file) throw new Error(`The file was refused: ${response.status}`);
    return file.id;
  });
}

function mustHold(play: Play, device: Device, files: number, wanted: number): void {
  play.transcript.push(`${device.channel} holds ${files} files`);
  if (files !== wanted) throw new WrongReply(`${device.channel}: ${files} files where ${wanted} were sent`);
}
