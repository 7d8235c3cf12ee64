const reasons: Record<string, string> = {
  "no-label-for-country": "there is none for the shopper's country",
  "template-unusable": "the template gives no link or code",
  customs: "it would need customs papers",
  "no-key": "no API key is kept",
  gift: "a carrier’s label shows the address, which whoever was given the thing need not know",
  "no-address": "the order shows no address",
  "no-rates": "no carrier offers to take it",
  "too-dear": "every carrier costs more than you allow",
  refunded: "its money has gone back already",
  unreachable: "Shopify or the carrier could not be reached",
  network: "the carrier could not be reached",
  timeout: "the carrier did not answer",
  "http-401": "the carrier does not know the API key",
  "http-403": "the carrier does not let this API key do it",
};

/** Why a label could not be made or written, in words for staff. */
export function labelTrouble(error: string | null): string {
  return reasons[error ?? ""] ?? `it was refused (${error ?? "unknown"})`;
}
