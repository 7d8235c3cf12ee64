import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { modesToForm, readModesForm } from "#app/domain/reply-drafts/modes.ts";
import { saveReplyModes } from "#app/domain/shops/shop.server.ts";
import { readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { ModesTable } from "#app/ui/drafts/modes-table.tsx";
import { SaveBar, useFormState } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { SavedMark } from "#app/ui/saved-mark.tsx";

export const meta = () => [{ title: "Who answers what" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  return { stored: modesToForm(shop.replyModes) };
}

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const modes = readModesForm(await readForm(request));
  if (!modes) return data({ ok: false as const, problem: "Choose one for each wish and channel." }, { status: 422 });
  await saveReplyModes(shop.id, modes, staffName({}, shop));
  return { ok: true as const, problem: null };
}

/** What the assistant says by itself, what a person approves first, and what is left to people. */
export default function DraftSettings() {
  const { stored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const element = useRef<HTMLFormElement>(null);
  const form = useFormState(stored, () => ({}));
  const save = () => element.current?.requestSubmit();
  return (
    <AdminPage
      title="Who answers what"
      subtitle="For each channel and each kind of wish"
      back="/app/drafts"
      action={{ content: "Save", onAction: save, loading: busy, disabled: !form.dirty }}
    >
      <SaveBar id="reply-modes" form={form} onSave={save} />
      <SavedMark answer={answer} busy={busy} />
      {answer?.ok === false && (
        <Notice tone="critical">
          <p>{answer.problem}</p>
        </Notice>
      )}
      <Form method="post" ref={element} noValidate>
        <Section
          title="Answers"
          hint="“Draft”: the assistant writes and a person sends. “People”: it hands over at once. Questions to the shopper, proofs and changes to orders follow your rules and never wait as a draft; nor do stock and prices as your store has them."
        >
          <ModesTable form={form} />
        </Section>
      </Form>
    </AdminPage>
  );
}
