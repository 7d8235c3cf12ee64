import type { Play } from "../play.ts";
import type { Journey } from "./index.ts";
import { act, conversationOf } from "./staff.ts";

const page = "/app/connections";

/** The shop's own tools hear of a case, once each in their own count of ids, and staff are alerted. */
export const outwards: Journey[] = [
  {
    name: "tools-told",
    async play(play) {
      const host = `${play.tag.toLowerCase().replace(/[^a-z0-9]/g, "")}.receiver.example`;
      const hook = await connectHook(play, host);
      const slack = play.world.slack.newWebhook(`Key${play.tag}`);
      await connectOnce(play, { kind: "slack", url: slack }, "hooks.slack.com", play.tag);
      try {
        const widget = await play.widget();
        await play.say(widget, `I want to talk to a person about ${play.tag}`);
        await play.hear(widget);
        await play.rest();
        const conversation = await conversationOf(play, play.tag);
        const html = await play.persist(() => play.world.merchant.openApp(conversation));
        const caseId = /name="caseId" value="([0-9a-z]{26})"/.exec(html)?.[1] ?? "";
        await act(play, conversation, { intent: "close", caseId });
        await play.rest();
        check(play, host, caseId, slack);
      } finally {
        await play.persist(() => play.world.merchant.submit(page, { intent: "remove", id: hook })).catch(() => {});
        for (const id of await idsOf(play, "hooks.slack.com"))
          await play.persist(() => play.world.merchant.submit(page, { intent: "remove", id })).catch(() => {});
      }
    },
  },
  {
    name: "help-desk",
    async play(play) {
      const { zendesk, appUrl } = play.world;
      const { account, signingSecret } = zendesk;
      const id = await connectOnce(play, { kind: "zendesk", ...account, signingSecret }, account.subdomain, play.tag);
      try {
        const phone = play.whatsapp();
        await play.say(phone, `I want to talk to a person about ${play.tag}`);
        await play.hear(phone);
        await play.rest();
        await play.say(phone, `it is the blue one, ${play.tag}`);
        await play.rest();
        const own = zendesk.tickets.filter((one) => one.comments.some(({ body }) => body.includes(play.tag)));
        const [ticket] = own;
        if (!ticket || own.length > 1) throw new Error(`Zendesk has ${own.length} tickets where 1 was due.`);
        const told = ticket.comments.filter(({ body }) => body.includes("it is the blue one")).length;
        if (told !== 1) throw new Error(`The ticket was told ${told} times of what the shopper wrote.`);
        zendesk.agentWrites(ticket.id, "Robin", `This is Robin, ${play.tag}.`);
        await play.persist(async () => {
          const response = await fetch(`${appUrl}/webhooks/zendesk/${id}`, { method: "POST", ...zendesk.webhook(ticket.id) });
          if (!response.ok) throw new Error(`Zendesk's call was answered with ${response.status}.`);
        });
        await play.hear(phone, /This is Robin/);
      } finally {
        await play.persist(() => play.world.merchant.submit(page, { intent: "remove", id })).catch(() => {});
      }
    },
  },
];

/** What the receiver counts, each id once; Slack, which knows no ids, may see a repeat where an answer was lost with the process. */
function check(play: Play, host: string, caseId: string, slack: string): void {
  const heard = play.world.receiver.distinct.filter((one) => one.host === host && one.body.data.caseId === caseId);
  const types = heard.map((one) => one.body.type).sort();
  const wanted = ["case.closed", "case.escalated", "case.opened"];
  if (types.join() !== wanted.join()) throw new Error(`The receiver heard ${types.join()} where ${wanted.join()} were due.`);
  if ((play.world.slack.channels.get(slack) ?? []).length === 0) throw new Error("Nothing came to Slack.");
}

/** The page answers with the secret once; who did not get the answer renews it. */
async function connectHook(play: Play, host: string): Promise<string> {
  const id = await connectOnce(play, { kind: "webhook", url: `https://${host}/hook` }, host, play.tag);
  const text = await play.persist(async () => {
    const body = new URLSearchParams({ intent: "renew", id });
    const response = await play.world.merchant.request(`${page}.data`, { method: "POST", body });
    if (!response.ok) throw new Error(`The secret was not renewed: ${response.status}`);
    return response.text();
  });
  play.world.receiver.trust(host, /whsec_[A-Za-z0-9+/=]+/.exec(text)?.[0] ?? "");
  return id;
}

/** Added again only where the page does not show it yet. */
async function connectOnce(play: Play, fields: Record<string, string>, label: string, tag: string): Promise<string> {
  return play.persist(async () => {
    const [known] = await idsOf(play, label);
    if (known) return known;
    await play.world.merchant.submit(page, { intent: "save", ...fields });
    const [id] = await idsOf(play, label);
    if (!id) throw new Error(`The page does not show the connection of ${tag}.`);
    return id;
  });
}

async function idsOf(play: Play, label: string): Promise<string[]> {
  const html = await play.persist(() => play.world.merchant.openApp(page));
  return [...html.matchAll(/<section aria-label="([^"]*)" id="([0-9a-z]{26})"/g)].flatMap(([, name = "", id = ""]) =>
    name.includes(label) ? [id] : [],
  );
}
