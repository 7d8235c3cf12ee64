import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { longestAnswer, longestQuestion, openLessons } from "#app/domain/knowledge/lessons.server.ts";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { enough } from "#app/pipeline/assistant/knowledge.server.ts";
import { FileProblem } from "#app/pipeline/knowledge/file-text.ts";
import { decideLesson } from "#app/pipeline/knowledge/lessons.server.ts";
import { auditTexts, listSources, unansweredQuestions } from "#app/pipeline/knowledge/overview.server.ts";
import { dropOwnText, saveAnswer, saveFile } from "#app/pipeline/knowledge/own-texts.server.ts";
import { searchInOwnLanguage, whatAnswers } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { now } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.ts";
import { notFound, requireShop, requireStaff, staffName } from "#app/routes/require-shop.server.ts";
import { AuditSection } from "#app/ui/knowledge/audit-section.tsx";
import { LessonsList } from "#app/ui/knowledge/lessons-list.tsx";
import { OwnAnswer } from "#app/ui/knowledge/own-answer.tsx";
import { OwnFile } from "#app/ui/knowledge/own-file.tsx";
import { SourcesTable } from "#app/ui/knowledge/sources-table.tsx";
import { TrySearch } from "#app/ui/knowledge/try-search.tsx";
import { UnansweredList } from "#app/ui/knowledge/unanswered-list.tsx";
import { AdminPage, Section } from "#app/ui/page.tsx";
import { sayDate, sayWhen } from "#app/ui/when.ts";
import { channelName } from "#app/ui/words.ts";

/** `?q=`: a question to try. `?check`: the texts held against each other. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const question = (searchParams.get("q") ?? "").trim().slice(0, longestQuestion);
  const [sources, unanswered, lessons] = await Promise.all([listSources(shop.id), unansweredQuestions(shop.id), openLessons(shop.id)]);
  if (unanswered.length > 0 || lessons.length > 0) recordAccess(reader, "knowledge", ["knowledge"]);
  const found = question ? await searchInOwnLanguage(shop, question) : [];
  const said = new Set(whatAnswers(found, enough.clearWish));
  const date = (at: Date) => sayDate(at, shop.timeZone);
  const audit = searchParams.has("check") ? await auditTexts(shop.id, shop.returnPolicy) : null;
  return {
    question,
    // A search by meaning costs a call to the vendor, which a page does not make.
    alsoByMeaning: env.geminiApiKey !== undefined && !shop.withoutModel,
    found: found.map((one) => ({ ...one, isSaid: said.has(one) })),
    sources: sources.map(({ id, kind, title, url, parts, updatedAt }) => ({ id, kind, title, url, parts, changed: date(updatedAt) })),
    unanswered: unanswered.map(({ last, channel, ...one }) => ({
      ...one,
      channel: channelName(channel),
      last: sayWhen(last, now(), shop.timeZone).short,
    })),
    lessons: lessons.map(({ id, kind, question: asked, said: before, proposal, by, createdAt, conversationId }) => ({
      ...{ id, wrong: kind === "wrong", question: asked, said: before, proposal, by, conversationId },
      when: sayWhen(createdAt, now(), shop.timeZone).short,
    })),
    audit: audit && {
      contradictions: audit.contradictions.map(({ one, other }) => [one, other].map(({ title, url, quote }) => ({ title, url, quote }))),
      stale: audit.stale.map(({ id, title, url, updatedAt }) => ({ id, title, url, changed: date(updatedAt) })),
      empty: audit.empty.map(({ id, title, url }) => ({ id, title, url })),
    },
  };
}

/** `intent`: "answer" keeps a question with its answer, "file" reads a file, "remove" takes either away; "lesson" makes one from a conversation an answer, "dismiss-lesson" does not. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireShop(request);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  if (form.get("intent") === "remove") {
    if (!(await dropOwnText(shop.id, text("id")))) throw notFound();
    return { ok: true as const, problem: null, done: "Removed." };
  }
  if (form.get("intent") === "dismiss-lesson")
    return decided(await decideLesson(shop, text("id"), { take: null }, staffName({}, shop)), "Dismissed.");
  if (form.get("intent") === "file") {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) return refuse("Choose a file.");
    try {
      const parts = await saveFile(shop, file.name.slice(0, 120), new Uint8Array(await file.arrayBuffer()));
      return { ok: true as const, problem: null, done: `Read: ${parts} ${parts === 1 ? "passage" : "passages"}.` };
    } catch (error) {
      if (error instanceof FileProblem) return refuse(error.message);
      throw error;
    }
  }
  const [question, answer] = [text("question").replace(/\s+/g, " "), text("answer")];
  if (!question || !answer) return refuse("Write a question and its answer.");
  if (question.length > longestQuestion || answer.length > longestAnswer)
    return refuse(`A question has at most ${longestQuestion} characters, an answer ${longestAnswer}.`);
  if (form.get("intent") === "lesson")
    return decided(await decideLesson(shop, text("id"), { take: { question, answer } }, staffName({}, shop)), "Used from now on.");
  await saveAnswer(shop, question, answer);
  return { ok: true as const, problem: null, done: "Saved. It is what shoppers are told from now on." };
}

function decided(how: Awaited<ReturnType<typeof decideLesson>>, done: string) {
  if (how === null) throw notFound();
  return how === "decided"
    ? refuse("Somebody has decided about this already. Load the page again.")
    : { ok: true as const, problem: null, done };
}

function refuse(problem: string) {
  return data({ ok: false as const, problem, done: null }, { status: 422 });
}

/** What the assistant answers from, what it could not answer, and a place to try it. */
export default function Knowledge() {
  const { question, alsoByMeaning, found, sources, unanswered, lessons, audit } = useLoaderData<typeof loader>();
  const own = sources.filter((source) => source.kind === "answer" || source.kind === "file");
  const products = sources.filter((source) => source.kind === "product");
  const pages = sources.filter((source) => !own.includes(source) && !products.includes(source));
  return (
    <AdminPage title="Knowledge" subtitle="What the assistant answers from, in your own words">
      <Section title="Try a question" hint="You see what a shopper would be told, and what comes near it.">
        <TrySearch question={question} found={found} alsoByMeaning={alsoByMeaning} />
      </Section>
      <Section
        title="Learnt from conversations"
        hint="Answers that staff have marked as wrong, and questions that only a person could answer. Nothing counts until you say so."
      >
        <LessonsList lessons={lessons} />
      </Section>
      <Section title="Questions without an answer" hint="Asked in the last 30 days, and nothing you have written answers them.">
        <UnansweredList questions={unanswered} />
      </Section>
      <Section
        title="Your own answers"
        hint="A question as shoppers ask it, and what they are told. For what stands on none of your pages."
      >
        <OwnAnswer />
        <OwnFile />
        {own.length > 0 && <SourcesTable sources={own} removable />}
      </Section>
      <Section title="Do your texts agree?" hint="Finds numbers that contradict each other, texts older than a year, and empty ones.">
        <AuditSection audit={audit} />
      </Section>
      <Section title="From your store" hint="Read again within a minute of a change. What you take down there is no longer said here.">
        <SourcesTable sources={pages} />
        {products.length > 0 && (
          <details>
            <summary>{products.length === 1 ? "One product" : `${products.length} products`}</summary>
            <SourcesTable sources={products} />
          </details>
        )}
      </Section>
    </AdminPage>
  );
}
