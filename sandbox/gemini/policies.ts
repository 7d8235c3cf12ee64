type Reading = { point: string; value: string; quote: string };

/** A small reader of return policies in English, which knows more turns of phrase than a list of words does. */
export function readPolicy(text: string): Reading[] {
  const sentences = text
    .split(/\n+/)
    .flatMap((line) => line.split(/(?<=[.!?])\s+/))
    .map((one) => one.trim())
    .filter(Boolean);
  return sentences.flatMap((quote): Reading[] => {
    const days = /\b(\d{1,3}) days\b/.exec(quote)?.[1];
    const share = /\b(\d{1,2}) ?%/.exec(quote)?.[1];
    const isOfMoney = /refund|money|paid/i.test(quote);
    return [
      ...(days && !isOfMoney ? [{ point: "windowDays", value: days, quote }] : []),
      ...(days && !isOfMoney && /arrive|doorstep|deliver/i.test(quote) ? [{ point: "windowStartsAt", value: "delivered", quote }] : []),
      ...(share ? [{ point: "restockingFeePercentage", value: share, quote }] : []),
    ];
  });
}

/** What a lying one adds: sentences that stand nowhere, sentences that do and say something else, and values that no rule knows. */
export function lieAboutPolicy(text: string): Reading[] {
  const [real = ""] = text.split(/(?<=[.!?])\s+|\n+/).filter((one) => /\d/.test(one));
  return [
    { point: "windowDays", value: "365", quote: "You can return items within 365 days of delivery." },
    { point: "windowDays", value: "999", quote: real },
    { point: "restockingFeePercentage", value: "0", quote: real },
    { point: "returnShippingFee", value: "99.00", quote: real },
    { point: "finalSale", value: "everything", quote: real },
    { point: "finalSale", value: "__proto__", quote: real },
    { point: "exchange", value: "no", quote: "We never exchange anything." },
    { point: "storeCredit", value: "only", quote: real },
    { point: "feesWaivedForShopFault", value: "yes", quote: "" },
    { point: "windowDays", value: "365", quote: text.slice(0, 900) },
  ];
}
