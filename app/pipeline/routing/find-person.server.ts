import { type ChannelName, channelNames } from "#app/channels/message.ts";
import { standing } from "#app/domain/identity/identity.server.ts";
import { type CustomerKey, type CustomerProfile, customerKey } from "#app/domain/orders/customer-profile.ts";
import { type CaseRouting, readCaseRouting } from "#app/domain/routing/case-routing.ts";
import { type Chosen, choosePerson, nextLook, type Staff } from "#app/domain/routing/choose.ts";
import { giveCase } from "#app/domain/routing/give.server.ts";
import { presenceOf } from "#app/domain/routing/members.ts";
import { type CaseFacts, firstRule, isVip } from "#app/domain/routing/rules.ts";
import { asksForCustomer, type Routing } from "#app/domain/routing/settings.ts";
import { loadStaff, lookAtQueue } from "#app/domain/routing/staff.server.ts";
import { isUnresolved } from "#app/domain/routing/unresolved.ts";
import { liveStatuses } from "#app/domain/staff/staff-cases.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { errorFields, log } from "#app/platform/log.ts";
import type { Case, Identity } from "../../../prisma/generated/client.ts";

/** Who a customer is, as the store has them; null where it does not know them. */
type ReadCustomer = (shopId: string, key: CustomerKey) => Promise<CustomerProfile | null>;

/** Of a long queue so many are given at once; the rest follow at once. */
const mostAtOnce = 50;

/** Gives a case that was just handed over to a person, or puts it into its queue. Nothing where the shop has named nobody. */
export async function findPerson(shopId: string, caseId: string, readCustomer: ReadCustomer): Promise<Write[]> {
  const staff = await loadStaff(shopId);
  const row = await database().prisma.case.findFirst({ where: { id: caseId, shopId } });
  if (!staff || !row || !waits(row)) return [];
  if (staff.members.length === 0 && staff.routing.rules.length === 0) return [];
  const about = await aboutOf(row);
  if (!about) return [];
  const known = readCaseRouting(row.routing);
  const customer = await customerFacts(row, about.identity, staff.routing, readCustomer);
  const facts: CaseFacts = { ...factsOf(row, about, known), customer };
  const rule = firstRule(staff.routing.rules, facts);
  const vip = known.vip === true || isVip(staff.routing, customer);
  const chosen = choosePerson(facts, rule, { vip }, about.earlier, staff);
  return [
    ...(await giveCase(shopId, row, about.identity.conversationId, chosen, { vip, ruleId: rule?.id ?? null })),
    ...(chosen.again ? [lookAtQueue(shopId, chosen.again)] : []),
  ];
}

/** Goes through all cases that wait for a person, the urgent ones first, then the oldest. */
export async function givePeopleWhatWaits(shopId: string): Promise<Write[]> {
  const staff = await loadStaff(shopId);
  if (!staff || staff.members.length === 0) return [];
  const where = { shopId, owner: "staff", status: { in: [...liveStatuses] }, assignee: null };
  const somebodyHasRoom = () => staff.members.some((one) => presenceOf(one, staff.clock) === "here");
  if (!somebodyHasRoom()) {
    const back = nextLook(staff.members, staff.clock);
    return back && (await database().prisma.case.count({ where })) > 0 ? [lookAtQueue(shopId, back)] : [];
  }
  const rows = await database().prisma.case.findMany({
    where,
    orderBy: [{ urgent: "desc" }, { openedAt: "asc" }, { id: "asc" }],
  });
  const writes: Write[] = [];
  const times: Date[] = [];
  const taken = new Map<string, string>();
  let given = 0;
  for (const row of rows) {
    if (given === mostAtOnce) return [...writes, lookAtQueue(shopId)];
    // However long the queue is, nobody is looked for once there is nobody: what is left waits for the first who can be.
    if (!somebodyHasRoom()) {
      const back = nextLook(staff.members, staff.clock);
      if (back) times.push(back);
      break;
    }
    const about = await aboutOf(row);
    if (!about) continue;
    const { conversationId } = about.identity;
    const holder = about.earlier.holder ?? taken.get(conversationId) ?? null;
    const chosen = chooseAgain(row, { ...about, earlier: { ...about.earlier, holder } }, staff);
    if (chosen.again) times.push(chosen.again);
    if (!chosen.member) continue;
    writes.push(...(await giveCase(shopId, row, conversationId, chosen, {}, given)));
    given += 1;
    const { member } = chosen;
    member.open += 1;
    member.lastAssignedAt = new Date(staff.clock.at.getTime() + given);
    taken.set(conversationId, member.name);
  }
  const next = times.sort((one, other) => one.getTime() - other.getTime())[0];
  return next ? [...writes, lookAtQueue(shopId, next)] : writes;
}

/** The rule that decided when the case came decides still; only who is there has changed. */
function chooseAgain(row: Case, about: About, staff: Staff & { routing: Routing }): Chosen {
  const known = readCaseRouting(row.routing);
  const facts: CaseFacts = { ...factsOf(row, about, known), customer: null };
  // Handed over before there were rules: they are asked now, as far as can be known without the store.
  const rule =
    known.ruleId === undefined
      ? firstRule(staff.routing.rules, facts)
      : (staff.routing.rules.find((one) => one.id === known.ruleId) ?? null);
  return choosePerson(facts, rule, { vip: known.vip === true }, about.earlier, staff);
}

const waits = (row: Case) => row.owner === "staff" && row.assignee === null && liveStatuses.some((one) => one === row.status);

type About = Awaited<ReturnType<typeof aboutOf>> & object;

/** Whose case it is, and who of staff knows them. */
async function aboutOf(row: Case) {
  const { prisma } = database();
  const { shopId } = row;
  const identity = await prisma.identity.findFirst({ where: { id: row.identityId, shopId } });
  const conversation = identity && (await prisma.conversation.findFirst({ where: { id: identity.conversationId, shopId } }));
  const shop = conversation && (await prisma.shop.findFirst({ where: { id: shopId }, select: { language: true } }));
  if (!identity || !conversation || !shop) return null;
  const people = await prisma.identity.findMany({ where: { shopId, conversationId: conversation.id }, select: { id: true } });
  const identityId = { in: people.map((one) => one.id) };
  const others = await prisma.case.findMany({
    where: { shopId, identityId, id: { not: row.id } },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
  });
  const held = others.find((one) => one.owner === "staff" && one.assignee !== null && liveStatuses.some((live) => live === one.status));
  const last = await prisma.message.findFirst({
    where: { shopId, identityId, author: "staff" },
    orderBy: { seq: "desc" },
    select: { authorName: true },
  });
  const earlier = { holder: held?.assignee ?? null, lastWriter: last?.authorName ?? null };
  return { identity, conversation, shop, others, earlier };
}

function factsOf(row: Case, { identity, conversation, shop, others }: About, known: CaseRouting): Omit<CaseFacts, "customer"> {
  const language = known.language ?? conversation.language ?? identity.language ?? shop.language;
  const at = conversation.lastMessageAt;
  const channel = channelNames.find((one) => one === known.channel) ?? channelNames.find((one) => one === conversation.lastChannel);
  return {
    intent: row.intent,
    ...(known.detail && { detail: known.detail }),
    language: language.slice(0, 2).toLowerCase(),
    channel: channel ?? (identity.kind as ChannelName),
    mood: known.mood ?? "calm",
    reason: row.escalation,
    unresolved: others.some((one) => isUnresolved(one, at)),
  };
}

/** Asked only where a rule wants to know, and only of whom it is proven; a store that does not answer holds nobody up. */
async function customerFacts(row: Case, identity: Identity, { rules, vipTags }: Routing, readCustomer: ReadCustomer) {
  if (vipTags.length === 0 && !rules.some(({ when }) => asksForCustomer(when))) return null;
  const { verified } = await standing(identity as Parameters<typeof standing>[0]);
  const key = customerKey(verified, []);
  if (!key) return null;
  try {
    const profile = await readCustomer(row.shopId, key);
    return profile && { tags: profile.tags, orders: profile.numberOfOrders, spent: Number(profile.amountSpent.amount) };
  } catch (error) {
    log.warn("routing-without-customer", { shopId: row.shopId, ...errorFields(error) });
    return null;
  }
}
