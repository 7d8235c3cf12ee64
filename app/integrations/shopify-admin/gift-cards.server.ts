import type { GiftCardFacts, GiftCardOwner } from "#app/domain/gift-cards/facts.ts";
import type { AdminClient } from "./client.server.ts";
import { customerByEmail, giftCards } from "./operations/index.ts";
import type { GiftCard } from "./responses.ts";
import { customerTerm, emailTerm } from "./search-terms.ts";
import { missingScopes } from "./shop-info.server.ts";
import { VendorError } from "./vendor-error.ts";

/** More cards than this nobody has; the newest come first. */
const mostPages = 4;
const scope = "read_gift_cards";

/** Whether the merchant lets the app look at gift cards at all; shops from before it asked for that may not. */
export async function mayReadGiftCards(client: AdminClient): Promise<boolean> {
  return (await missingScopes(client, [scope])).length === 0;
}

/** The gift cards of these customers, the newest first; null where the merchant has not let the app look at them. */
export async function findGiftCards(client: AdminClient, { customerIds, emails }: GiftCardOwner): Promise<GiftCardFacts[] | null> {
  try {
    const byEmail = await Promise.all(emails.map((email) => findCustomer(client, email)));
    const owners = new Set([...customerIds, ...byEmail.flatMap((id) => id ?? [])].flatMap((id) => customerTerm(id)?.canonical ?? []));
    return (await Promise.all([...owners].map((owner) => cardsOf(client, owner)))).flat();
  } catch (error) {
    if (error instanceof VendorError && error.codes.includes("ACCESS_DENIED")) return null;
    throw error;
  }
}

/** Whether a customer has this very address. */
export async function isCustomer(client: AdminClient, email: string): Promise<boolean> {
  return (await findCustomer(client, email)) !== null;
}

async function findCustomer(client: AdminClient, email: string): Promise<string | null> {
  const term = emailTerm(email);
  if (!term) return null;
  const { customerByIdentifier: found } = await client.query(customerByEmail, { email: term.canonical });
  return found?.defaultEmailAddress?.emailAddress.toLowerCase() === term.canonical ? found.id : null;
}

/** `owner`: a customer's global id. What the index finds is compared: a filter that Shopify does not know finds every card. */
async function cardsOf(client: AdminClient, owner: string): Promise<GiftCardFacts[]> {
  const number = owner.split("/").at(-1);
  const found: GiftCardFacts[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { giftCards: cards } = await client.query(giftCards, { query: `customer_id:${number} OR recipient_id:${number}`, after });
    found.push(...cards.nodes.filter((card) => ownerOf(card) === owner).map(factsOf));
    after = cards.pageInfo.endCursor ?? undefined;
    if (!cards.pageInfo.hasNextPage || !after) break;
  }
  return found;
}

/** A card that was given away is no longer its buyer's. */
function ownerOf({ customer, recipientAttributes }: GiftCard): string | undefined {
  return recipientAttributes ? recipientAttributes.recipient?.id : customer?.id;
}

function factsOf(card: GiftCard): GiftCardFacts {
  return {
    ending: card.lastCharacters.toUpperCase(),
    balance: card.balance,
    lastDay: card.expiresOn ? Date.parse(card.expiresOn) / 86_400_000 : null,
    deactivated: !card.enabled || Boolean(card.deactivatedAt),
  };
}
