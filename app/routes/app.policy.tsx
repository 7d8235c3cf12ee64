import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigate, useNavigation } from "@remix-run/react";
import { BlockStack } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { beginTrial, findTrial } from "#app/domain/returns/trials.server.ts";
import { orderPolicyToForm, readOrderPolicyForm } from "#app/domain/shops/order-policy-form.ts";
import { policyToForm, readPolicyForm } from "#app/domain/shops/policy-form.ts";
import { mergeForms } from "#app/domain/shops/policy-merge.ts";
import { policiesOfVersion, type SavedMeanwhile, savedSince, savePolicies } from "#app/domain/shops/policy-versions.server.ts";
import { returnPolicyReviewed, type Shop, shopById } from "#app/domain/shops/shop.server.ts";
import { now } from "#app/platform/clock.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { SaveBar, TextInput, useFormState } from "#app/ui/form.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { Fees, Holiday, Pictures, WhichReturns } from "#app/ui/policy/base-sections.tsx";
import { InWords } from "#app/ui/policy/in-words.tsx";
import { MeanwhileNotice } from "#app/ui/policy/meanwhile.tsx";
import { Beginning, Limits, OrdersNotLeft } from "#app/ui/policy/order-sections.tsx";
import { Outcomes, Review } from "#app/ui/policy/outcome-sections.tsx";
import { RuleList } from "#app/ui/policy/rule-list.tsx";
import { TryIt } from "#app/ui/policy/try-it.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";
import { useStaffName } from "#app/ui/use-staff-name.ts";
import { sayWhen } from "#app/ui/when.ts";

/** `draft`: the id of a trial whose rules the form opens with. */
export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const { returnPolicy, orderPolicy, currencyCode, policyVersion } = shop;
  const stored = formOf(shop);
  const draftId = new URL(request.url).searchParams.get("draft");
  const draft = draftId ? await findTrial(shop.id, draftId) : null;
  const begin = draft ? { ...stored, ...policyToForm(draft.draft) } : stored;
  const reviewed = await returnPolicyReviewed(shop.id);
  return { stored, begin, returnPolicy, orderPolicy, currencyCode, version: policyVersion, team: `${shop.name} team`, reviewed };
}

/** `intent` "trial" runs the form over past orders and saves nothing. A form without a `version` is of the present one. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const read = readPolicyForm(form, shop.returnPolicy);
  const orders = readOrderPolicyForm(form, shop.orderPolicy);
  if (!read.ok || !orders.ok) {
    const problems = { ...(read.ok ? {} : read.problems), ...(orders.ok ? {} : orders.problems) };
    return data({ ok: false as const, problems }, { status: 422 });
  }
  const by = staffName({ name: form.by ?? "" }, shop);
  if (form.intent === "trial") {
    return { ok: true as const, problems: {}, trialId: await beginTrial(shop.id, read.policy, by) };
  }
  const opened = /^\d{1,9}$/.test(form.version ?? "") ? Number(form.version) : shop.policyVersion;
  const saved = await savePolicies(shop.id, opened, read.policy, orders.policy, by, form.why ?? "");
  if (saved.ok) return { ok: true as const, problems: {} };
  return data(await mergedWith(shop.id, opened, form), { status: 409 });
}

/** The form with what was saved since it was opened. */
async function mergedWith(shopId: string, opened: number, form: Record<string, string>) {
  const [present, base, saved] = await Promise.all([shopById(shopId), policiesOfVersion(shopId, opened), savedSince(shopId, opened)]);
  if (!present) throw new Error("There is no such shop.");
  const theirs = formOf(present);
  const own = Object.fromEntries(Object.entries(form).filter(([name]) => name in theirs));
  const { values, both } = mergeForms(base ? formOf(base) : theirs, own, theirs);
  const meanwhile = saved.map((one) => said(one, present.timeZone));
  return { ok: false as const, problems: {}, conflict: { version: present.policyVersion, values, both, meanwhile } };
}

function said({ version, by, at, changes }: SavedMeanwhile, timeZone: string) {
  return { version, by, changes, when: sayWhen(at, now(), timeZone).short };
}

function formOf({ returnPolicy, orderPolicy }: Pick<Shop, "returnPolicy" | "orderPolicy">): Record<string, string> {
  return { ...policyToForm(returnPolicy), ...orderPolicyToForm(orderPolicy) };
}

export default function Policy() {
  const { stored, begin, returnPolicy, orderPolicy, currencyCode, version, team, reviewed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const element = useRef<HTMLFormElement>(null);
  const [name] = useStaffName(team);
  const form = useFormState(
    { ...stored, why: "" },
    (values) => {
      const read = readPolicyForm(values, returnPolicy);
      const orders = readOrderPolicyForm(values, orderPolicy);
      return { ...(read.ok ? {} : read.problems), ...(orders.ok ? {} : orders.problems) };
    },
    answer?.ok === false ? answer.problems : undefined,
    { ...begin, why: "" },
  );
  const conflict = answer && "conflict" in answer ? answer.conflict : undefined;
  const merge = useRef(form.setAll);
  merge.current = form.setAll;
  useEffect(() => {
    if (conflict) merge.current(conflict.values);
  }, [conflict]);
  const navigate = useNavigate();
  const trialId = answer && "trialId" in answer ? answer.trialId : undefined;
  useEffect(() => {
    if (trialId) navigate(`/app/policy/trial?id=${trialId}`);
  }, [trialId, navigate]);
  const read = readPolicyForm(form.values, returnPolicy);
  const policy = read.ok ? read.policy : null;
  const save = () => element.current?.requestSubmit();
  const parts = { form, currencyCode };
  return (
    <AdminPage
      wide
      title="Return policy"
      subtitle="The assistant explains and applies these rules, and no others."
      // A policy that was never reviewed can be confirmed as it is.
      action={{ content: reviewed ? "Save" : "Confirm", onAction: save, loading: busy, disabled: reviewed && !form.dirty }}
    >
      <SaveBar id="policy" form={form} onSave={save} />
      {conflict ? (
        <MeanwhileNotice saved={conflict.meanwhile} both={conflict.both} />
      ) : (
        <SavedMark answer={trialId ? undefined : answer} busy={busy} />
      )}
      <nav aria-label="Beside the policy" className="ot-policy-links">
        <Link to="/app/policy/history">Earlier versions</Link>
        <Link to="/app/policy/trial">Trial on past orders</Link>
        {!reviewed && <Link to="/app/policy/proposal">See what your refund policy says</Link>}
      </nav>
      <div className="ot-policy">
        <aside className="ot-policy-words">
          <div>
            <BlockStack gap="400">
              <InWords policy={policy} currencyCode={currencyCode} />
              <TryIt values={form.values} isReadable={policy !== null} />
            </BlockStack>
          </div>
        </aside>
        <Form method="post" ref={element} noValidate className="ot-policy-form">
          <input type="hidden" name="version" value={conflict?.version ?? version} />
          <input type="hidden" name="by" value={name} />
          <BlockStack gap="400">
            <WhichReturns {...parts} />
            <Section
              title="Rules for some returns"
              hint="From top to bottom: the first rule that fits and says something about a point decides that point."
            >
              <RuleList form={form} showAll={answer?.ok === false} currencyCode={currencyCode} />
            </Section>
            <Holiday {...parts} />
            <Fees {...parts} />
            <Outcomes {...parts} />
            <Pictures {...parts} />
            <Review {...parts} />
            <Limits {...parts} />
            <Beginning {...parts} />
            <OrdersNotLeft {...parts} />
            <Section title="Before you save">
              <TextInput
                form={form}
                name="why"
                label="What for"
                maxLength={500}
                help="For your team, kept with this version. May be empty."
              />
              <div>
                <button type="submit" name="intent" value="trial" className="ot-button" disabled={!policy || busy}>
                  Try these rules on the last 90 days
                </button>
              </div>
            </Section>
          </BlockStack>
        </Form>
      </div>
    </AdminPage>
  );
}
