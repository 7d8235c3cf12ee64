import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { deleteReply, savedReplies, saveReply } from "#app/domain/staff/saved-replies.server.ts";
import { notFound, readForm, requireShop, staffName } from "#app/routes/require-shop.server.ts";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { ReplyForm, type ReplyFormAnswer } from "#app/ui/replies/reply-form.tsx";
import { ReplyList, type SavedReplyView } from "#app/ui/replies/reply-list.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireShop(request);
  const rows = await savedReplies(shop.id);
  const language = shop.language.slice(0, 2).toLowerCase();
  return { replies: rows.map(({ id, title, language, text, by }): SavedReplyView => ({ id, title, language, text, by })), language };
}

/** `intent`: "save" keeps a new one or, with `id`, a changed one; "delete" takes one away. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const by = staffName(form, shop);
  if (form.intent === "delete") {
    if (!(await deleteReply(shop.id, form.id ?? "", by))) throw notFound();
    return { ok: true } satisfies ReplyFormAnswer;
  }
  const { title = "", language = "", text = "", id } = form;
  const saved = await saveReply(shop.id, { title, language, text, ...(id && { id }) }, by);
  if (saved.outcome === "not-found") throw notFound();
  if (saved.outcome === "refused") return data({ ok: false, problems: saved.problems } satisfies ReplyFormAnswer, { status: 422 });
  return { ok: true, id: saved.id } satisfies ReplyFormAnswer;
}

/** What staff write again and again, kept once. */
export default function Replies() {
  const { replies, language } = useLoaderData<typeof loader>();
  const [open, setOpen] = useState<string | null>(null);
  const editing = replies.find((one) => one.id === open);
  return (
    <AdminPage
      title="Saved replies"
      subtitle="Type / in a reply to find them"
      action={{ content: "New saved reply", onAction: () => setOpen("new"), disabled: open === "new" }}
    >
      {(open === "new" || editing) && (
        <Section title={editing ? `Change “${editing.title}”` : "New saved reply"}>
          <ReplyForm key={open} reply={editing ?? null} language={language} onDone={() => setOpen(null)} />
        </Section>
      )}
      <Section>
        <ReplyList replies={replies} onEdit={setOpen} />
      </Section>
    </AdminPage>
  );
}
