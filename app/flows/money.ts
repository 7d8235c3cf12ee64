import type { Language, Money } from "#app/channels/message.ts";

/** Money as the reader writes it. The decimal string goes to Intl as it is: no float ever holds an amount. */
export function sayMoney(money: Money, language: Language): string {
  const format = new Intl.NumberFormat(language === "pt" ? "pt-BR" : language, { style: "currency", currency: money.currencyCode });
  return isDecimal(money.amount) ? format.format(money.amount) : `${money.amount} ${money.currencyCode}`;
}

function isZero(money: Money): boolean {
  return !/[1-9]/.test(money.amount);
}

export function isPositive(money: Money): boolean {
  return !isZero(money) && !money.amount.startsWith("-");
}

/** The same sum with its sign turned, for lines that are taken off. */
export function negated(money: Money): Money {
  if (isZero(money)) return money;
  return { ...money, amount: money.amount.startsWith("-") ? money.amount.slice(1) : `-${money.amount}` };
}

export function sameMoney(one: Money, other: Money): boolean {
  return one.currencyCode === other.currencyCode && isZero(addMoney(one, negated(other)));
}

/** Adds exactly, as whole numbers of the smallest written unit. Both must be of one currency. */
export function addMoney(one: Money, other: Money): Money {
  const decimals = Math.max(decimalsOf(one), decimalsOf(other));
  const sum = inUnits(one, decimals) + inUnits(other, decimals);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return { amount: `${sum < 0n ? "-" : ""}${whole}${decimals > 0 ? `.${fraction}` : ""}`, currencyCode: one.currencyCode };
}

/** So many times the same sum. */
export function timesMoney(money: Money, count: number): Money {
  return Array.from({ length: count }, () => money).reduce(addMoney, { ...money, amount: "0" });
}

function decimalsOf(money: Money): number {
  return money.amount.split(".")[1]?.length ?? 0;
}

function inUnits(money: Money, decimals: number): bigint {
  const [whole = "0", fraction = ""] = money.amount.split(".");
  return BigInt(`${whole}${fraction.padEnd(decimals, "0")}`);
}

function isDecimal(amount: string): amount is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(amount);
}
