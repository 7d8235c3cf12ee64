import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, FormLayout } from "@shopify/polaris";
import { useRef } from "react";
import { orderPolicyToForm, readOrderPolicyForm } from "#app/domain/shops/order-policy-form.ts";
import { policyToForm, readPolicyForm, sayPolicy } from "#app/domain/shops/policy-form.ts";
import { returnPolicyReviewed, savePolicies } from "#app/domain/shops/shop.server.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { ChoiceInput, SaveBar, SelectInput, TextInput, useFormState, YesNoInput } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const { returnPolicy, orderPolicy, currencyCode } = shop;
  const stored = { ...policyToForm(returnPolicy), ...orderPolicyToForm(orderPolicy) };
  return { stored, returnPolicy, orderPolicy, currencyCode, reviewed: await returnPolicyReviewed(shop.id) };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const read = readPolicyForm(form, shop.returnPolicy);
  const orders = readOrderPolicyForm(form, shop.orderPolicy);
  if (!read.ok || !orders.ok) {
    const problems = { ...(read.ok ? {} : read.problems), ...(orders.ok ? {} : orders.problems) };
    return data({ ok: false as const, problems }, { status: 422 });
  }
  await savePolicies(shop.id, read.policy, orders.policy, staffName({}, shop));
  return { ok: true as const, problems: {} };
}

export default function Policy() {
  const { stored, returnPolicy, orderPolicy, currencyCode, reviewed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const element = useRef<HTMLFormElement>(null);
  const form = useFormState(
    stored,
    (values) => {
      const read = readPolicyForm(values, returnPolicy);
      const orders = readOrderPolicyForm(values, orderPolicy);
      return { ...(read.ok ? {} : read.problems), ...(orders.ok ? {} : orders.problems) };
    },
    answer?.ok === false ? answer.problems : undefined,
  );
  const read = readPolicyForm(form.values, returnPolicy);
  const save = () => element.current?.requestSubmit();
  return (
    <AdminPage
      title="Return policy"
      subtitle="The assistant explains and applies these rules, and no others."
      // A policy that was never reviewed can be confirmed as it is.
      action={{ content: reviewed ? "Save" : "Confirm", onAction: save, loading: busy, disabled: reviewed && !form.dirty }}
    >
      <SaveBar id="policy" form={form} onSave={save} />
      <SavedMark answer={answer} busy={busy} />
      <Notice tone="info" title="Your rules in words">
        <p>{read.ok ? sayPolicy(read.policy, currencyCode) : "Correct what is marked below to see the rules in words."}</p>
      </Notice>
      <Form method="post" ref={element} noValidate>
        <BlockStack gap="400">
          <Section title="Which returns you take">
            <FormLayout>
              <FormLayout.Group>
                <TextInput
                  form={form}
                  name="windowDays"
                  label="Return window"
                  suffix="days"
                  inputMode="numeric"
                  help="Empty: no limit. In the EU shoppers always have at least 14 days."
                />
                <SelectInput
                  form={form}
                  name="windowStartsAt"
                  label="The days begin when"
                  options={[
                    { value: "delivered", label: "the parcel has arrived" },
                    { value: "fulfilled", label: "the parcel has left you" },
                    { value: "ordered", label: "the order is placed" },
                  ]}
                />
              </FormLayout.Group>
              <TextInput
                form={form}
                name="finalSaleTags"
                label="Final-sale product tags"
                help="Products with one of these tags are not taken back. Separate tags with commas."
              />
            </FormLayout>
          </Section>
          <Section title="What you keep">
            <FormLayout>
              <FormLayout.Group>
                <TextInput form={form} name="restockingFeePercentage" label="Restocking fee" suffix="%" inputMode="decimal" />
                <TextInput form={form} name="returnShippingFee" label="Return shipping fee" prefix={currencyCode} inputMode="decimal" />
              </FormLayout.Group>
              <YesNoInput
                form={form}
                name="feesWaivedForShopFault"
                label="No fees when the fault is yours"
                help="Damaged, wrong item, or not as described."
              />
            </FormLayout>
          </Section>
          <Section
            title="Pictures"
            hint="The assistant asks for them on any channel before the return goes on. Damage with pictures waits in the inbox for one of you; with 0 it goes on by itself."
          >
            <FormLayout>
              <FormLayout.Group>
                <TextInput form={form} name="photosDamaged" label="When damaged" suffix="pictures" inputMode="numeric" />
                <TextInput form={form} name="photosWrongItem" label="When a wrong item came" suffix="pictures" inputMode="numeric" />
                <TextInput form={form} name="photosNotAsDescribed" label="When not as described" suffix="pictures" inputMode="numeric" />
              </FormLayout.Group>
            </FormLayout>
          </Section>
          <Section
            title="How many in one day"
            hint="What goes beyond waits in the inbox for one of you. It keeps a machine from asking for refund after refund."
          >
            <FormLayout>
              <FormLayout.Group>
                <TextInput form={form} name="dailyReturnsPerShopper" label="Returns of one customer" suffix="a day" inputMode="numeric" />
                <TextInput form={form} name="dailyReturnsPerShop" label="Returns of all customers" suffix="a day" inputMode="numeric" />
              </FormLayout.Group>
            </FormLayout>
          </Section>
          <Section title="How returns begin">
            <ChoiceInput
              form={form}
              name="mode"
              label="When a shopper confirms a return"
              options={[
                { value: "request", label: "Ask you first", help: "It appears in Shopify as a request. You approve or decline it." },
                {
                  value: "open",
                  label: "Open it at once",
                  help: "Only returns within the rules above. Everything else still comes to you.",
                },
              ]}
            />
            {form.values.mode === "open" && (
              <Notice tone="warning">
                <p>Nobody looks at a return before the shopper is told to send the item. Fees and final-sale tags above must be right.</p>
              </Notice>
            )}
          </Section>
          <Section
            title="Orders that have not left"
            hint="An order that somebody has begun to prepare, is on hold or has left in part always comes to you. So does what goes beyond these limits."
          >
            <FormLayout>
              <YesNoInput
                form={form}
                name="cancel"
                label="The assistant may cancel an order"
                help="Only the whole order, after the shopper has said yes to the exact sum. Everything is paid back the way it came."
              />
              {form.values.cancel === "yes" && (
                <FormLayout.Group>
                  <TextInput
                    form={form}
                    name="cancelWithinMinutes"
                    label="For so long after ordering"
                    suffix="minutes"
                    inputMode="numeric"
                    help="Empty: until you begin to prepare it."
                  />
                  <TextInput
                    form={form}
                    name="cancelUpTo"
                    label="Up to this total"
                    prefix={currencyCode}
                    inputMode="decimal"
                    help="Empty: any total."
                  />
                </FormLayout.Group>
              )}
              <YesNoInput
                form={form}
                name="changeAddress"
                label="The assistant may change the delivery address"
                help="Only within the same country and tax area, after a proof of the last half hour and a yes to the whole address."
              />
              <YesNoInput
                form={form}
                name="changeItems"
                label="The assistant may change items and quantities"
                help="Another size or colour, more or fewer of a thing, or one thing less, after a yes to the exact sum. What it costs more is paid through Shopify's own link; what is paid too much goes back the way it came."
              />
              {form.values.changeItems === "yes" && (
                <TextInput
                  form={form}
                  name="changeItemsUpTo"
                  label="Up to so much more to pay"
                  prefix={currencyCode}
                  inputMode="decimal"
                  help="Empty: any amount."
                />
              )}
            </FormLayout>
          </Section>
        </BlockStack>
      </Form>
    </AdminPage>
  );
}
