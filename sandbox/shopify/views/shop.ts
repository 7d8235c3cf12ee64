import type { CustomerRecord, ReasonRecord, ShopRecord } from "../model.ts";
import { connection, type PageArguments } from "../paging.ts";
import { searchOrders } from "../search-orders.ts";
import { numericId } from "../store.ts";
import { netPaymentOf } from "../totals.ts";
import { instant, siblingId, type ViewContext } from "./context.ts";
import { orderView } from "./order.ts";
import { addressView, countryName, fullName, money } from "./parts.ts";

export function shopView(context: ViewContext) {
  const { shop } = context.store;
  const url = `https://${shop.primaryHost}`;
  const address = {
    id: siblingId(shop.id, "ShopAddress"),
    ...shop.address,
    country: countryName(shop.address.countryCode),
    countryCodeV2: shop.address.countryCode ?? null,
  };
  return {
    id: shop.id,
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    ianaTimezone: shop.timezone,
    currencyCode: shop.currency,
    myshopifyDomain: shop.domain,
    url,
    primaryDomain: { id: siblingId(shop.id, "Domain"), host: shop.primaryHost, url, sslEnabled: true },
    billingAddress: address,
    shopAddress: address,
    customerAccountsV2: {
      customerAccountsVersion: shop.accounts,
      loginLinksVisibleOnStorefrontAndCheckout: true,
      loginRequiredAtCheckout: false,
      url: shop.accounts === "CLASSIC" ? `${url}/account` : `https://shopify.com/${numericId(shop.id)}/account`,
    },
    shopPolicies: shop.policies.map((policy) => policyView(context, policy)),
  };
}

export const policyView = ({ store }: ViewContext, policy: ShopRecord["policies"][number]) => ({
  __typename: "ShopPolicy",
  ...policy,
  url: `https://${store.shop.primaryHost}/policies/${policy.type.toLowerCase().replaceAll("_", "-")}`,
  createdAt: instant(policy.createdAt),
  updatedAt: instant(policy.updatedAt),
});

export function customerView(context: ViewContext, customer: CustomerRecord): object {
  const orders = () => searchOrders(context.store, { customerId: customer.id }).orders;
  return {
    id: customer.id,
    legacyResourceId: String(numericId(customer.id)),
    firstName: customer.firstName ?? null,
    lastName: customer.lastName ?? null,
    displayName: fullName(customer) ?? customer.email ?? customer.phone ?? "",
    locale: customer.locale,
    state: customer.verifiedEmail ? "ENABLED" : "DISABLED",
    tags: customer.tags,
    note: customer.note ?? null,
    verifiedEmail: customer.verifiedEmail,
    amountSpent: () =>
      money(
        context,
        orders().reduce((sum, order) => sum + netPaymentOf(order), 0),
      ),
    numberOfOrders: () => String(orders().length),
    createdAt: instant(customer.createdAt),
    updatedAt: instant(customer.updatedAt),
    email: customer.email ?? null,
    phone: customer.phone ?? null,
    defaultEmailAddress: customer.email ? { emailAddress: customer.email, validFormat: true, marketingState: "NOT_SUBSCRIBED" } : null,
    defaultPhoneNumber: customer.phone ? { phoneNumber: customer.phone } : null,
    defaultAddress: () => addressView(customer.address, siblingId(customer.id, "MailingAddress")),
    orders: (args: PageArguments & { query?: string | null; sortKey?: string | null }) =>
      connection(
        searchOrders(context.store, { ...args, customerId: customer.id }).orders,
        args,
        (order) => order.id,
        (order) => orderView(context, order),
      ),
  };
}

export const reasonView = (reason: ReasonRecord) => ({ ...reason });

export function reasonConnection(
  { store }: ViewContext,
  args: PageArguments & { ids?: string[] | null; handles?: string[] | null; query?: string | null; sortKey?: string | null },
) {
  const key = args.sortKey === "NAME" ? "name" : args.sortKey === "HANDLE" ? "handle" : "id";
  const words = args.query?.toLowerCase() ?? "";
  const found = store.reasons
    .filter((reason) => !args.ids || args.ids.includes(reason.id))
    .filter((reason) => !args.handles || args.handles.includes(reason.handle))
    .filter((reason) => `${reason.handle} ${reason.name}`.toLowerCase().includes(words))
    .toSorted((left, right) => (left[key] < right[key] ? -1 : 1));
  return connection(found, args, (reason) => reason.id, reasonView);
}
