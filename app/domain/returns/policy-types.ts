/** The merchant's return rules, as stored and edited in the admin. Percentages are 0–100; amounts are decimal strings in the shop's currency. */
export type ReturnPolicy = {
  windowDays: number;
  windowStartsAt: "delivered" | "fulfilled";
  /** Products with one of these tags are final sale. Compared without case. */
  finalSaleTags: string[];
  restockingFeePercentage: number;
  returnShippingFee: string;
  /** Fees are dropped when the fault is the shop's (damaged, wrong item, not as described). */
  feesWaivedForShopFault: boolean;
  /** "request": the merchant approves each return; "open": in-policy returns open at once. */
  mode: "request" | "open";
  /** How many returns of one customer, and of all, the assistant starts by itself in one day; absent in older policies. */
  dailyReturnsPerShopper?: number;
  dailyReturnsPerShop?: number;
  /** How many pictures of the item are wanted before such a return goes on; 0 for none. Absent in older policies. */
  photosDamaged?: number;
  photosWrongItem?: number;
  photosNotAsDescribed?: number;
};

export type RefusalReason = "window-closed" | "final-sale" | "not-delivered";
