import { type Block, type Language, languages } from "#app/channels/message.ts";
import { channelOf } from "#app/domain/conversations/messages.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { newRateLink } from "#app/domain/identity/rate-link.server.ts";
import { planProactive } from "#app/domain/proactive/begin.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import type { scoreNames } from "./score.ts";
import { satisfactionTexts } from "./texts.ts";

/** What is begun of this kind; the way out keeps it on the channel it was meant for. */
export const satisfactionKind = "satisfaction";
export const satisfactionKey = (caseId: string): string => `satisfaction:${caseId}`;
/** In front of a tapped answer: `satisfaction|<case>|good`. */
export const satisfactionChoice = "satisfaction";

const day = 86_400_000;
/** A shopper is asked once in so many days, whatever happens. */
const restDays = 30;

export type Asked = {
  caseId: string;
  /** The order's name, where the case has one. */
  about: string | null;
  /** All of the shopper's. */
  members: IdentityRow[];
  /** When; now where absent. */
  at?: Date;
};

/**
 * The writes that ask a shopper how they found our help, for the commit that closes the case; none where they were asked lately
 * or cannot be written to. Consent, window, quiet hours and what has happened meanwhile are looked at when it is said.
 */
export async function askSatisfaction(shop: { id: string; name: string; language: string }, asked: Asked): Promise<Write[]> {
  const { caseId, about, members, at } = asked;
  const identity = heardLast(members);
  const channel = identity && channelOf(identity);
  if (!identity || !channel || (await askedLately(shop.id, members))) return [];
  const language = languageOf(identity, shop);
  const link = channel === "email" ? newRateLink(shop.id, identity.id, caseId) : null;
  const text = satisfactionTexts[language];
  const blocks: Block[] = link
    ? [
        { kind: "text", text: `${text.question(shop.name, about)} ${text.orMail}` },
        ...answersIn(language).map(({ name, title }) => ({
          kind: "link" as const,
          label: title,
          url: `${env.appUrl}/rate/${link.token}?answer=${name}`,
        })),
      ]
    : [
        {
          kind: "choices",
          prompt: `${text.question(shop.name, about)} ${text.orType}`,
          choices: answersIn(language).map(({ name, title }) => ({ id: `${satisfactionChoice}|${caseId}|${name}`, title })),
        },
      ];
  const planned = await planProactive(shop.id, identity.conversationId, {
    key: satisfactionKey(caseId),
    kind: satisfactionKind,
    blocks,
    template: null,
    urgent: false,
    counted: false,
    ofCase: caseId,
    ifUnreachable: "drop",
    onlyInWindow: true,
    identityId: identity.id,
    ...(at && { at }),
  });
  return [...(link?.writes ?? []), ...planned];
}

/** The three answers as they are shown. */
export function answersIn(language: Language): { name: keyof typeof scoreNames; title: string }[] {
  return (["good", "okay", "bad"] as const).map((name) => ({ name, title: satisfactionTexts[language][name] }));
}

export function languageOf(identity: { language: string | null }, shop: { language: string }): Language {
  const known = (code: string | null) => languages.find((one) => one === code);
  return known(identity.language) ?? known(shop.language) ?? "en";
}

async function askedLately(shopId: string, members: IdentityRow[]): Promise<boolean> {
  const row = await database().prisma.begun.findFirst({
    where: {
      shopId,
      identityId: { in: members.map((one) => one.id) },
      state: { in: ["planned", "said"] },
      kind: satisfactionKind,
      createdAt: { gt: new Date(now().getTime() - restDays * day) },
    },
    select: { id: true },
  });
  return row !== null;
}

/** Who has never written to us is not asked what they think of us. */
function heardLast(members: IdentityRow[]): IdentityRow | undefined {
  const time = (at: Date | null) => at?.getTime() ?? 0;
  return members
    .filter((one) => one.lastInboundAt !== null && channelOf(one))
    .sort((one, other) => time(other.lastInboundAt) - time(one.lastInboundAt))[0];
}
