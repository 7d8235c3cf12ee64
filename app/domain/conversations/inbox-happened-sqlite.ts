import type { InboxView } from "./inbox-views.ts";

/**
 * SQL of SQLite: views of what happened in conversations, the newest first and each conversation once, at the last time that it
 * did. Read along an index of that time, so that a page takes as long after a year as on the first day.
 */
type Happened = {
  at: string;
  id: string;
  /** All of a shop, along the index. */
  newestFirst: string;
  /** Of a conversation `c` that is known already. */
  ofConversation: string;
  conditions: (reason: string | undefined) => string[];
};

const people = (owner: string) => `CROSS JOIN "Identity" i ON i."shopId" = ${owner}."shopId" AND i.id = ${owner}."identityId"
  CROSS JOIN "Conversation" c ON c.id = i."conversationId"`;
const peopleOf = `CROSS JOIN "Identity" i ON i."shopId" = c."shopId" AND i."conversationId" = c.id`;
const sameConversation = (other: string) => `SELECT 1 FROM "Identity" p CROSS JOIN ${other}
  WHERE p."shopId" = c."shopId" AND p."conversationId" = c.id`;

const mentions: Happened = {
  at: `m."createdAt"`,
  id: "m.id",
  newestFirst: `"StaffMember" s CROSS JOIN "Mention" m INDEXED BY "Mention_shopId_memberId_createdAt_id_idx"
    ON m."shopId" = s."shopId" AND m."memberId" = s.id ${people("m")}`,
  ofConversation: `CROSS JOIN "StaffMember" s ON s."shopId" = c."shopId" ${peopleOf}
    CROSS JOIN "Mention" m ON m."shopId" = i."shopId" AND m."identityId" = i.id AND m."memberId" = s.id`,
  conditions: (reason) => [
    `s."shopId" = @shopId AND s.name = @name`,
    `NOT EXISTS (${sameConversation(`"Mention" n ON n."shopId" = p."shopId" AND n."identityId" = p.id`)}
      AND n."memberId" = m."memberId" AND (n."createdAt", n.id) > (m."createdAt", m.id))`,
    ...(reason === undefined
      ? []
      : [
          `EXISTS (${sameConversation(`"Case" k ON k."shopId" = p."shopId" AND k."identityId" = p.id`)}
      AND k.escalation = @reason AND k.status IN ('open','working','escalated'))`,
        ]),
  ],
};

const casesOf = (name: string) => sameConversation(`"Case" ${name} ON ${name}."shopId" = p."shopId" AND ${name}."identityId" = p.id`);

/** Conversations in which nothing is open any more, at the case that ended last. */
const closed: Happened = {
  at: `k."closedAt"`,
  id: "k.id",
  newestFirst: `"Case" k INDEXED BY "Case_closed" ${people("k")}`,
  ofConversation: `${peopleOf} CROSS JOIN "Case" k ON k."shopId" = i."shopId" AND k."identityId" = i.id`,
  conditions: (reason) => [
    `k."shopId" = @shopId AND k.status = 'done' AND k."closedAt" IS NOT NULL`,
    `NOT EXISTS (${casesOf("o")} AND (o.status IN ('open','working','escalated')
      OR (o.status = 'done' AND (o."closedAt", o.id) > (k."closedAt", k.id))))`,
    ...(reason === undefined ? [] : ["k.escalation = @reason"]),
  ],
};

export const happened = { mentions, closed };

export const isHappening = (view: InboxView): view is keyof typeof happened => view in happened;
