import { useCallback, useEffect, useState } from "react";

/**
 * Something of Shopify's as it is now. Fetched beside the page's own data, so that neither the page nor a new message ever
 * waits for Shopify. A new address is read anew; until it answers, what was there stays.
 */
export function useCard<Card extends { state: string }>(address: string, notReached: Card) {
  const [card, setCard] = useState<Card>();
  const [busy, setBusy] = useState(false);
  const load = useCallback(async () => {
    setBusy(true);
    setCard(await fetchCard(address, notReached));
    setBusy(false);
  }, [address, notReached]);
  useEffect(() => void load(), [load]);
  return { card, busy, load };
}

async function fetchCard<Card>(address: string, notReached: Card): Promise<Card> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as Card) : notReached;
  } catch {
    return notReached;
  }
}
