import { currencyOf, formatIn, formatInShop } from "../currency.ts";
import type { AddressRecord, OrderRecord, PictureRecord } from "../model.ts";
import { type Cents, formatAmount } from "../money.ts";
import { pictureUrl } from "../pictures.ts";
import type { ViewContext } from "./context.ts";

export const money = ({ store }: ViewContext, cents: Cents) => ({ amount: formatAmount(cents), currencyCode: store.shop.currency });

/** A sum of this order, as the shop and as the buyer see it. */
export const moneyBag = ({ store }: ViewContext, order: OrderRecord, cents: Cents) => ({
  shopMoney: { amount: formatInShop(store, order, cents), currencyCode: store.shop.currency },
  presentmentMoney: { amount: formatIn(store, order, cents), currencyCode: currencyOf(store, order) },
});

export const pictureView = ({ store }: ViewContext, picture: PictureRecord) => ({
  id: `gid://shopify/ImageSource/${[...picture.file].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7)}`,
  url: pictureUrl(store.shop, picture),
  altText: picture.alternative,
  width: 400,
  height: 400,
});

export function countryName(code: string | undefined): string | null {
  return code ? (new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? null) : null;
}

export function fullName(person: { firstName?: string; lastName?: string } | undefined): string | null {
  return [person?.firstName, person?.lastName].filter(Boolean).join(" ") || null;
}

export function addressView(address: AddressRecord | undefined, id: string) {
  if (!address) return null;
  return {
    id,
    ...address,
    name: fullName(address),
    country: countryName(address.countryCode),
    countryCodeV2: address.countryCode ?? null,
    formatted: ({ withCompany, withName }: { withCompany: boolean; withName: boolean }) =>
      [
        withName ? fullName(address) : undefined,
        withCompany ? address.company : undefined,
        address.address1,
        address.address2,
        [address.zip, address.city].filter(Boolean).join(" "),
        countryName(address.countryCode),
      ].filter(Boolean),
  };
}
